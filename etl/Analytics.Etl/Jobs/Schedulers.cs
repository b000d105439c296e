// The seam to Quartz: one scheduler for what the owner of the warehouse does, one for reading that nodes may share.
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;

namespace Analytics.Etl.Jobs;

/// <summary>Triggers jobs.</summary>
internal sealed class Schedulers(IServiceProvider services, JobSettings settings)
{
    private const int Doubling = 2;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Has a batch read by a node, or by another where that one dies. Where the machine fails it is tried again, later each time.</summary>
    /// <param name="node">Null where there is no other.</param>
    public async Task ReadAsync(string batch, string? node, CancellationToken cancellation)
    {
        var scheduler = await OfAsync(JobNames.ReadingScheduler, cancellation);
        await scheduler.ScheduleJob(
            TriggerBuilder.Create().ForJob(JobNames.Extract).WithIdentity(KeyOf(batch)).UsingJobData(JobNames.Batch, batch)
                .WithPreferredNode(node is null ? PreferredNode.None : PreferredNode.For(node)).StartNow().WithRetryPolicy(Retries()).Build(), cancellationToken: cancellation);
    }

    /// <summary>Has the scheduler of reading look at once for what another process gave it.</summary>
    public ValueTask LookAsync(CancellationToken cancellation) =>
        services.GetRequiredKeyedService<ISchedulerSignaler>(JobNames.ReadingScheduler).SignalSchedulingChange(null, cancellation);

    /// <summary>Whether a batch waits to be read or to be tried again.</summary>
    public async Task<bool> KnowsAsync(string batch, CancellationToken cancellation) =>
        await (await OfAsync(JobNames.ReadingScheduler, cancellation)).Exists(KeyOf(batch), cancellation);

    /// <summary>Runs a job of the owner, once, unless it is about to.</summary>
    public async Task RunNowAsync(JobKey job, CancellationToken cancellation)
    {
        var scheduler = await OfAsync(JobNames.OwnerScheduler, cancellation);
        var key = new TriggerKey(job.Name, "now");
        await scheduler.ScheduleTrigger(TriggerBuilder.Create().ForJob(job).WithIdentity(key).StartNow().WithRetryPolicy(Retries()).Build(), TriggerConflict.Keep, cancellation);
    }

    /// <summary>Sets when a recurring job runs; null: not by itself.</summary>
    /// <exception cref="FormatException">Not a cron expression.</exception>
    public async Task SetAsync(JobKey job, string? cron, CancellationToken cancellation)
    {
        var scheduler = await OfAsync(JobNames.OwnerScheduler, cancellation);
        var key = new TriggerKey(job.Name, "schedule");
        await scheduler.UnscheduleJob(key, cancellation);
        if (cron is null) return;
        await scheduler.ScheduleJob(
            TriggerBuilder.Create().ForJob(job).WithIdentity(key).WithCronSchedule(cron, schedule => schedule.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)).Build(), cancellationToken: cancellation);
    }

    /// <summary>When a recurring job runs next; null: not by itself.</summary>
    public async Task<DateTimeOffset?> NextAsync(JobKey job, CancellationToken cancellation) =>
        (await (await OfAsync(JobNames.OwnerScheduler, cancellation)).GetTrigger(new TriggerKey(job.Name, "schedule"), cancellation))?.NextFireTimeUtc;

    /// <summary>Whether this is the last attempt of a job that failed.</summary>
    public bool IsLast(IJobExecutionContext context) => context.RetryAttempt >= settings.MostRetries;

    private static TriggerKey KeyOf(string batch) => new(batch, JobNames.Batch);

    private RetryPolicy Retries() => RetryPolicy.Exponential(settings.MostRetries, settings.RetryAfter, Doubling, LongestPause);

    // Each scheduler's parts are registered under its name.
    private async Task<IScheduler> OfAsync(string name, CancellationToken cancellation) =>
        await services.GetRequiredKeyedService<ISchedulerFactory>(name).GetScheduler(cancellation);
}
