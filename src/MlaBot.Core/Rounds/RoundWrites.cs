using MlaBot.Core.Daily;

namespace MlaBot.Core.Rounds;

/// <summary>Changes a running round in the store first, and then for everybody.</summary>
public sealed class RoundWrites(IRoundStore store, IDailyStore posts)
{
    internal async Task SaveAsync(LiveRound live, Round round, CancellationToken cancellationToken)
    {
        await store.SaveAsync(round, cancellationToken);
        live.Round = round;
    }

    /// <summary>Changes a post of the round, and the question that stands when it is its.</summary>
    /// <returns>False when it is not in the expected state any more; nothing was changed then, and the question that stands is as it is stored.</returns>
    internal async Task<bool> AdvanceAsync(LiveRound live, RoundQuestion question, PostState expected, CancellationToken cancellationToken)
    {
        var isDone = await posts.AdvanceAsync(question.Post, expected, cancellationToken);
        var now = isDone ? question.Post : await posts.FindPostAsync(question.Post.Id, cancellationToken);
        if (now is not null && live.Question?.Post.Id == now.Id)
        {
            live.Change(question with { Post = now });
        }

        return isDone;
    }

    /// <summary>Shows what the channel can do without: what counts is in the store, and the next message shows how things stand.</summary>
    internal static async Task TryShowAsync(Func<Task> show)
    {
        try
        {
            await show();
        }
        catch (Exception fault) when (fault is ExternalFaultException or MessageGoneException or ChannelGoneException)
        {
        }
    }
}
