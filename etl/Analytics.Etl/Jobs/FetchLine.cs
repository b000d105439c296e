// Documents from addresses that people have listed: fetched politely, then taken in as any other file.
using System.Globalization;
using Analytics.Etl.Fetching;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Etl.Jobs;

/// <summary>Fetches what runs wait for.</summary>
internal sealed class FetchLine(DataFolder folder, OperationsStore store, Receiver receiver, RunLog log, JobSignal signal, TimeProvider clock) : IDisposable
{
    private const int Together = 200;
    private const int AtATime = 16;
    private readonly Lazy<PoliteFetcher> fetcher = new(() => new PoliteFetcher(AllowedHosts.Of(folder), folder.Incoming, clock));

    public void Dispose()
    {
        if (fetcher.IsValueCreated) fetcher.Value.Dispose();
    }

    public async Task FetchAsync(CancellationToken cancellation)
    {
        while (await store.ToFetchAsync(Together, cancellation) is { Count: > 0 } rows)
        {
            if (Problem() is { } problem)
            {
                foreach (var row in rows) await RefuseAsync(row, problem, cancellation);
                continue;
            }
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (row, token) => await FetchAsync(row, token));
        }
    }

    // A list of hosts that cannot be understood allows none, and says so of every address.
    private string? Problem()
    {
        try
        {
            _ = fetcher.Value;
            return null;
        }
        catch (FormatException e)
        {
            return $"{folder.Hosts}：{e.Message}改正后重新启动，再试一次。";
        }
    }

    private async Task RefuseAsync(OperationsStore.FetchRow row, string problem, CancellationToken cancellation)
    {
        var address = new Uri(row.Source);
        await store.KeepFetchedAsync(
            row, new NewDocument(row.RunId, row.Position, row.Source, DocumentKind.Document, row.Source, null, 0, row.Source, row.Sidecar, DocumentState.Failed, problem),
            new FetchResult(FetchOutcome.Refused, address, address, clock.GetUtcNow(), problem), cancellation);
        log.Error(row.RunId, problem);
        signal.Raise();
    }

    private async Task FetchAsync(OperationsStore.FetchRow row, CancellationToken cancellation)
    {
        var address = new Uri(row.Source);
        var result = await fetcher.Value.FetchAsync(address, row.Etag is null && row.LastModified is null ? null : new FetchedBefore(row.Etag, row.LastModified), cancellation);
        var name = result.File?.Name ?? address.AbsoluteUri;
        var document = result.Outcome switch
        {
            FetchOutcome.Fetched => await TakenAsync(row, result, cancellation),
            FetchOutcome.Unchanged => Ended(DocumentState.Known, "自上次抓取以来没有变化。"),
            _ => Ended(DocumentState.Failed, result.TryAgainAfter is { } later
                ? string.Create(CultureInfo.InvariantCulture, $"{result.Reason}（{later.TotalMinutes:0} 分钟后可重试）")
                : result.Reason),
        };
        await store.KeepFetchedAsync(row, document, result, cancellation);
        if (document.State == DocumentState.Failed) log.Warn(row.RunId, $"{address}：{document.Reason}");
        signal.Raise();

        NewDocument Ended(DocumentState state, string? reason) => new(row.RunId, row.Position, name, DocumentKind.Document, row.Source, null, 0, row.Source, row.Sidecar, state, reason);
    }

    private async Task<NewDocument> TakenAsync(OperationsStore.FetchRow row, FetchResult result, CancellationToken cancellation)
    {
        var file = result.File!;
        try
        {
            return await receiver.KeepAloneAsync(row.RunId, row.Position, new GivenFile(file.Name, file.Path, row.Source, row.Sidecar, result.FinalAddress.AbsoluteUri), cancellation);
        }
        finally
        {
            File.Delete(file.Path);
        }
    }
}
