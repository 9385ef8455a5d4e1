using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;

namespace MlaBot.Core.HeatMap;

/// <summary>Makes the heat map of a channel from its answers.</summary>
public sealed class ReadHeatMap(IHeatMapStore store, IDailyStore daily, IChannelStore channels, IContentSource content, TimeProvider clock)
{
    /// <summary>The map of a channel.</summary>
    /// <returns>The map with the exam that it follows, or a refusal when the channel was never set up.</returns>
    public async Task<Outcome<GroupHeat>> HandleAsync(ChannelKey key, CancellationToken cancellationToken) =>
        await channels.FindAsync(key, cancellationToken) is { } channel
            ? await OfAsync(channel, cancellationToken)
            : new Refusal("not-set-up", "This channel is not set up yet.", "An admin types /setup first.");

    /// <summary>The map of a channel that is set up.</summary>
    public async Task<GroupHeat> OfAsync(Channel channel, CancellationToken cancellationToken)
    {
        var exam = content.Current.ExamOf(channel);
        var bank = content.Current.Bank(exam.Id)!;
        var tasks = exam.Tasks.Select(task => task.Id).ToHashSet();
        var questions = new List<(TaskId, string?, IReadOnlyList<Attempt>)>();
        foreach (var post in await store.ReadAsync(channel.Key, clock.Now() - HeatRules.Window, cancellationToken))
        {
            // An item that has left the bank counts where it stood; one of another exam, since the channel changed it, for nothing.
            var item = content.Current.Item(post.Item) ?? await daily.ShownItemAsync(post.Item, post.Version, cancellationToken);
            if (item is not null && item.Exams.Contains(exam.Id) && tasks.Contains(bank.TaskOf(item)))
            {
                questions.Add((bank.TaskOf(item), Service(item.Services), post.Attempts));
            }
        }

        return new GroupHeat(exam, HeatCells.Of(questions), channel.PicksColdest);
    }

    /// <summary>The service that an item counts for, so that every answer is in one cell alone: the first that it names.</summary>
    /// <returns>Null when it names none.</returns>
    public static string? Service(IReadOnlyList<string> services) => services.Count > 0 ? services[0] : null;
}

/// <summary>A channel's heat map.</summary>
/// <param name="Exam">The exam whose tasks it shows.</param>
/// <param name="Cells">What may be shown of it.</param>
/// <param name="PicksColdest">True when the next daily questions follow it.</param>
public sealed record GroupHeat(Exam Exam, HeatCells Cells, bool PicksColdest);
