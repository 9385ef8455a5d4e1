using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;

namespace MlaBot.Chat.Help;

/// <summary><c>/help</c> is made from the command table; admin commands are shown to admins.</summary>
internal sealed class HelpCommand(IServiceProvider services) : IChatCommand
{
    /// <summary>A command of more parts than this is explained by its own help alone.</summary>
    internal const int MostParts = 3;

    public CommandSpec Spec { get; } = new("help", "Show what I can do, or how one command is used")
    {
        Options = [new("command", "A command, such as service or schedule add") { HasSuggestions = true }],
        Examples = ["help", "help schedule add"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        // The dispatcher holds this command, so it is asked for late.
        var specs = services.GetRequiredService<ChatDispatcher>().SpecsFor(request.Channel.Group.Platform);
        var wanted = request.Option("command").TrimStart('/');
        return Task.FromResult(wanted.Length == 0 ? Overview(specs, request.User.IsAdmin) : Detail(specs, wanted));
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) =>
    [
        .. services.GetRequiredService<ChatDispatcher>().SpecsFor(typing.Channel.Group.Platform).Select(spec => spec.Name)
            .Where(name => name.Contains(typing.Typed, StringComparison.OrdinalIgnoreCase)).Take(25),
    ];

    private static Card Overview(IReadOnlyList<CommandSpec> specs, bool isAdmin)
    {
        List<CardPart> parts =
        [
            new Header("What I can do"),
            new Section("I post exam questions on schedule. Answer one with its letter; only you see whether it was right."),
            new Section(Lines(specs.Where(spec => !spec.IsAdmin))),
        ];
        if (isAdmin)
        {
            parts.Add(new Section($"**For admins**\n{Lines(specs.Where(spec => spec.IsAdmin))}"));
        }

        parts.Add(new ContextLine("/help <command> shows options and examples. Unofficial; not affiliated with AWS."));
        return new Card(parts).Privately();
    }

    private static Card Detail(IReadOnlyList<CommandSpec> specs, string wanted)
    {
        var matching = specs.Where(spec => string.Equals(spec.Name, wanted, StringComparison.OrdinalIgnoreCase)
            || spec.Name.StartsWith(wanted + " ", StringComparison.OrdinalIgnoreCase)).ToArray();
        return matching.Length == 0
            ? RefusalCards.For(new Refusal("help-unknown", $"I know no command \"{Text.Printable(wanted, 40)}\".", "Type /help to see all commands."))
            : new Card([.. matching.Select(spec => new Section(Describe(spec)))]).Privately();
    }

    // A command of many parts is one line, or the overview would be longer than a message may be.
    private static string Lines(IEnumerable<CommandSpec> specs) => string.Join('\n', specs
        .GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal)
        .SelectMany(parts => parts.Count() > MostParts
            ? [$"- `/help {parts.Key}` {HelpTopics.Of(parts.Key)}: {string.Join(", ", parts.Select(spec => spec.Name[(parts.Key.Length + 1)..]))}"]
            : parts.Select(spec => $"- `{spec.Usage}` {spec.Description}")));

    private static string Describe(CommandSpec spec)
    {
        List<string> lines = [$"`{spec.Usage}` {spec.Description}{(spec.IsAdmin ? " (admins)" : "")}"];
        lines.AddRange(spec.Options.Select(option =>
            $"- {option.Name}{(option.IsRequired ? "" : " (optional)")}: {option.Description}{(option.Choices.Count > 0 ? $" ({string.Join(", ", option.Choices)})" : "")}"));
        lines.AddRange(spec.Examples.Select(example => $"  Example: `/{example}`"));
        return string.Join('\n', lines);
    }
}
