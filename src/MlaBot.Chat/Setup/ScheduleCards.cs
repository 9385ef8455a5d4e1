using MlaBot.Chat.Cards;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Setup;

/// <summary>Cards about a channel's settings and schedules, for admins.</summary>
internal static class ScheduleCards
{
    /// <summary>What stands after a set-up.</summary>
    /// <param name="setup">The settings and schedules.</param>
    /// <param name="posting">How questions are posted, in words; empty to say nothing of it.</param>
    /// <param name="choice">Which exam is whose; null to say nothing of it.</param>
    public static Card Setup(ChannelSetup setup, string posting, Section? choice = null) => new Card(
    [
        new Header(setup.IsNew ? "This channel is set up" : "Settings saved"),
        new Section(
            $"Exam: {setup.Channel.Exam}. Time zone: {setup.Channel.Zone}. "
            + $"Results: {SetupWords.Feedback(setup.Channel.Feedback)}. "
            + $"A question stays open for {SetupWords.OpenFor(setup.Channel.OpenFor)}.{(posting.Length > 0 ? $" Posted {posting}." : "")}"),
        .. choice is null ? Array.Empty<CardPart>() : [choice, new ContextLine($"This channel studies for {setup.Channel.Exam}. /setup with exam: and a code changes that; /exam tells more.")],
        Table(setup.Schedules),
        new ContextLine("/schedule now <schedule> posts one at once; /schedule change, pause and remove adjust them; /rest sets rest days."),
    ])
    {
        IsPrivate = true,
        Tone = CardTone.Good,
    };

    public static Card List(IReadOnlyList<PlannedSchedule> schedules) => schedules.Count == 0
        ? new Card(new Section("This channel has no schedule. Add one with /schedule add <domain> <time>, or type /setup.")).Privately()
        : new Card(new Header("Schedules"), Table(schedules)).Privately();

    public static Card One(string headline, PlannedSchedule planned) =>
        new Card(new Section(headline), Table([planned])).Privately();

    private static Table Table(IReadOnlyList<PlannedSchedule> schedules) => new(
        ["Schedule", "Domain", "Time", "Days", "Next"],
        [.. schedules.Select(each => (IReadOnlyList<string>)
        [
            each.Schedule.Id.ToString(),
            each.Schedule.Domain.Value,
            $"{Days.Clock(each.Schedule.At)} {each.Schedule.Zone}",
            Days.Say(each.Schedule.Days),
            each.Next is { } next ? CardTime.Token(next.DueAt) : each.Schedule.PausedBecause ?? "nothing planned",
        ])]);
}
