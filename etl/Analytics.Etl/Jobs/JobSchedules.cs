// Recurring jobs and when they run: as the program has it, or as a person has set it.
using Analytics.Etl.Operations;
using Quartz;

namespace Analytics.Etl.Jobs;

/// <summary>A recurring job.</summary>
/// <param name="Job">Its name: inbox, retention.</param>
/// <param name="Cron">Quartz's cron: seconds, minutes, hours, days, months, weekdays.</param>
/// <param name="IsEnabled">Whether it runs by itself.</param>
/// <param name="ChangedBy">Null: as the program has it.</param>
/// <param name="Next">When it runs next; null: not by itself.</param>
public sealed record JobSchedule(string Job, string Cron, bool IsEnabled, string? ChangedBy, DateTime? ChangedAt, DateTimeOffset? Next);

/// <summary>A schedule that cannot be.</summary>
public sealed class ScheduleRefusedException(string message) : Exception(message);

/// <summary>Knows, sets and keeps the times of recurring jobs.</summary>
public sealed class JobSchedules
{
    private static readonly (JobKey Job, string Cron)[] Usual =
    [
        (JobNames.Inbox, "0/3 * * * * ?"),
        (JobNames.FetchAll, "0 0 2 ? * MON"),
        (JobNames.Retention, "0 30 3 * * ?"),
    ];

    private readonly OperationsStore store;
    private readonly Schedulers schedulers;

    internal JobSchedules(OperationsStore store, Schedulers schedulers)
    {
        this.store = store;
        this.schedulers = schedulers;
    }

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<JobSchedule>> AllAsync(CancellationToken cancellation)
    {
        var set = (await store.SchedulesAsync(cancellation)).ToDictionary(row => row.Job, StringComparer.Ordinal);
        var all = new List<JobSchedule>();
        foreach (var (job, cron) in Usual)
        {
            var next = await schedulers.NextAsync(job, cancellation);
            all.Add(set.TryGetValue(job.Name, out var row)
                ? new JobSchedule(job.Name, row.Cron, row.IsEnabled, row.ChangedBy, row.ChangedAt, next)
                : new JobSchedule(job.Name, cron, true, null, null, next));
        }
        return all;
    }

    /// <summary>Sets when a job runs, from now on and after a restart.</summary>
    /// <exception cref="ScheduleRefusedException">No such job, or not a time; nothing is changed.</exception>
    public async Task SetAsync(string job, string cron, bool isEnabled, string author, CancellationToken cancellation)
    {
        if (!Array.Exists(Usual, usual => usual.Job.Name == job)) throw new ScheduleRefusedException($"没有名为“{job}”的定时任务。");
        if (!CronExpression.TryParse(cron, out _))
            throw new ScheduleRefusedException($"“{cron}”不是有效的时间表达式。请写六段：秒 分 时 日 月 周，例如每天三点半为 0 30 3 * * ?");
        await store.SetScheduleAsync(job, cron, isEnabled, author, cancellation);
        await schedulers.SetAsync(new JobKey(job), isEnabled ? cron : null, cancellation);
    }

    /// <summary>Runs a job now.</summary>
    public Task RunNowAsync(string job, CancellationToken cancellation) => schedulers.RunNowAsync(new JobKey(job), cancellation);

    /// <summary>Sets all as they are kept.</summary>
    internal async Task ApplyAsync(CancellationToken cancellation)
    {
        foreach (var schedule in await AllAsync(cancellation)) await schedulers.SetAsync(new JobKey(schedule.Job), schedule.IsEnabled ? schedule.Cron : null, cancellation);
    }
}
