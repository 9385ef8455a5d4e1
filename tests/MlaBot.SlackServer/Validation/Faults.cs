namespace MlaBot.SlackServer.Validation;

/// <summary>Something wrong at one place of a body.</summary>
/// <param name="Pointer">JSON pointer, such as <c>/blocks/0/text/text</c>.</param>
/// <param name="IsRefused">True when Slack itself refuses it; false for what only our own bot must keep.</param>
internal sealed record BodyFault(string Pointer, string Message, bool IsRefused)
{
    /// <summary>As Slack words it in <c>response_metadata.messages</c>.</summary>
    public string Text => $"[ERROR] {Message} [json-pointer:{Pointer}]";
}

/// <summary>What was found wrong with one body.</summary>
internal sealed class BodyFaults
{
    private readonly List<BodyFault> _found = [];

    public IReadOnlyList<BodyFault> All => _found;

    public int Count => _found.Count;

    public void Add(string pointer, string message) => _found.Add(new(pointer, message, IsRefused: true));

    public void AddOwn(string pointer, string message) => _found.Add(new(pointer, message, IsRefused: false));

    public void AddRange(BodyFaults others) => _found.AddRange(others._found);
}
