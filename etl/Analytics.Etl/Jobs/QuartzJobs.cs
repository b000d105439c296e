// What Quartz runs: each hands over to the part that does the work.
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Etl.Jobs;

/// <summary>Looks for what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class ConductJob(Conductor conductor) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await conductor.ConductAsync(cancellationToken);
}

/// <summary>Reads one batch of documents.</summary>
internal sealed class ExtractJob(BatchReader reader, OperationsStore store, Schedulers schedulers, ILogger<ExtractJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var batch = context.MergedJobDataMap.GetString(JobNames.Batch)!;
        try
        {
            await reader.ReadAsync(batch, (done, all) => context.ReportProgress(all == 0 ? 100 : done * 100 / all, null), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Batch {Batch} could not be read, attempt {Attempt}", batch, context.RetryAttempt);
            if (schedulers.IsLast(context)) await store.FailBatchAsync(batch, $"未能读取：{e.Message}", cancellationToken);
            throw;
        }
    }
}

/// <summary>Loads what was read.</summary>
[DisallowConcurrentExecution]
internal sealed class LoadJob(LoadingLine line, Publication publication) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await line.LoadAsync(() => publication.IfDueAsync(cancellationToken), cancellationToken);
}

/// <summary>Makes what was loaded visible.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishJob(Publication publication) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await publication.ForRunsAsync(cancellationToken);
}

/// <summary>Takes in what lies in the inbox.</summary>
[DisallowConcurrentExecution]
internal sealed class InboxJob(Inbox inbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await inbox.TakeInAsync(cancellationToken);
}

/// <summary>Fetches what runs wait for.</summary>
[DisallowConcurrentExecution]
internal sealed class FetchJob(FetchLine line) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await line.FetchAsync(cancellationToken);
}

/// <summary>Asks all listed addresses whether there is something new.</summary>
[DisallowConcurrentExecution]
internal sealed class FetchAllJob(JobCenter center) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await center.FetchAllAsync(null, cancellationToken);
}

/// <summary>Forgets old runs, and removes what a crash left half written.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(DataFolder folder, OperationsStore store, JobSettings settings, TimeProvider clock, ILogger<RetentionJob> log) : IJob
{
    private static readonly TimeSpan LongestWrite = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        folder.RemoveParts(clock.GetUtcNow().UtcDateTime - LongestWrite);
        var gone = await store.RetireAsync(clock.GetUtcNow() - settings.Retention, cancellationToken);
        if (gone > 0) log.LogInformation("{Count} old runs are not listed any more", gone);
    }
}
