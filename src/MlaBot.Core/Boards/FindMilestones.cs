using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;

namespace MlaBot.Core.Boards;

/// <summary>Finds the milestones that an answer brought, each once.</summary>
public sealed class FindMilestones(IRecordStore records, IBoardStore boards, TimeProvider clock)
{
    /// <summary>What is new since the last call. Reads, and writes only when there is something to tell.</summary>
    /// <param name="person">Who answered.</param>
    /// <param name="channel">Where the question stands; its admins choose whether milestones are told to all.</param>
    /// <param name="streak">The person's streak with that answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The highest new one of each kind: somebody with an old record hears of no dozen at once.</returns>
    public async Task<IReadOnlyList<Milestone>> NewAsync(LearnerKey person, ChannelKey channel, Streak streak, CancellationToken cancellationToken)
    {
        var told = (await records.MilestonesAsync(person, cancellationToken)).Select(reached => reached.Milestone).ToHashSet();
        // Past the last number nothing is left to count.
        var answered = told.Contains(new Milestone(MilestoneKind.Answers, Milestone.Answers[^1])) ? 0 : await records.AnsweredAsync(person, cancellationToken);
        Milestone[] fresh = [.. Milestone.Reached(answered, streak).Where(milestone => !told.Contains(milestone))];
        if (fresh.Length == 0)
        {
            return [];
        }

        var tellIn = (await boards.SettingsAsync(channel, cancellationToken)).TellsMilestones ? channel : (ChannelKey?)null;
        var saved = await records.ReachAsync(person, fresh, clock.Now(), tellIn, cancellationToken);
        return [.. saved.GroupBy(milestone => milestone.Kind).Select(kind => kind.MaxBy(milestone => milestone.Value))];
    }
}
