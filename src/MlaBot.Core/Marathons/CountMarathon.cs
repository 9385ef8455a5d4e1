using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Counts a challenge over several days from what boards have counted by date.</summary>
public sealed class CountMarathon(IBoardStore boards, IGroupDayStore days, SeeBoard see, MakeFinalBoard finals)
{
    /// <summary>True when no question of the dates up to one can change the table any more, and the days of the group are counted.</summary>
    public Task<bool> IsCompleteAsync(Marathon marathon, LocalDate end, CancellationToken cancellationToken) =>
        boards.IsCompleteAsync(marathon.Channel, marathon.From, end, cancellationToken);

    /// <summary>As it stands, for one person or for everybody.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="marathon">One that is not archived.</param>
    /// <param name="today">The present date in the channel's zone.</param>
    /// <param name="own">Who asks; null for someone who never did anything, and for everybody at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MarathonView> SeeAsync(Channel channel, Marathon marathon, LocalDate today, BoardMember? own, CancellationToken cancellationToken)
    {
        var totals = await TotalsAsync(marathon, cancellationToken);
        var effort = await EffortAsync(marathon, totals, cancellationToken);
        var standings = BoardRanking.Rank(totals, MarathonRules.MinimumSample(effort.Asked));
        return new MarathonView
        {
            Channel = channel,
            Marathon = marathon,
            Today = today,
            Effort = effort,
            Board = await see.RunningAsync(totals, standings, [], own, cancellationToken),
        };
    }

    /// <summary>The lasting form.</summary>
    public async Task<FinalMarathon> FinishAsync(Channel channel, Marathon marathon, bool isStopped, CancellationToken cancellationToken)
    {
        var totals = await TotalsAsync(marathon, cancellationToken);
        var before = await boards.TotalsAsync(marathon.Channel, marathon.From.PlusDays(-marathon.Days), marathon.From, cancellationToken);
        var effort = await EffortAsync(marathon, totals, cancellationToken);
        var minimum = MarathonRules.MinimumSample(effort.Asked);
        var improved = Improvement.Most(totals, before, Math.Max(minimum, MarathonRules.ImprovementSample));
        return new FinalMarathon(
            await finals.MakeAsync(channel, BoardRanking.Rank(totals, minimum), totals, improved, marathon.End, cancellationToken),
            effort.Asked,
            effort.Kept,
            effort.Answers,
            isStopped);
    }

    private Task<IReadOnlyList<BoardTotal>> TotalsAsync(Marathon marathon, CancellationToken cancellationToken) =>
        boards.TotalsAsync(marathon.Channel, marathon.From, marathon.End, cancellationToken);

    private async Task<GroupEffort> EffortAsync(Marathon marathon, IReadOnlyList<BoardTotal> totals, CancellationToken cancellationToken)
    {
        var quorum = (await boards.SettingsAsync(marathon.Channel, cancellationToken)).Quorum;
        GroupDay[] counted = [.. (await days.DaysAsync(marathon.Channel, cancellationToken)).Where(day => day.Date >= marathon.From && day.Date < marathon.End)];
        return new GroupEffort(
            counted.Length,
            counted.Count(day => day.People >= GroupStreak.Needed(day.Active, quorum)),
            totals.Where(total => !total.IsHidden).Sum(total => total.Answered));
    }
}
