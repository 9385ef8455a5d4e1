using MlaBot.Core.Drafts;
using MlaBot.Core.Time;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Removes drafts that nobody has touched for a long time.</summary>
internal sealed class RemoveOldDraftsJob(IDraftStore drafts, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await drafts.RemoveOlderAsync(clock.Now() - IDraftStore.Kept, cancellationToken);
}
