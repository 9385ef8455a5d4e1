using System.Diagnostics;
using MlaBot.Core;

namespace MlaBot.Chat.Commands.Typed;

/// <summary>A command as somebody typed it, before it is known whether there is one of that name.</summary>
/// <param name="Name">Its full name in lower case, such as <c>schedule add</c>; one that the bot may not know; empty for an empty line.</param>
/// <param name="Options">Values by option name, as typed.</param>
public sealed record TypedCommand(string Name, IReadOnlyDictionary<string, string> Options);

/// <summary>Reads typed command lines against the table of commands. Never throws.</summary>
public static class CommandLine
{
    /// <summary>The longest line that is looked at, in characters.</summary>
    public const int MaxLength = 4000;

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line without its slash, such as <c>schedule add 1 09:00</c>.</param>
    /// <param name="specs">The commands of the platform.</param>
    /// <returns>The command, which <see cref="ChatDispatcher"/> explains when there is none of its name; refused when the words cannot be
    /// given to its options.</returns>
    public static Outcome<TypedCommand> Read(string text, IReadOnlyList<CommandSpec> specs)
    {
        if (text.Length > MaxLength)
        {
            return new Refusal("line-long", $"That line is longer than {MaxLength:#,0} characters; nothing was done with it.", "Type a shorter one.");
        }

        if (text.Any(sign => char.IsControl(sign) && !char.IsWhiteSpace(sign)))
        {
            return new Refusal("line-control", "That line holds control characters; nothing was done with it.", "Type it again without them.");
        }

        var words = new WordReader(text);
        var name = words.Bare().ToLowerInvariant();
        // A subcommand has two words; an unknown second word is passed on, so that the bot can say which ones there are.
        var second = words.Peek().ToLowerInvariant();
        if (second.Length > 0 && specs.Any(spec => spec.Name.StartsWith($"{name} ", StringComparison.Ordinal)))
        {
            name = $"{name} {second}";
            words.Bare();
        }

        return specs.FirstOrDefault(spec => spec.Name == name) is { } known
            ? OptionReader.Read(known, words) switch
            {
                Outcome<IReadOnlyDictionary<string, string>>.Ok(var options) => new TypedCommand(known.Name, options),
                Outcome<IReadOnlyDictionary<string, string>>.Refused(var reason) => reason,
                _ => throw new UnreachableException(),
            }
            : new TypedCommand(name, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
