// How nodes share the reading: what each has in hand, what becomes of it when one dies, and how they hear of each other.
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class SharingTests(SharedPostgres postgres)
{
    [Theory, OnDuckDb, OnPostgres]
    public async Task Nodes_show_what_each_did_and_has_in_hand(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.Store.SeenAsync(trial.Owner, default);
        await trial.Store.SeenAsync(trial.Worker, default);
        await trial.Store.SeenAsync(trial.Worker, default);
        var (_, batch, documents) = await trial.BatchAsync(3);
        await trial.Store.ClaimAsync(batch, trial.Worker, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Worker, default);
        Assert.Equal([("owner", "owner-1", 0L, 0L), ("worker", "worker-2", 2L, 1L)], (await trial.Store.NodesAsync(default)).Select(node => (node.Role, node.Node, node.InHand, node.ExtractedSince)));
        await trial.Store.GoneAsync(trial.Worker, default);
        // Of tables that no other process shares, nobody else can be alive.
        Assert.Equal(trial.Database.IsShared ? ["owner-1"] : [], (await trial.Store.NodesAsync(default)).Select(node => node.Node));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_was_dealt_to_a_living_node_is_in_its_hand_until_it_is_read(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.Store.SeenAsync(trial.Owner, default);
        await trial.Store.SeenAsync(trial.Worker, default);
        var (_, batch, documents) = await trial.BatchAsync(3, node: trial.Worker.Name);
        Assert.Equal([("owner-1", 0L), ("worker-2", 3L)], await InHandAsync());

        await trial.Store.ClaimAsync(batch, trial.Worker, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Worker, default);
        Assert.Equal([("owner-1", 0L), ("worker-2", 2L)], await InHandAsync());

        trial.Clock.Pass(OperationsStore.NodeLife + TimeSpan.FromSeconds(1));
        await trial.Store.SeenAsync(trial.Owner, default);
        Assert.Equal([("owner-1", 0L)], await InHandAsync());

        async Task<IEnumerable<(string, long)>> InHandAsync() => (await trial.Store.InHandAsync(default)).Select(node => (node.Node, node.InHand));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_was_dealt_and_never_reached_its_node_waits_again_though_the_node_lives(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.Store.SeenAsync(trial.Owner, default);
        var (_, batch, _) = await trial.BatchAsync(2, node: trial.Owner.Name);
        Assert.Empty(await trial.Store.WaitingAsync(10, default));
        await trial.Store.ResetBatchAsync(batch, await trial.Store.AliveAsync(default), default);
        Assert.Equal(2, (await trial.Store.WaitingAsync(10, default)).Count);
        Assert.Equal([("owner-1", 0L)], (await trial.Store.InHandAsync(default)).Select(node => (node.Node, node.InHand)));
    }

    [Theory, OnPostgres]
    public async Task Who_listens_hears_what_another_process_tells(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await using var other = await OperationsDatabase.OpenAsync(trial.Folder, trial.Connection, trial.Clock, default);
        using var stop = new CancellationTokenSource();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = trial.Database.ListenAsync(
            () =>
            {
                heard.TrySetResult();
                return Task.CompletedTask;
            }, stop.Token);
        // Told again and again: when the other has begun to listen is not to be seen.
        while (!heard.Task.IsCompleted)
        {
            Assert.False(listening.IsCompleted);
            await other.TellAsync(default);
            await Task.Yield();
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_a_dead_node_had_in_hand_waits_again_and_what_a_living_one_has_does_not(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        await store.SeenAsync(trial.Owner, default);
        await store.SeenAsync(trial.Worker, default);
        var (dead, _, _) = await trial.BatchAsync(2, "dead");
        var (living, _, _) = await trial.BatchAsync(2, "living");
        await store.ClaimAsync("dead", trial.Worker, default);
        await store.ClaimAsync("living", trial.Owner, default);
        trial.Clock.Pass(OperationsStore.NodeLife - TimeSpan.FromSeconds(1));
        Assert.Equal(["owner-1", "worker-2"], await store.AliveAsync(default));
        await store.SeenAsync(trial.Owner, default);
        trial.Clock.Pass(TimeSpan.FromSeconds(2));

        var alive = await store.AliveAsync(default);
        Assert.Equal(["owner-1"], alive);
        Assert.Equal([("dead", false), ("living", true)], (await store.OpenBatchesAsync(alive, default)).Select(batch => (batch.BatchId, batch.IsAtWork)).Order());
        foreach (var batch in new[] { "dead", "living" }) await store.ResetBatchAsync(batch, alive, default);

        Assert.Equal(["received", "received"], await trial.StatesAsync(dead));
        Assert.Equal(["extracting", "extracting"], await trial.StatesAsync(living));
        Assert.Equal(["dead-0.txt", "dead-1.txt"], await NamesAsync(store));
        await store.AssignAsync("new", "node", (await store.WaitingAsync(10, default)).Select(row => row.DocumentId).ToList(), default);
        Assert.Equal([2, 2], (await store.ClaimAsync("new", trial.Owner, default)).Select(row => row.Attempts));

        async Task<IEnumerable<string>> NamesAsync(OperationsStore asked) =>
            (await asked.WaitingAsync(10, default)).Join(await trial.DocumentsAsync(dead), row => row.DocumentId, row => row.DocumentId, (_, row) => row.Name).ToList();
    }
}
