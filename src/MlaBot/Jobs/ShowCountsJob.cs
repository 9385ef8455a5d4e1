using MlaBot.Chat.Daily;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Edits the public counts that changed since the last time.</summary>
[DisallowConcurrentExecution]
internal sealed class ShowCountsJob(ParticipantCounts counts) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await counts.ShowAsync(cancellationToken);
}
