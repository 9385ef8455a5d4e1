namespace MlaBot.Chat.Platform;

/// <summary>What a control means, written into it and read back when it is pressed, however much later.</summary>
/// <remarks>Written as <c>feature.action:argument:argument</c>; at most 100 characters, Discord's limit for a custom id.
/// Arguments hold no colon.</remarks>
public sealed record ActionId
{
    /// <summary>Discord's limit for a <c>custom_id</c>; Slack allows 255.</summary>
    public const int MaxLength = 100;

    /// <summary>Makes an id.</summary>
    /// <exception cref="ArgumentException">The text would be too long, or an argument holds a colon.</exception>
    public ActionId(string name, params IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument.Contains(':', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"An argument of {name} holds a colon.", nameof(arguments));
        }

        Name = name;
        Arguments = arguments;
        if (ToString().Length > MaxLength)
        {
            throw new ArgumentException($"The action id {ToString()} is longer than {MaxLength} characters.", nameof(arguments));
        }
    }

    /// <summary>The name of the handler, such as <c>daily.answer</c>.</summary>
    public string Name { get; }

    /// <summary>What it is about, such as a post and a letter.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Reads a control's text; null when it is none of ours.</summary>
    public static ActionId? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        var parts = text.Split(':');
        return parts[0].Contains('.', StringComparison.Ordinal) ? new ActionId(parts[0], parts[1..]) : null;
    }

    /// <inheritdoc/>
    public bool Equals(ActionId? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text to write into a control.</summary>
    public override string ToString() => Arguments.Count == 0 ? Name : $"{Name}:{string.Join(':', Arguments)}";
}
