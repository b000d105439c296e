// Sees to it that whatever waits is taken up: batches of documents, loading, the end of runs, publication, and the work of
// nodes that died. Everything it decides stands in the tables, so it can begin at any point.
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;

namespace Analytics.Etl.Jobs;

/// <summary>Looks at the tables and triggers what is due.</summary>
internal sealed class Conductor(
    OperationsStore store, OperationsDatabase operations, ExtractedReports extracted, Schedulers schedulers, Publication publication, PublishRequests requests, RunLog log, JobSignal signal, JobSettings settings, TimeProvider clock)
{
    // A batch that is not full waits a little for more.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LookForLost = TimeSpan.FromSeconds(5);
    private DateTimeOffset loadedAt = clock.GetUtcNow();
    private DateTimeOffset lookedForLost = DateTimeOffset.MinValue;
    private readonly Dictionary<string, long> dealt = new(StringComparer.Ordinal);
    private bool hasRemembered;

    public async Task ConductAsync(CancellationToken cancellation)
    {
        if (!hasRemembered)
        {
            await publication.RememberAsync(cancellation);
            hasRemembered = true;
        }
        if (clock.GetUtcNow() - lookedForLost >= LookForLost)
        {
            await TakeBackLostAsync(cancellation);
            lookedForLost = clock.GetUtcNow();
        }
        var due = await store.DueAsync(cancellation);
        if (due.ToFetch > 0) await schedulers.RunNowAsync(JobNames.Fetch, cancellation);
        if (due.Waiting > 0) await BatchAsync(cancellation);
        await LoadAsync(due, cancellation);
        if (due.ToSettle > 0) await SettleAsync(cancellation);
        // Whether there is anything to publish of a run that was settled or cancelled, publication sees for itself.
        if (requests.IsDue || due.ToSettle + due.ToPublish > 0) await schedulers.RunNowAsync(JobNames.Publish, cancellation);
    }

    private async Task BatchAsync(CancellationToken cancellation)
    {
        var deal = new Deal(await store.InHandAsync(cancellation), dealt, settings);
        if (deal.Room == 0) return;
        var waiting = await store.WaitingAsync(deal.Room * settings.BatchDocuments, cancellation);
        var now = OperationsDatabase.Stamp(clock.GetUtcNow());
        foreach (var chunk in waiting.Chunk(settings.BatchDocuments))
        {
            if ((chunk.Length < settings.BatchDocuments && now - chunk[0].ReceivedAt < Patience) || deal.Next(chunk.Length) is not { } node) break;
            var batch = Guid.CreateVersion7().ToString("n");
            await store.AssignAsync(batch, node, chunk.Select(row => row.DocumentId).ToList(), cancellation);
            await schedulers.ReadAsync(batch, operations.IsShared ? node : null, cancellation);
        }
        if (deal.Dealt > 0) await operations.TellAsync(cancellation);
    }

    // A transaction costs about as much for ten reports as for some hundred, and keeps others waiting.
    private async Task LoadAsync(OperationsStore.DueRow queue, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (queue.Ready == 0 && queue.Coming == 0) extracted.Clear();
        if (queue.Ready == 0) loadedAt = now;
        else if (queue.Ready >= settings.LoadedTogether || now - loadedAt >= settings.LoadAtLeast || (queue.Coming == 0 && queue.Open == 0))
        {
            loadedAt = now;
            await schedulers.RunNowAsync(JobNames.Load, cancellation);
        }
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        foreach (var run in await store.ToSettleAsync(cancellation))
        {
            // Nothing would change but what the rules say: nobody needs to look.
            if (run.IsToReview && !run.HasDifferences)
            {
                await store.SettleAsync(run.RunId, RunState.Review, null, cancellation);
                await store.ApproveAsync(run.RunId, "无变化，自动", cancellation);
                continue;
            }
            var state = run.IsToReview ? RunState.Review : run.HasChanged ? RunState.Publishing : run.HasFailed ? RunState.Failed : RunState.Succeeded;
            await store.SettleAsync(run.RunId, state, null, cancellation);
            if (state == RunState.Review) log.Warn(run.RunId, "全部重读完毕：请查看将要改变的单元格，确认后载入。");
            else if (state != RunState.Publishing) log.Info(run.RunId, state == RunState.Failed ? "运行结束，有文件未能处理，可重试。" : "运行结束，没有新的报告。");
            signal.Raise();
        }
    }

    // Batches whose node died, or that no scheduler knows (it was killed before it did, or keeps nothing over a restart).
    private async Task TakeBackLostAsync(CancellationToken cancellation)
    {
        var alive = await store.AliveAsync(cancellation);
        foreach (var batch in await store.OpenBatchesAsync(alive, cancellation))
        {
            if (batch.IsAtWork || await schedulers.KnowsAsync(batch.BatchId, cancellation)) continue;
            await store.ResetBatchAsync(batch.BatchId, alive, cancellation);
        }
    }
}
