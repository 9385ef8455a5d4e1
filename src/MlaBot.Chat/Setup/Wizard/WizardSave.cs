using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>Saves what the wizard gathered, once, and starts it.</summary>
internal sealed class WizardSave(SelfTest selfTest, WizardCheck check, SetUpChannel setUpChannel, ManageSchedules schedules, IDraftStore drafts, PlatformList platforms)
{
    /// <summary>Saves and starts; with a fault in the channel it shows the check again.</summary>
    public async Task<Card> HandleAsync(WizardPlace place, ChatUser admin, SetupDraft draft, bool postsNow, CancellationToken cancellationToken)
    {
        var channel = new ChannelKey(admin.Key.Group, draft.Channel);
        if ((await selfTest.RunAsync(channel, draft.Style, cancellationToken)).Any(finding => finding.IsFault))
        {
            return await check.ShowAsync(place, admin.Key.Group, draft, cancellationToken);
        }

        // Only one of two presses finds the draft; a refusal leaves it in place.
        if (!await TakeAsync(place, admin.Key.Group, cancellationToken))
        {
            return WizardCards.Over;
        }

        switch (await setUpChannel.HandleAsync(draft.ToWishes(admin.Key.Group, admin.Key.UserId), cancellationToken))
        {
            case Outcome<ChannelSetup>.Ok(var setup):
                return await StartAsync(setup, draft.MentionName, postsNow, cancellationToken);
            case Outcome<ChannelSetup>.Refused(var reason):
                await drafts.UpdateAsync(Owner(place, admin.Key.Group), SetupWizard.Subject, before => before ?? draft.ToText(), cancellationToken);
                return RefusalCards.For(reason);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<Card> StartAsync(ChannelSetup setup, string role, bool postsNow, CancellationToken cancellationToken)
    {
        // The channel has just proved good, so what its faults had stopped goes on. What an admin paused stays so.
        foreach (var paused in setup.Schedules.Where(each => each.Schedule is { IsPaused: true, PausedBecause: not ManageSchedules.PausedByAdmin }))
        {
            await schedules.ResumeAsync(setup.Channel.Key, paused.Schedule.Id, cancellationToken);
        }

        var all = await schedules.ListAsync(setup.Channel.Key, cancellationToken);
        var said = postsNow ? await PostAsync(setup.Channel.Key, all, cancellationToken) : "";
        var style = setup.Channel.Posting;
        var card = ScheduleCards.Setup(
            setup with { Schedules = postsNow ? await schedules.ListAsync(setup.Channel.Key, cancellationToken) : all },
            style == PostingStyle.Plain ? "" : SetupWords.Posting(style, role, platforms.Choices(setup.Channel.Key.Group)));
        return card with
        {
            Parts = said.Length == 0 ? card.Parts : [card.Parts[0], new Section(said), .. card.Parts.Skip(1)],
            ReplacesMessage = true,
            IsDialog = true,
        };
    }

    private async Task<string> PostAsync(ChannelKey channel, IReadOnlyList<PlannedSchedule> all, CancellationToken cancellationToken) =>
        all.FirstOrDefault(each => !each.Schedule.IsPaused) is not { } first
            ? "No schedule runs, so no question was posted. /schedule resume starts one."
            : await schedules.RunNowAsync(channel, first.Schedule.Id, cancellationToken) switch
            {
                Outcome<DailyPost>.Ok(var post) => $"Question {post.Number} is posted.",
                Outcome<DailyPost>.Refused(var reason) => $"! {reason.Sentence} {reason.NextStep}",
                _ => throw new UnreachableException(),
            };

    private async Task<bool> TakeAsync(WizardPlace place, GroupKey group, CancellationToken cancellationToken)
    {
        var isOurs = false;
        await drafts.UpdateAsync(
            Owner(place, group),
            SetupWizard.Subject,
            before =>
            {
                isOurs = SetupDraft.Parse(before)?.Stamp == place.Stamp;
                return isOurs ? null : before;
            },
            cancellationToken);
        return isOurs;
    }

    private static LearnerKey Owner(WizardPlace place, GroupKey group) => new(group, place.Admin);
}
