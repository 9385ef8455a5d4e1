using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>Carries out what is due, then arms the trigger for the next due moment.</summary>
/// <remarks>Runs may overlap: the runner takes each post once, and a slow channel must not hold up a closing elsewhere.</remarks>
internal sealed class RunDueJob(DailyRunner runner, TimeProvider clock) : IJob
{
    /// <summary>The job's name.</summary>
    public static readonly JobKey Key = new("run-due");

    private static readonly TriggerKey Next = new("next-due");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await runner.RunDueAsync(cancellationToken);
        try
        {
            await ArmAsync(context.Scheduler, cancellationToken);
        }
        catch (SchedulerException) when (context.Scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown)
        {
            // The program ends; the next start arms anew.
        }
    }

    // The trigger runs on real time, also while a try-out clock is ahead of it; so it is armed by the time that is left.
    private async Task ArmAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (await runner.NextDueAsync(cancellationToken) is not { } due)
        {
            return;
        }

        var wait = due - clock.Now();
        if (wait <= NodaTime.Duration.Zero || wait > NodaTime.Duration.FromDays(1))
        {
            return;
        }

        var at = TimeProvider.System.GetUtcNow() + wait.ToTimeSpan() + TimeSpan.FromMilliseconds(1);
        var trigger = TriggerBuilder.Create().WithIdentity(Next).ForJob(Key).StartAt(at).Build();
        if (await scheduler.RescheduleJob(Next, trigger, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
    }
}
