using MlaBot.Core;

namespace MlaBot.Chat.Commands.Typed;

/// <summary>Gives the words after a command to its options: by name as <c>name:value</c> or <c>--name value</c>, the others
/// in the order of the options, the last of which takes the rest of the line.</summary>
internal sealed class OptionReader
{
    private readonly CommandSpec _spec;
    private readonly WordReader _words;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private OptionReader(CommandSpec spec, WordReader words)
    {
        _spec = spec;
        _words = words;
    }

    /// <summary>Reads all words that are left.</summary>
    public static Outcome<IReadOnlyDictionary<string, string>> Read(CommandSpec spec, WordReader words)
    {
        var reader = new OptionReader(spec, words);
        while (!words.IsAtEnd)
        {
            if (reader.Take() is { } refusal)
            {
                return refusal;
            }
        }

        return new Outcome<IReadOnlyDictionary<string, string>>.Ok(reader._values);
    }

    private Refusal? Take()
    {
        var run = _words.Peek();
        if (run.StartsWith("--", StringComparison.Ordinal) && run.Length > 2 && run.TrimStart('-').Length > 0)
        {
            return TakeDashed(run[2..]);
        }

        var colon = run.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Option(run[..colon]) is { } named)
        {
            _words.Skip(colon + 1);
            return Set(named, _words.Next());
        }

        return TakeInOrder();
    }

    private Refusal? TakeDashed(string run)
    {
        var sign = run.IndexOf('=', StringComparison.Ordinal);
        var name = sign < 0 ? run : run[..sign];
        if (Option(name) is not { } named)
        {
            return new Refusal("option-name", $"/{_spec.Name} has no option --{Text.Printable(name, 40)}.", $"Type {_spec.Usage}");
        }

        _words.Skip(2 + name.Length + (sign < 0 ? 0 : 1));
        return Set(named, _words.Next());
    }

    private Refusal? TakeInOrder()
    {
        var open = _spec.Options.Where(option => !_values.ContainsKey(option.Name)).ToArray();
        return open.Length switch
        {
            0 when _spec.Options.Count == 0 => new Refusal("words-extra", $"/{_spec.Name} takes no options.", $"Type /{_spec.Name}"),
            0 => new Refusal(
                "words-extra", $"\"{Text.Printable(_words.Rest, 40)}\" is more than /{_spec.Name} asks for.", $"Type {_spec.Usage}, and put quotes around words that belong together."),
            1 => Set(open[0], _words.TakeRest()),
            _ => Set(open[0], _words.Next()),
        };
    }

    private OptionSpec? Option(string name) => _spec.Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase));

    private Refusal? Set(OptionSpec option, string? value) =>
        value is null ? WordReader.OpenQuote
        : _values.TryAdd(option.Name, value) ? null
        : new Refusal("option-twice", $"{option.Name} is given twice.", $"Type {_spec.Usage}");
}
