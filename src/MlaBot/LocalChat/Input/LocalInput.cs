using MlaBot.Chat.Commands;
using MlaBot.Chat.Commands.Typed;
using MlaBot.Core;

namespace MlaBot.LocalChat.Input;

/// <summary>Reads typed lines against the table of commands. Never throws.</summary>
internal static class LocalInput
{
    /// <summary>The longest line that is looked at, in characters.</summary>
    public const int MaxLength = CommandLine.MaxLength;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <param name="specs">The bot's commands.</param>
    /// <param name="own">The names of the local chat's own commands; they go before the bot's.</param>
    public static LocalLine Parse(string line, IReadOnlyList<CommandSpec> specs, IReadOnlySet<string> own)
    {
        if (line.Length > MaxLength)
        {
            return Refused("line-long", $"That line is longer than {MaxLength:#,0} characters; nothing was done with it.", "Type a shorter one.");
        }

        if (line.Any(char.IsControl))
        {
            return Refused("line-control", "That line holds control characters; nothing was done with it.", "Type it again without tabs and the like.");
        }

        var text = line.Trim();
        return text.Length == 0 ? new LocalLine.Blank()
            : text[0] == '/' ? Command(text[1..], specs, own)
            : new LocalLine.Said(text);
    }

    private static LocalLine Command(string text, IReadOnlyList<CommandSpec> specs, IReadOnlySet<string> own)
    {
        var words = new WordReader(text);
        var name = words.Bare().ToLowerInvariant();
        if (own.Contains(name))
        {
            return Words(words) switch
            {
                Outcome<IReadOnlyList<string>>.Ok(var rest) => new LocalLine.Own(name, rest),
                Outcome<IReadOnlyList<string>>.Refused(var reason) => new LocalLine.Refused(reason),
                _ => new LocalLine.Blank(),
            };
        }

        return CommandLine.Read(text, specs) switch
        {
            Outcome<TypedCommand>.Ok(var typed) => new LocalLine.Command(typed.Name, typed.Options),
            Outcome<TypedCommand>.Refused(var reason) => new LocalLine.Refused(reason),
            _ => new LocalLine.Blank(),
        };
    }

    private static Outcome<IReadOnlyList<string>> Words(WordReader words)
    {
        var read = new List<string>();
        while (!words.IsAtEnd)
        {
            if (words.Next() is not { } word)
            {
                return WordReader.OpenQuote;
            }

            read.Add(word);
        }

        return new Outcome<IReadOnlyList<string>>.Ok(read);
    }

    private static LocalLine.Refused Refused(string code, string sentence, string nextStep) => new(new Refusal(code, sentence, nextStep));
}
