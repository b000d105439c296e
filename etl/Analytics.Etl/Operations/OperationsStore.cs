// Questions and changes of the operations tables, typed.
namespace Analytics.Etl.Operations;

/// <summary>Runs, their documents, and who works on them.</summary>
public sealed class OperationsStore(OperationsDatabase database, TimeProvider clock)
{
    /// <summary>How long after its last sign of life a node counts as dead.</summary>
    public static readonly TimeSpan NodeLife = TimeSpan.FromSeconds(12);

    private DateTime Now => OperationsDatabase.Stamp(clock.GetUtcNow());

    /// <summary>Opens a run that documents can be added to.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> AddRunAsync(RunOrigin origin, string title, string? author, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7().ToString("n");
        await database.ExecuteAsync("RunAdd", new Values { ["run_id"] = id, ["origin"] = Word(origin), ["title"] = title, ["author"] = author, ["now"] = Now }, cancellation);
        return id;
    }

    /// <summary>No more documents come.</summary>
    public Task CloseRunAsync(string run, CancellationToken cancellation) => database.ExecuteAsync("RunClose", new Values { ["run_id"] = run }, cancellation);

    /// <summary>Null where there is no such run.</summary>
    public async Task<RunState?> StateOfAsync(string run, CancellationToken cancellation) =>
        (await database.QueryAsync<string>("RunState", new Values { ["run_id"] = run }, cancellation)) is [var state] ? Enum.Parse<RunState>(state, ignoreCase: true) : null;

    /// <summary>Adds documents; on disk when this returns.</summary>
    public Task AddDocumentsAsync(IReadOnlyList<NewDocument> documents, CancellationToken cancellation) =>
        documents.Count == 0 ? Task.CompletedTask : database.ExecuteAsync("DocumentsAdd", Added(documents), cancellation);

    /// <summary>Puts an archive's documents in its place.</summary>
    public Task UnpackAsync(WorkRow archive, IReadOnlyList<NewDocument> documents, NodeIdentity node, CancellationToken cancellation) => database.TransactAsync(
        [
            ("DocumentsAdd", Added(documents)),
            ("BatchKeep", Kept([new DocumentResult(archive.DocumentId, DocumentState.Unpacked, null)], node)),
        ], cancellation);

    /// <summary>Keeps addresses; those listed before stay as they are.</summary>
    internal Task ListAsync(IReadOnlyList<Fetching.ListedAddress> addresses, CancellationToken cancellation) => database.ExecuteAsync("AddressList", new Values
    {
        ["url"] = addresses.Select(address => address.Address.AbsoluteUri).ToArray(),
        ["agency"] = addresses.Select(address => address.Agency).ToArray(),
        ["year"] = addresses.Select(address => (short?)address.Year?.Value).ToArray(),
        ["now"] = Now,
    }, cancellation);

    /// <summary>All listed addresses, those listed last first.</summary>
    public Task<IReadOnlyList<AddressRow>> AddressesAsync(int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<AddressRow>("Addresses", new Values { ["limit"] = limit, ["offset"] = offset }, cancellation);

    internal Task<IReadOnlyList<FetchRow>> ToFetchAsync(int limit, CancellationToken cancellation) =>
        database.QueryAsync<FetchRow>("FetchNext", new Values { ["limit"] = limit }, cancellation);

    /// <summary>Keeps what became of an address.</summary>
    internal Task KeepFetchedAsync(FetchRow row, NewDocument document, Fetching.FetchResult result, CancellationToken cancellation) =>
        database.TransactAsync([("FetchKeep", new Values
        {
            ["document_id"] = row.DocumentId,
            ["state"] = Word(document.State),
            ["reason"] = document.Reason,
            ["name"] = document.Name,
            ["kind"] = Word(document.Kind),
            ["sha256"] = document.Sha256,
            ["bytes"] = document.Bytes,
            ["etag"] = result.ETag ?? row.Etag,
            ["last_modified"] = result.LastModified ?? row.LastModified,
            ["outcome"] = Word(result.Outcome),
            ["url"] = row.Source,
            ["now"] = Now,
        })], cancellation);

    /// <summary>Documents that wait for a batch, the oldest first.</summary>
    internal Task<IReadOnlyList<WaitingRow>> WaitingAsync(int limit, CancellationToken cancellation) =>
        database.QueryAsync<WaitingRow>("Waiting", new Values { ["limit"] = limit }, cancellation);

    /// <summary>Deals documents out to a node as a batch.</summary>
    internal Task AssignAsync(string batch, string node, IReadOnlyList<string> documents, CancellationToken cancellation) =>
        database.ExecuteAsync("BatchAssign", new Values { ["batch_id"] = batch, ["node"] = node, ["documents"] = documents.ToArray() }, cancellation);

    /// <summary>What living nodes have in hand.</summary>
    internal Task<IReadOnlyList<NodeHand>> InHandAsync(CancellationToken cancellation) =>
        database.QueryAsync<NodeHand>("NodesInHand", new Values { ["since"] = Now - NodeLife }, cancellation);

    /// <summary>The documents of a batch that nobody has finished, now this node's.</summary>
    internal Task<IReadOnlyList<WorkRow>> ClaimAsync(string batch, NodeIdentity node, CancellationToken cancellation) =>
        database.QueryAsync<WorkRow>("BatchClaim", new Values { ["batch_id"] = batch, ["node"] = node.Name, ["now"] = Now }, cancellation);

    /// <summary>Keeps what a node has extracted, unless it was cancelled or became another's meanwhile.</summary>
    internal Task KeepAsync(IReadOnlyList<DocumentResult> results, NodeIdentity node, CancellationToken cancellation) =>
        results.Count == 0 ? Task.CompletedTask : database.ExecuteAsync("BatchKeep", Kept(results, node), cancellation);

    internal Task FailBatchAsync(string batch, string reason, CancellationToken cancellation) =>
        database.ExecuteAsync("BatchFail", new Values { ["batch_id"] = batch, ["reason"] = reason, ["now"] = Now }, cancellation);

    internal Task<IReadOnlyList<OpenBatch>> OpenBatchesAsync(IReadOnlyList<string> nodes, CancellationToken cancellation) =>
        database.QueryAsync<OpenBatch>("BatchesOpen", new Values { ["nodes"] = nodes.ToArray() }, cancellation);

    internal Task ResetBatchAsync(string batch, IReadOnlyList<string> nodes, CancellationToken cancellation) =>
        database.ExecuteAsync("BatchReset", new Values { ["batch_id"] = batch, ["nodes"] = nodes.ToArray() }, cancellation);

    internal Task<IReadOnlyList<WorkRow>> LoadableAsync(int limit, CancellationToken cancellation) =>
        database.QueryAsync<WorkRow>("LoadNext", new Values { ["limit"] = limit }, cancellation);

    /// <summary>What there is to do, in one look.</summary>
    internal async Task<DueRow> DueAsync(CancellationToken cancellation) => (await database.QueryAsync<DueRow>("Due", null, cancellation))[0];

    /// <summary>What was read of these is gone: they wait to be read again.</summary>
    internal Task ReadAgainAsync(IReadOnlyList<string> documents, CancellationToken cancellation) =>
        documents.Count == 0 ? Task.CompletedTask : database.ExecuteAsync("Reread", new Values { ["documents"] = documents.ToArray() }, cancellation);

    internal Task KeepLoadedAsync(IReadOnlyList<DocumentResult> results, CancellationToken cancellation) =>
        results.Count == 0 ? Task.CompletedTask : database.ExecuteAsync("LoadKeep", Results(results), cancellation);

    /// <summary>Keeps what would change if documents were loaded as they are read now, and that they wait for approval.</summary>
    internal Task KeepComparedAsync(IReadOnlyList<DocumentResult> results, IReadOnlyList<Change> changes, CancellationToken cancellation) => database.TransactAsync(
        [
            ("ChangesForget", new Values { ["document_id"] = results.Select(result => result.DocumentId).ToArray() }),
            ("ChangesAdd", new Values
            {
                ["run_id"] = changes.Select(change => change.RunId).ToArray(),
                ["document_id"] = changes.Select(change => change.DocumentId).ToArray(),
                ["agency"] = changes.Select(change => change.Agency).ToArray(),
                ["year"] = changes.Select(change => change.Year).ToArray(),
                ["metric"] = changes.Select(change => change.Metric).ToArray(),
                ["before"] = changes.Select(change => change.Before).ToArray(),
                ["after"] = changes.Select(change => change.After).ToArray(),
            }),
            ("LoadKeep", Results(results)),
        ], cancellation);

    /// <summary>What would change by a run that read documents again.</summary>
    public Task<IReadOnlyList<ChangeRow>> ChangesAsync(string run, int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<ChangeRow>("Changes", new Values { ["run_id"] = run, ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>What was read again is to be loaded.</summary>
    public Task ApproveAsync(string run, string author, CancellationToken cancellation) =>
        database.ExecuteAsync("Approve", new Values { ["run_id"] = run, ["author"] = author }, cancellation);

    /// <summary>What became of a file of facts, with the reports in it that could not be taken.</summary>
    internal Task KeepFactsAsync(DocumentResult result, IReadOnlyList<NewDocument> refused, CancellationToken cancellation) =>
        database.TransactAsync([("DocumentsAdd", Added(refused)), ("LoadKeep", Results([result]))], cancellation);

    /// <summary>Which of these contents documents other than these have brought to an end.</summary>
    internal Task<IReadOnlyList<string>> EndedAsync(IReadOnlyList<string> hashes, IReadOnlyList<string> documents, CancellationToken cancellation) =>
        database.QueryAsync<string>("Ended", new Values { ["hashes"] = hashes.ToArray(), ["documents"] = documents.ToArray() }, cancellation);

    /// <summary>Runs all of whose documents have come to an end.</summary>
    internal Task<IReadOnlyList<SettledRow>> ToSettleAsync(CancellationToken cancellation) => database.QueryAsync<SettledRow>("RunsToSettle", null, cancellation);

    internal Task SettleAsync(string run, RunState state, string? error, CancellationToken cancellation) =>
        database.ExecuteAsync("RunSettle", new Values { ["run_id"] = run, ["state"] = Word(state), ["error"] = error, ["now"] = Now }, cancellation);

    internal Task<IReadOnlyList<string>> PublishingAsync(CancellationToken cancellation) => database.QueryAsync<string>("RunsPublishing", null, cancellation);

    internal Task PublishedAsync(IReadOnlyList<string> runs, int version, CancellationToken cancellation) =>
        database.ExecuteAsync("RunsPublished", new Values { ["runs"] = runs.ToArray(), ["version"] = version, ["now"] = Now }, cancellation);

    internal Task NotPublishedAsync(string error, CancellationToken cancellation) => database.ExecuteAsync("RunsNotPublished", new Values { ["error"] = error }, cancellation);

    /// <summary>What has not come to an end does not begin any more; what is loaded stays loaded.</summary>
    public Task CancelAsync(string run, CancellationToken cancellation) => database.ExecuteAsync("RunCancel", new Values { ["run_id"] = run, ["now"] = Now }, cancellation);

    /// <summary>Runs, the newest first.</summary>
    /// <param name="state">A state, <c>active</c> for all that go on, or nothing for any.</param>
    public Task<IReadOnlyList<RunRow>> RunsAsync(string state, int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<RunRow>("Runs", new Values { ["run_id"] = "", ["state"] = state, ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>Null where there is no such run.</summary>
    public async Task<RunRow?> RunAsync(string run, CancellationToken cancellation) =>
        (await database.QueryAsync<RunRow>("Runs", new Values { ["run_id"] = run, ["state"] = "", ["limit"] = 1, ["offset"] = 0 }, cancellation)).SingleOrDefault();

    /// <summary>Documents of a run, in its order.</summary>
    /// <param name="state">Any where null.</param>
    public Task<IReadOnlyList<DocumentRow>> DocumentsAsync(string run, DocumentState? state, int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<DocumentRow>("RunDocuments", new Values { ["run_id"] = run, ["state"] = state is { } one ? Word(one) : "", ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>Documents of a run, in its order.</summary>
    /// <param name="group">A state's word, <c>waiting</c> for all that have not come to an end, <c>unsuccessful</c> for failed and cancelled, or nothing for any.</param>
    public Task<IReadOnlyList<DocumentRow>> DocumentsInAsync(string run, string group, int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<DocumentRow>("RunDocuments", new Values { ["run_id"] = run, ["state"] = group, ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>What the tiles of the page show.</summary>
    public async Task<QueueCounts> CountsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        (await database.QueryAsync<QueueCounts>("Counts", new Values { ["since"] = OperationsDatabase.Stamp(since) }, cancellation))[0];

    /// <summary>Quarantined documents nobody has dealt with, the newest first.</summary>
    public Task<IReadOnlyList<DocumentRow>> QuarantineAsync(int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<DocumentRow>("Quarantine", new Values { ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>One document as it stands after its last attempt, with its neighbours in the quarantine; null where there is no such.</summary>
    public async Task<HeldRow?> HeldAsync(string sha256, CancellationToken cancellation) =>
        (await database.QueryAsync<HeldRow>("QuarantinedOne", new Values { ["sha256"] = sha256 }, cancellation)).SingleOrDefault();

    /// <summary>Puts a quarantined document aside.</summary>
    public Task DismissAsync(string sha256, string reason, string author, CancellationToken cancellation) =>
        database.ExecuteAsync("Dismiss", new Values { ["sha256"] = sha256, ["reason"] = reason, ["author"] = author, ["now"] = Now }, cancellation);

    /// <summary>Takes documents back that were put aside.</summary>
    public Task UndismissAsync(IReadOnlyList<string> hashes, CancellationToken cancellation) =>
        database.ExecuteAsync("Undismiss", new Values { ["hashes"] = hashes.ToArray() }, cancellation);

    public Task<IReadOnlyList<DismissedRow>> DismissedAsync(CancellationToken cancellation) => database.QueryAsync<DismissedRow>("Dismissed", null, cancellation);

    /// <summary>The last appearance of documents, named by their content.</summary>
    public Task<IReadOnlyList<WorkRow>> BySha256Async(IReadOnlyList<string> hashes, CancellationToken cancellation) =>
        database.QueryAsync<WorkRow>("DocumentsBySha", new Values { ["hashes"] = hashes.ToArray() }, cancellation);

    /// <summary>Which of these contents came before.</summary>
    internal Task<IReadOnlyList<ReceivedRow>> ReceivedBeforeAsync(IReadOnlyList<string> hashes, CancellationToken cancellation) =>
        database.QueryAsync<ReceivedRow>("FirstReceived", new Values { ["hashes"] = hashes.ToArray() }, cancellation);

    /// <summary>Documents that failed for no fault of theirs, of a run or of all.</summary>
    public Task<IReadOnlyList<WorkRow>> FailedAsync(string? run, CancellationToken cancellation) =>
        database.QueryAsync<WorkRow>("Failed", new Values { ["run_id"] = run ?? "" }, cancellation);

    public Task<IReadOnlyList<ScheduleRow>> SchedulesAsync(CancellationToken cancellation) => database.QueryAsync<ScheduleRow>("Schedules", null, cancellation);

    public Task SetScheduleAsync(string job, string cron, bool isEnabled, string author, CancellationToken cancellation) =>
        database.ExecuteAsync("ScheduleSet", new Values { ["job"] = job, ["cron"] = cron, ["is_enabled"] = isEnabled, ["author"] = author, ["now"] = Now }, cancellation);

    internal Task SeenAsync(NodeIdentity node, CancellationToken cancellation) => database.TransactAsync(
        [
            ("NodeSeen", new Values
            {
                ["node"] = node.Name, ["role"] = node.IsOwner ? "owner" : "worker", ["host"] = Environment.MachineName, ["process_id"] = Environment.ProcessId,
                ["cores"] = Environment.ProcessorCount, ["started_at"] = OperationsDatabase.Stamp(node.StartedAt), ["now"] = Now,
            }),
        ], cancellation);

    /// <summary>A node has stopped; those long dead go with it. Of tables that no other process shares, all others are dead.</summary>
    internal Task GoneAsync(NodeIdentity node, CancellationToken cancellation) =>
        database.ExecuteAsync("NodeGone", new Values { ["node"] = node.Name, ["before"] = database.IsShared ? Now - TimeSpan.FromDays(1) : Now.AddYears(1) }, cancellation);

    public Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken cancellation) =>
        database.QueryAsync<NodeRow>("Nodes", new Values { ["since"] = Now - TimeSpan.FromHours(1) }, cancellation);

    /// <summary>Names of nodes that are alive.</summary>
    internal async Task<IReadOnlyList<string>> AliveAsync(CancellationToken cancellation)
    {
        var now = Now;
        return (await NodesAsync(cancellation)).Where(node => now - node.SeenAt < NodeLife).Select(node => node.Node).ToList();
    }

    /// <summary>Old runs go that came to an end before a time.</summary>
    /// <returns>How many.</returns>
    public async Task<long> RetireAsync(DateTimeOffset before, CancellationToken cancellation) =>
        (await database.QueryAsync<long>("Retire", new Values { ["before"] = OperationsDatabase.Stamp(before) }, cancellation))[0];

    public Task<IReadOnlyList<LogRow>> LogAsync(string run, int limit, int offset, CancellationToken cancellation) =>
        database.QueryAsync<LogRow>("LogRead", new Values { ["run_id"] = run, ["limit"] = limit, ["offset"] = offset }, cancellation);

    /// <summary>The last lines of a run's log, in their order.</summary>
    public Task<IReadOnlyList<LogRow>> LogTailAsync(string run, int limit, CancellationToken cancellation) =>
        database.QueryAsync<LogRow>("LogTail", new Values { ["run_id"] = run, ["limit"] = limit }, cancellation);

    private static Values Added(IReadOnlyList<NewDocument> documents, DateTime now) => new Values
    {
        ["document_id"] = documents.Select(document => document.DocumentId).ToArray(),
        ["run_id"] = documents.Select(document => document.RunId).ToArray(),
        ["parent_id"] = documents.Select(document => document.ParentId).ToArray(),
        ["position"] = documents.Select(document => document.Position).ToArray(),
        ["name"] = documents.Select(document => document.Name).ToArray(),
        ["kind"] = documents.Select(document => Word(document.Kind)).ToArray(),
        ["path"] = documents.Select(document => document.Path).ToArray(),
        ["sha256"] = documents.Select(document => document.Sha256).ToArray(),
        ["bytes"] = documents.Select(document => document.Bytes).ToArray(),
        ["source"] = documents.Select(document => document.Source).ToArray(),
        ["sidecar"] = documents.Select(document => document.Sidecar).ToArray(),
        ["state"] = documents.Select(document => Word(document.State)).ToArray(),
        ["reason"] = documents.Select(document => document.Reason).ToArray(),
        ["batch_id"] = documents.Select(document => document.BatchId).ToArray(),
        ["node"] = documents.Select(document => document.Node).ToArray(),
        ["now"] = now,
    };

    private Values Added(IReadOnlyList<NewDocument> documents) => Added(documents, Now);

    private Values Kept(IReadOnlyList<DocumentResult> results, NodeIdentity node)
    {
        var kept = Results(results);
        kept["node"] = node.Name;
        return kept;
    }

    private Values Results(IReadOnlyList<DocumentResult> results) => new Values
    {
        ["document_id"] = results.Select(result => result.DocumentId).ToArray(),
        ["state"] = results.Select(result => Word(result.State)).ToArray(),
        ["reason"] = results.Select(result => result.Reason).ToArray(),
        ["agency"] = results.Select(result => result.Agency).ToArray(),
        ["year"] = results.Select(result => result.Year).ToArray(),
        ["facts"] = results.Select(result => result.Facts).ToArray(),
        ["errors"] = results.Select(result => result.Errors).ToArray(),
        ["warnings"] = results.Select(result => result.Warnings).ToArray(),
        ["now"] = Now,
    };

    internal static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    internal sealed record NodeHand(string Node, long InHand);

    internal sealed record WaitingRow(string DocumentId, string Kind, DateTime ReceivedAt);

    internal sealed record OpenBatch(string BatchId, bool IsAtWork);

    internal sealed record SettledRow(string RunId, bool HasChanged, bool HasFailed, bool IsToReview, bool HasDifferences);

    internal sealed record Change(string RunId, string DocumentId, string? Agency, short? Year, string? Metric, string? Before, string? After);

    internal sealed record ReceivedRow(string Sha256, string Name, DateTime ReceivedAt, string State);

    internal sealed record FetchRow(string DocumentId, string RunId, int Position, string Source, string? Sidecar, int Attempts, string? Etag, string? LastModified);

    internal sealed record DueRow(long ToFetch, long Waiting, long Ready, long Coming, long Open, long ToSettle, long ToPublish);
}
