using System.Text.RegularExpressions;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;

namespace MlaBot.Slack.Rendering;

/// <summary>How commands are typed in Slack, where all but the look-up follow one slash command: <c>/help</c> becomes <c>/mla help</c>.</summary>
internal sealed class CommandWords
{
    /// <summary>The command that has a slash command of its own.</summary>
    public const string Lookup = "service";

    private readonly SlackOptions _options;
    private readonly Regex? _commands;

    /// <param name="options">The names of the two slash commands.</param>
    /// <param name="specs">The command table.</param>
    public CommandWords(SlackOptions options, IReadOnlyList<CommandSpec> specs)
    {
        _options = options;
        var names = specs.Select(spec => spec.Name.Split(' ')[0]).Distinct(StringComparer.Ordinal).Select(Regex.Escape).ToArray();

        // A whole name after a blank, bracket or backtick; "/exam/labels", "/report.csv" and "/opt/ml" are paths.
        _commands = names.Length == 0 ? null : new Regex(
            $@"(?<![^\s(\[{{<`])/(?<name>{string.Join('|', names)})(?![\w/*=@%~$-]|[.:]\w)",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
    }

    /// <summary>The text with its commands as they are typed here. Paths such as <c>/dev/shm</c> stay.</summary>
    public string In(string text) => _commands is null || !text.Contains('/', StringComparison.Ordinal)
        ? text
        : _commands.Replace(text, match => match.Groups["name"].Value is Lookup ? _options.LookupCommand : $"{_options.Command} {match.Groups["name"].Value}");

    /// <summary>The part with its commands as they are typed here; the entries of menus stay, since they quote items.</summary>
    public CardPart In(CardPart part) => part switch
    {
        Header header => header with { Text = In(header.Text) },
        Section section => section with { Markdown = In(section.Markdown) },
        ContextLine line => line with { Markdown = In(line.Markdown) },
        Choices choices => choices with { Buttons = [.. choices.Buttons.Select(button => button with { Label = In(button.Label) })] },
        Menu menu => menu with { Prompt = In(menu.Prompt) },
        ChannelMenu menu => menu with { Prompt = In(menu.Prompt) },
        Finder finder => finder with { Prompt = In(finder.Prompt) },
        Table table => new Table([.. table.Columns.Select(In)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(In)])]),
        Bars bars => bars with { Caption = In(bars.Caption) },
        Form form => form with { Title = In(form.Title), Fields = [.. form.Fields.Select(In)] },
        _ => part,
    };

    private FormField In(FormField field) => field with { Label = In(field.Label), Above = In(field.Above), Example = In(field.Example) };
}
