using MlaBot.Core.Deliveries;
using MlaBot.Core.Time;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Removes claims on deliveries that no platform brings again.</summary>
internal sealed class RemoveOldDeliveriesJob(IDeliveryStore deliveries, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await deliveries.RemoveOlderAsync(clock.Now() - IDeliveryStore.Kept, cancellationToken);
}
