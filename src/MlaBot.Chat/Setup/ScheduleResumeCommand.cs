using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary><c>/schedule resume 1</c> or <c>/schedule resume all</c>, once the channel can be posted to.</summary>
internal sealed class ScheduleResumeCommand(ManageSchedules schedules, IChannelStore channels, SelfTest selfTest) : IChatCommand
{
    private const string All = "all";

    public CommandSpec Spec { get; } = new("schedule resume", "Start a paused schedule again, or all of this channel")
    {
        IsAdmin = true,
        Options = [new("schedule", "The schedule's number, or all", IsRequired: true)],
        Examples = ["schedule resume 1", "schedule resume all"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var isAll = string.Equals(request.Option("schedule"), All, StringComparison.OrdinalIgnoreCase);
        if (!isAll && ScheduleReplies.Number(request) is null)
        {
            return ScheduleReplies.NoNumber(request);
        }

        var style = (await channels.FindAsync(request.Channel, cancellationToken))?.Posting ?? PostingStyle.Plain;
        var findings = await selfTest.RunAsync(request.Channel, style, cancellationToken);
        if (findings.Any(finding => finding.IsFault))
        {
            return new Card([new Section("Nothing was started."), .. SelfTest.Parts(findings)]) { IsPrivate = true, Tone = CardTone.Caution };
        }

        return isAll
            ? await AllAsync(request, cancellationToken)
            : ScheduleReplies.Show(
                await schedules.ResumeAsync(request.Channel, ScheduleReplies.Number(request)!.Value, cancellationToken), planned => $"Schedule {planned.Schedule.Id} runs.");
    }

    private async Task<Card> AllAsync(ChatRequest request, CancellationToken cancellationToken) =>
        await schedules.ResumeAllAsync(request.Channel, cancellationToken) switch
        {
            Outcome<IReadOnlyList<PlannedSchedule>>.Ok(var running) => ScheduleCards.List(running),
            Outcome<IReadOnlyList<PlannedSchedule>>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
}
