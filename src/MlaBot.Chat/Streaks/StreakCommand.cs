using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Streaks;

/// <summary><c>/streak</c> shows the own streak, privately.</summary>
internal sealed class StreakCommand(ShowStreak showStreak, ILearnerStore learners, HomeZone homeZone, ChannelPlace places, IEnumerable<IOwnLine> others) : IChatCommand
{
    public CommandSpec Spec { get; } = new("streak", "Show your streak, freezes and days off")
    {
        Examples = ["streak"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var zone = await homeZone.OfAsync(request, cancellationToken);
        var (streak, _) = await showStreak.WithNewsAsync(request.User.Key, zone, cancellationToken);
        var learner = await learners.FindAsync(request.User.Key, cancellationToken);
        var lines = new List<string>();
        foreach (var other in others)
        {
            if (await other.OfAsync(request.User.Key, await places.OfAsync(request, cancellationToken), cancellationToken) is { } line)
            {
                lines.Add(line);
            }
        }

        return StreakCards.Own(streak, learner?.Calendar ?? LearnerCalendar.Empty, zone, lines);
    }
}

/// <summary><c>/vacation</c> declares days off, lists them or ends them.</summary>
internal sealed class VacationCommand(ChangeCalendar changeCalendar, ILearnerStore learners, HomeZone homeZone) : IChatCommand
{
    public CommandSpec Spec { get; } = new("vacation", "Declare days off, so that they do not touch your streak")
    {
        Options =
        [
            new("from", "The first day, such as 2026-12-24; or \"end\" to come back early"),
            new("to", "The last day; leave it out for one day"),
        ],
        Examples = ["vacation 2026-12-24 2027-01-02", "vacation end", "vacation"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var zone = await homeZone.OfAsync(request, cancellationToken);
        var first = request.Option("from");
        if (first.Length == 0)
        {
            var learner = await learners.FindAsync(request.User.Key, cancellationToken);
            return StreakCards.Vacations(learner?.Calendar.Vacations ?? []);
        }

        await homeZone.MeetAsync(request.User, zone, cancellationToken);
        if (string.Equals(first, "end", StringComparison.OrdinalIgnoreCase))
        {
            var ended = await changeCalendar.EndVacationsAsync(request.User.Key, request.User.Name, zone, cancellationToken);
            return new Card(new Section(ended == 0 ? "You have no vacation to end." : "Welcome back. Today counts again.")).Privately();
        }

        return await DeclareAsync(request, zone, first, request.Option("to"), cancellationToken);
    }

    private async Task<Card> DeclareAsync(ChatRequest request, DateTimeZone zone, string first, string last, CancellationToken cancellationToken)
    {
        if (Days.ParseDate(first) is Outcome<LocalDate>.Refused(var noFirst))
        {
            return RefusalCards.For(noFirst);
        }

        if (Days.ParseDate(last.Length == 0 ? first : last) is Outcome<LocalDate>.Refused(var noLast))
        {
            return RefusalCards.For(noLast);
        }

        var from = ((Outcome<LocalDate>.Ok)Days.ParseDate(first)).Value;
        var to = ((Outcome<LocalDate>.Ok)Days.ParseDate(last.Length == 0 ? first : last)).Value;
        return await changeCalendar.DeclareAsync(request.User.Key, request.User.Name, zone, new Vacation(from, to), cancellationToken) switch
        {
            Outcome<Vacation>.Ok(var vacation) => new Card(new Section($"Noted: you are off from {Days.Iso(vacation.From)} to {Days.Iso(vacation.To)}. Your streak waits for you.")).Privately(),
            Outcome<Vacation>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary><c>/zone</c> chooses the own time zone.</summary>
internal sealed class ZoneCommand(ChangeCalendar changeCalendar, HomeZone homeZone) : IChatCommand
{
    public CommandSpec Spec { get; } = new("zone", "Choose your own time zone for your streak, from tomorrow on")
    {
        Options = [new("zone", "An IANA name such as Europe/Berlin", IsRequired: true) { HasSuggestions = true }],
        Examples = ["zone America/New_York"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var home = await homeZone.OfAsync(request, cancellationToken);
        await homeZone.MeetAsync(request.User, home, cancellationToken);
        return await changeCalendar.ChooseZoneAsync(request.User.Key, request.User.Name, home, request.Option("zone"), cancellationToken) switch
        {
            Outcome<ZoneChange>.Ok(var change) => new Card(new Section($"Your days follow {change.Zone} from {Days.Iso(change.From)} on. Today ends as it began.")).Privately(),
            Outcome<ZoneChange>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) => Zones.Suggest(typing.Typed, 25);
}

/// <summary><c>/freezes on|off</c> chooses whether missed days use freezes.</summary>
internal sealed class FreezesCommand(ChangeCalendar changeCalendar, HomeZone homeZone) : IChatCommand
{
    public CommandSpec Spec { get; } = new("freezes", "Choose whether a missed day uses one of your freezes")
    {
        Options = [new("use", "on or off", IsRequired: true) { Choices = ["on", "off"] }],
        Examples = ["freezes off"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var isOn = string.Equals(request.Option("use"), "on", StringComparison.OrdinalIgnoreCase);
        var home = await homeZone.OfAsync(request, cancellationToken);
        await homeZone.MeetAsync(request.User, home, cancellationToken);
        var choice = await changeCalendar.ChooseFreezesAsync(request.User.Key, request.User.Name, home, isOn, cancellationToken);
        return new Card(new Section(isOn
            ? $"From {Days.Iso(choice.From)} on a missed day uses a freeze while you have one."
            : $"From {Days.Iso(choice.From)} on no freeze is used: a missed day ends your streak.")).Privately();
    }
}
