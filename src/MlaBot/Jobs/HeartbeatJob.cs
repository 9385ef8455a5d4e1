using MlaBot.Core.Daily;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Leaves a sign of life, from which outages and the health check are read.</summary>
internal sealed class HeartbeatJob(DailyRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await runner.BeatAsync(cancellationToken);
}
