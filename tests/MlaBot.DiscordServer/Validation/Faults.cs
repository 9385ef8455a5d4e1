namespace MlaBot.DiscordServer.Validation;

/// <summary>What was found wrong with one body.</summary>
/// <param name="isStrict">True for our own bot: what Discord would let pass, but what can only be a mistake of ours, counts too.</param>
internal sealed class Faults(bool isStrict)
{
    private readonly List<string> _found = [];

    public bool IsStrict { get; } = isStrict;

    public int Count => _found.Count;

    public IReadOnlyList<string> All => _found;

    public void Add(string fault) => _found.Add(fault);

    /// <summary>Adds what only our own bot must keep.</summary>
    public void AddOwn(string fault)
    {
        if (IsStrict)
        {
            _found.Add(fault);
        }
    }

    public void AddRange(Faults others) => _found.AddRange(others._found);
}
