using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Core;
using MlaBot.LocalChat.Transcript;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.LocalChat;

/// <summary>The commands that only the local chat has.</summary>
internal sealed class LocalCommands(LocalPeople people, ITryOutClock clock, LocalTimes times)
{
    /// <summary>The command that ends the program.</summary>
    public const string Quit = "quit";

    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH:mm '('z')'", zoneProvider: null);

    /// <summary>How people see them.</summary>
    public static IReadOnlyList<CommandSpec> Specs { get; } =
    [
        new("as", "Go on as another person of the group; a new name makes a new person")
        {
            Options = [new("name", "The name", IsRequired: true), new("admin", "The word admin, to give that person admin rights")],
            Examples = ["as ana", "as ben admin"],
        },
        new("people", "Show who there is, and who you are"),
        new("time", "Show the clock, or move it forward through everything that is due")
        {
            Options = [new("to", "+1d, +3h, +30m, or a wall time such as 2026-11-25T09:00")],
            Examples = ["time", "time +1d", "time 2026-11-25T09:00"],
        },
        new(Quit, "End the program"),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Names { get; } = Specs.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The line about them below the bot's own help.</summary>
    public static ContextLine HelpFooter { get; } =
        new($"Only in this local chat: {string.Join(", ", Specs.Select(spec => $"`{spec.Usage}`"))}. /help local explains them.");

    /// <summary>The help on all of them.</summary>
    public static Card HelpCard()
    {
        var lines = Specs.Select(spec => string.Join('\n',
        [
            $"`{spec.Usage}` {spec.Description}",
            .. spec.Options.Select(option => $"- {option.Name}{(option.IsRequired ? "" : " (optional)")}: {option.Description}"),
            .. spec.Examples.Select(example => $"  Example: `/{example}`"),
        ]));
        return new Card([new Header("The local chat"), .. lines.Select(text => new Section(text))]).Privately();
    }

    /// <summary>Carries one out; <see cref="Quit"/> is not among them.</summary>
    /// <returns>A sentence on what stands now.</returns>
    public async Task<Outcome<string>> HandleAsync(string name, IReadOnlyList<string> words, CancellationToken cancellationToken) => name switch
    {
        "as" => Become(words),
        "people" => $"People: {string.Join(", ", people.All.Select(Describe))}. You are {people.Current.Name}.",
        _ => await TimeAsync(string.Join(' ', words), cancellationToken),
    };

    private Outcome<string> Become(IReadOnlyList<string> words)
    {
        if (words is not [var name] && !(words is [_, var right] && string.Equals(right, "admin", StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("as-form", $"You are {Describe(people.Current)}.", "To go on as someone else type /as <name>, or /as <name> admin.");
        }

        return people.Become(words[0], asAdmin: words.Count == 2) switch
        {
            Outcome<TranscriptPerson>.Ok(var person) => $"You are now {Describe(person)}.",
            Outcome<TranscriptPerson>.Refused(var reason) => reason,
            _ => "",
        };
    }

    private async Task<Outcome<string>> TimeAsync(string typed, CancellationToken cancellationToken)
    {
        var zone = await times.ZoneAsync(cancellationToken);
        if (typed.Length > 0)
        {
            switch (TimeJump.Read(typed, clock.Now, zone))
            {
                case Outcome<Instant>.Refused(var reason):
                    return reason;
                case Outcome<Instant>.Ok(var target):
                    await clock.AdvanceToAsync(target, cancellationToken);
                    break;
            }
        }

        return $"It is {Moment.Format(clock.Now.InZone(zone))}.";
    }

    private static string Describe(TranscriptPerson person) => person.IsAdmin ? $"{person.Name} (admin)" : person.Name;
}
