using System.Diagnostics;
using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Marathons;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Marathons;

/// <summary><c>/marathon start</c> plans a challenge over several days.</summary>
internal sealed class MarathonStartCommand(ManageMarathons marathons) : IChatCommand
{
    public CommandSpec Spec { get; } = new("marathon start", "Start a challenge over several days: the daily questions count on one board")
    {
        IsAdmin = true,
        Options =
        [
            new("days", $"How many days, from {MarathonRules.FewestDays} to {MarathonRules.MostDays}", IsRequired: true),
            new("title", $"What to call it, at most {MarathonRules.LongestTitle} characters"),
            new("from", "The first day: today, tomorrow or a date such as 2026-03-02; tomorrow when left out"),
            new("standings", "A short standing once a day, without a sound: on or off; on when left out") { Choices = ["on", "off"] },
        ],
        Examples = ["marathon start 7", "marathon start 14 title:\"Two weeks of SageMaker\" from:2026-03-02"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Wish(request) switch
    {
        Outcome<MarathonWish>.Ok(var wish) => await marathons.StartAsync(request.Channel, wish, cancellationToken) switch
        {
            Outcome<Marathon>.Ok(var marathon) => MarathonCards.Started(marathon),
            Outcome<Marathon>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        },
        Outcome<MarathonWish>.Refused(var unread) => RefusalCards.For(unread),
        _ => throw new UnreachableException(),
    };

    private static Outcome<MarathonWish> Wish(ChatRequest request)
    {
        if (!int.TryParse(request.Option("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return MarathonRefusals.Days;
        }

        var wish = new MarathonWish(days, request.Option("title"))
        {
            TellsStandings = !string.Equals(request.Option("standings"), "off", StringComparison.OrdinalIgnoreCase),
        };
        var from = request.Option("from");
        return from.ToLowerInvariant() switch
        {
            "" or "tomorrow" => wish,
            "today" => wish with { IsToday = true },
            _ => Days.ParseDate(from) switch
            {
                Outcome<LocalDate>.Ok(var date) => wish with { From = date },
                Outcome<LocalDate>.Refused(var reason) => reason,
                _ => throw new UnreachableException(),
            },
        };
    }
}
