using MlaBot.Chat.Daily;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Edits the public counts that changed since the last time.</summary>
/// <remarks>Runs may overlap: each message is edited once at a time, and a slow channel must not hold up the others.</remarks>
internal sealed class ShowCountsJob(ParticipantCounts counts) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await counts.ShowAsync(cancellationToken);
}
