using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace MlaBot.Jobs;

/// <summary>The list of the scheduled jobs. Quartz fires; the use cases decide.</summary>
internal static class JobsFeature
{
    private const string Name = "mlabot";

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Tidying = TimeSpan.FromHours(6);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(1);

    /// <summary>Adds the scheduler with its jobs.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddHostedService<RoundLoop>()
        .AddQuartz(Name, quartz =>
        {
            // Triggers run on real time: after a jump of a try-out clock they would fire without end to catch up.
            // Only a scheduler with a name has a clock of its own; without one this would be everybody's.
            quartz.UseTimeProvider(TimeProvider.System);
            // The sweep finds what an admin has just planned, and tries again what the outside world refused.
            quartz.ScheduleJob<RunDueJob>(trigger => Every(trigger, "sweep", Sweep), job => job.WithIdentity(RunDueJob.Key).StoreDurably());
            quartz.ScheduleJob<ShowCountsJob>(trigger => Every(trigger, "counts", Counts));
            quartz.ScheduleJob<RemoveOldDraftsJob>(trigger => Every(trigger, "tidying", Tidying));
            quartz.ScheduleJob<RemoveOldDeliveriesJob>(trigger => Every(trigger, "claims", Tidying));
            quartz.ScheduleJob<HeartbeatJob>(trigger => Every(trigger, "heartbeat", Heartbeat));
        })
        .AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AwaitApplicationStarted = false;
        });

    private static void Every<TJob>(ITriggerConfigurator<TJob> trigger, string name, TimeSpan interval)
        where TJob : IJob => trigger
        .WithIdentity(name)
        .StartNow()
        .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever());
}
