// What the operations tables promise, asked of a file and of a PostgreSQL server alike.
using Analytics.Etl.Fetching;
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class OperationsStoreTests(SharedPostgres postgres)
{
    [Theory, OnDuckDb, OnPostgres]
    public async Task A_run_goes_from_open_to_published(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var (run, batch, documents) = await trial.BatchAsync(3);
        Assert.Equal(RunState.Running, await store.StateOfAsync(run, default));
        Assert.Empty(await store.ToSettleAsync(default));

        trial.Clock.Pass(TimeSpan.FromSeconds(1));
        var work = await store.ClaimAsync(batch, trial.Owner, default);
        Assert.Equal(documents.Select(document => (document.DocumentId, document.Name, 1, RunOrigin.Command)), work.Select(row => (row.DocumentId, row.Name, row.Attempts, Enum.Parse<RunOrigin>(row.Origin, true))));
        await store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null, "教育局", 2020, 200, 1, 2), new(documents[1].DocumentId, DocumentState.Extracted, "不是年度报告")], trial.Owner, default);
        Assert.Equal(new OperationsStore.DueRow(ToFetch: 0, Waiting: 0, Ready: 2, Coming: 1, Open: 0, ToSettle: 0, ToPublish: 0), await store.DueAsync(default));
        Assert.Equal(documents.Take(2).Select(document => document.DocumentId), (await store.LoadableAsync(10, default)).Select(row => row.DocumentId));

        await store.KeepAsync([new(documents[2].DocumentId, DocumentState.Quarantined, "三次意外结束")], trial.Owner, default);
        await store.KeepLoadedAsync([new(documents[0].DocumentId, DocumentState.Loaded, null, null, null, 200, 1, 2), new(documents[1].DocumentId, DocumentState.Quarantined, "不是年度报告")], default);
        Assert.Equal((run, true, false), Of(Assert.Single(await store.ToSettleAsync(default))));
        Assert.Equal((1, 0), await store.DueAsync(default) is var ended ? (ended.ToSettle, ended.ToPublish) : default);
        await store.SettleAsync(run, RunState.Publishing, null, default);
        Assert.Equal((0, 1), await store.DueAsync(default) is var settled ? (settled.ToSettle, settled.ToPublish) : default);
        Assert.Equal([run], await store.PublishingAsync(default));
        await store.NotPublishedAsync("磁盘已满", default);
        Assert.Equal(("publishing", "磁盘已满"), (await store.RunAsync(run, default)) is { } waiting ? (waiting.State, waiting.Error) : default);
        await store.PublishedAsync([run], 7, default);

        var row = (await store.RunAsync(run, default))!;
        Assert.Equal(("succeeded", 7, null, 3L, 0L, 1L, 2L, 0L, 200L), (row.State, row.PublishedVersion, row.Error, row.Documents, row.Waiting, row.Loaded, row.Quarantined, row.Failed, row.Facts));
        Assert.Equal(row with { Total = 1 }, Assert.Single(await store.RunsAsync("", 10, 0, default)));
        Assert.Empty(await store.RunsAsync("active", 10, 0, default));
        var first = (await trial.DocumentsAsync(run))[0];
        Assert.Equal(("教育局", (short)2020, "owner-1", 3L), (first.Agency, first.Year!.Value, first.Node, first.Total));
        Assert.Null(await store.StateOfAsync("no such run", default));
        Assert.Null(await store.RunAsync("no such run", default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Of_nodes_that_claim_at_once_each_document_is_kept_by_one(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        for (var round = 0; round < 10; round++)
        {
            var (run, batch, _) = await trial.BatchAsync(20, $"batch{round}");
            var claims = await Task.WhenAll(new[] { trial.Owner, trial.Worker }.Select(node => Task.Run(async () => (Node: node, Rows: await trial.Store.ClaimAsync(batch, node, default)))));
            await Task.WhenAll(claims.Select(claim => trial.Store.KeepAsync(
                claim.Rows.Select(row => new DocumentResult(row.DocumentId, DocumentState.Extracted, null, claim.Node.Name)).ToList(), claim.Node, default)));
            var kept = await trial.DocumentsAsync(run);
            Assert.All(kept, row => Assert.Equal((row.Node, "extracted"), (row.Agency, row.State)));
            Assert.Equal(20, kept.Count);
        }
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Only_who_has_a_document_keeps_what_was_read_of_it(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, batch, documents) = await trial.BatchAsync(1);
        await trial.Store.ClaimAsync(batch, trial.Worker, default);
        await trial.Store.ClaimAsync(batch, trial.Owner, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null, "worker")], trial.Worker, default);
        Assert.Equal(("extracting", "owner-1", 2), (await trial.DocumentsAsync(run))[0] is { } one ? (one.State, one.Node, one.Attempts) : default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null, "owner")], trial.Owner, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Quarantined, "again")], trial.Owner, default);
        Assert.Equal(("extracted", "owner"), (await trial.DocumentsAsync(run))[0] is { } kept ? (kept.State, kept.Agency) : default);
        Assert.Empty(await trial.Store.ClaimAsync(batch, trial.Worker, default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Statements_that_belong_together_are_run_all_or_none(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, _, _) = await trial.BatchAsync(1);
        await Assert.ThrowsAsync<FileNotFoundException>(() => trial.Database.TransactAsync(
            [("RunCancel", new Values { ["run_id"] = run, ["now"] = OperationsDatabase.Stamp(trial.Clock.GetUtcNow()) }), ("NoSuchStatement", new Values())], default));
        Assert.Equal(RunState.Running, await trial.Store.StateOfAsync(run, default));
        Assert.Equal(["received"], await trial.StatesAsync(run));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task An_archive_is_replaced_by_its_documents_which_wait_again_where_their_node_dies(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, batch, _) = await trial.BatchAsync(1);
        var archive = (await trial.Store.ClaimAsync(batch, trial.Worker, default))[0];
        var inner = Trial.Document(run, 0, "inner.txt", DocumentState.Extracting) with { ParentId = archive.DocumentId, BatchId = batch, Node = trial.Worker.Name };
        await trial.Store.UnpackAsync(archive, [inner], trial.Worker, default);
        Assert.Equal(["unpacked", "extracting"], (await trial.DocumentsAsync(run)).OrderBy(row => row.ParentId is not null).Select(row => row.State));
        Assert.Equal(1, (await trial.Store.RunAsync(run, default))!.Documents);
        await trial.Store.ResetBatchAsync(batch, [], default);
        Assert.Equal([inner.DocumentId], (await trial.Store.WaitingAsync(10, default)).Select(row => row.DocumentId));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_cancelled_run_does_not_begin_anything_more(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var (run, batch, documents) = await trial.BatchAsync(3);
        await store.ClaimAsync(batch, trial.Owner, default);
        await store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Owner, default);
        await store.KeepLoadedAsync([new(documents[0].DocumentId, DocumentState.Loaded, null)], default);

        await store.CancelAsync(run, default);
        await store.KeepAsync([new(documents[1].DocumentId, DocumentState.Extracted, null)], trial.Owner, default);

        Assert.Equal(["loaded", "cancelled", "cancelled"], await trial.StatesAsync(run));
        Assert.Equal(RunState.Cancelled, await store.StateOfAsync(run, default));
        Assert.Empty(await store.LoadableAsync(10, default));
        Assert.Empty(await store.ToSettleAsync(default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_batch_the_machine_failed_can_be_tried_again(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, batch, documents) = await trial.BatchAsync(2);
        await trial.Store.ClaimAsync(batch, trial.Owner, default);
        await trial.Store.FailBatchAsync(batch, "没有内存", default);

        Assert.Equal(["failed：没有内存", "failed：没有内存"], await trial.StatesAsync(run));
        Assert.Equal((run, false, true), Of(Assert.Single(await trial.Store.ToSettleAsync(default))));
        await trial.Store.SettleAsync(run, RunState.Failed, null, default);
        Assert.Equal(documents.Select(document => document.DocumentId), (await trial.Store.FailedAsync(run, default)).Select(row => row.DocumentId));
        Assert.Equal(2, (await trial.Store.FailedAsync(null, default)).Count);
        Assert.Empty(await trial.Store.FailedAsync("another", default));
        Assert.Equal((0L, 0L, 0L, 2L, 0L), Of(await trial.Store.CountsAsync(trial.Clock.GetUtcNow(), default)));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_was_read_and_lost_waits_to_be_read_again(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, batch, documents) = await trial.BatchAsync(2);
        await trial.Store.ClaimAsync(batch, trial.Owner, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Owner, default);
        await trial.Store.ReadAgainAsync(documents.Select(document => document.DocumentId).ToList(), default);
        Assert.Equal(["received", "extracting"], await trial.StatesAsync(run));
        Assert.Equal([documents[0].DocumentId], (await trial.Store.WaitingAsync(10, default)).Select(row => row.DocumentId));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_quarantined_document_is_listed_once_until_it_is_put_aside_or_read(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var run = await store.AddRunAsync(RunOrigin.Inbox, "收件箱", null, default);
        await store.AddDocumentsAsync([Trial.Document(run, 0, "a.txt", DocumentState.Quarantined), Trial.Document(run, 1, "b.txt", DocumentState.Quarantined), Trial.Document(run, 2, "a.txt", DocumentState.Known)], default);
        var retry = await store.AddRunAsync(RunOrigin.Retry, "重试", "测试", default);
        await store.AddDocumentsAsync([Trial.Document(retry, 0, "a.txt", DocumentState.Quarantined)], default);
        Assert.Equal([("a.txt", retry, 2L), ("b.txt", run, 2L)], (await store.QuarantineAsync(10, 0, default)).Select(row => (row.Name, row.RunId, row.Total)));
        Assert.Equal("b.txt", Assert.Single(await store.QuarantineAsync(1, 1, default)).Name);
        Assert.Equal(2, (await store.CountsAsync(trial.Clock.GetUtcNow(), default)).Quarantined);

        await store.DismissAsync(Trial.Sha256("a.txt"), "会议通知", "张三", default);
        await store.DismissAsync(Trial.Sha256("a.txt"), "会议通知，不是报告", "李四", default);
        Assert.Equal(["b.txt"], (await store.QuarantineAsync(10, 0, default)).Select(row => row.Name));
        Assert.Equal(("a.txt", "会议通知，不是报告", "李四"), Assert.Single(await store.DismissedAsync(default)) is { } aside ? (aside.Name, aside.Reason, aside.Author) : default);
        Assert.Equal(1, (await store.CountsAsync(trial.Clock.GetUtcNow(), default)).Quarantined);

        await store.UndismissAsync([Trial.Sha256("a.txt")], default);
        Assert.Equal(2, (await store.QuarantineAsync(10, 0, default)).Count);
        Assert.Equal([("a.txt", "retry")], (await store.BySha256Async([Trial.Sha256("a.txt")], default)).Select(row => (row.Name, row.Origin.ToLowerInvariant())));
        var again = await store.AddRunAsync(RunOrigin.Retry, "再试", "测试", default);
        await store.AddDocumentsAsync([Trial.Document(again, 0, "a.txt", DocumentState.Extracted)], default);
        await store.KeepLoadedAsync([new((await trial.DocumentsAsync(again))[0].DocumentId, DocumentState.Loaded, null)], default);
        Assert.Equal(["b.txt"], (await store.QuarantineAsync(10, 0, default)).Select(row => row.Name));
        Assert.Equal((0L, 0L, 1L, 0L, 1L), Of(await store.CountsAsync(trial.Clock.GetUtcNow(), default)));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Facts_and_rosters_are_loaded_in_their_turn_and_not_read_first(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var run = await trial.Store.AddRunAsync(RunOrigin.Command, "三种", null, default);
        await trial.Store.AddDocumentsAsync(
            [Trial.Document(run, 0, "a.txt"), Trial.Document(run, 1, "roster.csv", kind: DocumentKind.Roster), Trial.Document(run, 2, "facts.csv", kind: DocumentKind.Facts), Trial.Document(run, 3, "b.zip", kind: DocumentKind.Archive)], default);
        Assert.Equal(new OperationsStore.DueRow(ToFetch: 0, Waiting: 2, Ready: 2, Coming: 2, Open: 1, ToSettle: 0, ToPublish: 0), await trial.Store.DueAsync(default));
        Assert.Equal([DocumentKind.Roster, DocumentKind.Facts], (await trial.Store.LoadableAsync(10, default)).Select(row => row.What));
        Assert.Equal(["document", "archive"], (await trial.Store.WaitingAsync(10, default)).Select(row => row.Kind));
        Assert.Single(await trial.Store.WaitingAsync(1, default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_content_that_came_before_is_told_with_the_name_it_came_under(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var run = await trial.Store.AddRunAsync(RunOrigin.Command, "先来的", null, default);
        var (whole, torn) = (Trial.Document(run, 1, "whole.zip", DocumentState.Unpacked), Trial.Document(run, 2, "torn.zip", DocumentState.Unpacked));
        await trial.Store.AddDocumentsAsync(
            [
                Trial.Document(run, 0, "a.txt"), whole, torn, Trial.Document(run, 3, "gone.txt", DocumentState.Cancelled), Trial.Document(run, 4, "held.txt", DocumentState.Quarantined),
                Trial.Document(run, 1, "inner.txt", DocumentState.Loaded) with { ParentId = whole.DocumentId }, Trial.Document(run, 2, "lost.txt", DocumentState.Cancelled) with { ParentId = torn.DocumentId },
            ], default);
        string[] asked = ["a.txt", "whole.zip", "torn.zip", "gone.txt", "held.txt", "new.txt"];
        var told = await trial.Store.ReceivedBeforeAsync(asked.Select(Trial.Sha256).ToList(), default);
        Assert.Equal(["a.txt", "whole.zip"], told.Select(row => row.Name).Order(StringComparer.Ordinal));
        var before = told.Single(row => row.Name == "a.txt");
        Assert.Equal((Trial.Sha256("a.txt"), "a.txt", OperationsDatabase.Stamp(trial.Clock.GetUtcNow())), (before.Sha256, before.Name, before.ReceivedAt));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_has_no_bytes_of_its_own_is_named_by_the_file_it_came_in(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var run = await trial.Store.AddRunAsync(RunOrigin.Command, "三份", null, default);
        var (facts, archive) = (Trial.Document(run, 0, "facts.csv", DocumentState.Loaded, DocumentKind.Facts), Trial.Document(run, 1, "a.zip", DocumentState.Unpacked));
        await trial.Store.AddDocumentsAsync(
            [
                facts, Trial.Document(run, 0, "facts.csv:3", DocumentState.Quarantined, DocumentKind.Facts) with { ParentId = facts.DocumentId },
                archive, Trial.Document(run, 1, "a.zip/../b.txt", DocumentState.Quarantined) with { ParentId = archive.DocumentId, Sha256 = archive.Sha256 },
                Trial.Document(run, 1, "c.txt", DocumentState.Quarantined) with { ParentId = archive.DocumentId },
            ], default);
        var chosen = await trial.Store.BySha256Async([Trial.Sha256("facts.csv:3"), archive.Sha256!, Trial.Sha256("c.txt")], default);
        Assert.Equal(["a.zip", "c.txt", "facts.csv"], chosen.Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.Equal([archive.Sha256!], await trial.Store.EndedAsync([archive.Sha256!, Trial.Sha256("none")], [], default));
        Assert.Empty(await trial.Store.EndedAsync([facts.Sha256!], [facts.DocumentId], default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_was_loaded_of_a_cancelled_run_is_told_and_published(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (run, batch, documents) = await trial.BatchAsync(2);
        await trial.Store.ClaimAsync(batch, trial.Owner, default);
        await trial.Store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Owner, default);
        await trial.Store.CancelAsync(run, default);
        Assert.Empty(await trial.Store.PublishingAsync(default));
        await trial.Store.KeepLoadedAsync([new(documents[0].DocumentId, DocumentState.Loaded, null)], default);

        Assert.Equal(["loaded", "cancelled"], await trial.StatesAsync(run));
        Assert.Equal([run], await trial.Store.PublishingAsync(default));
        await trial.Store.PublishedAsync([run], 3, default);
        Assert.Equal(("cancelled", 3), (await trial.Store.RunAsync(run, default)) is { } row ? (row.State, row.PublishedVersion!.Value) : default);
        Assert.Empty(await trial.Store.PublishingAsync(default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Schedules_are_kept_as_set_last(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.Store.SetScheduleAsync("inbox", "0/3 * * * * ?", true, "张三", default);
        await trial.Store.SetScheduleAsync("inbox", "0 0 3 * * ?", false, "李四", default);
        Assert.Equal([new ScheduleRow("inbox", "0 0 3 * * ?", false, "李四", OperationsDatabase.Stamp(trial.Clock.GetUtcNow()))], await trial.Store.SchedulesAsync(default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Old_runs_go_but_what_is_quarantined_stays_until_dealt_with(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var old = await EndedAsync("old", DocumentState.Loaded);
        var held = await EndedAsync("held", DocumentState.Quarantined);
        var read = await EndedAsync("read", DocumentState.Quarantined);
        await trial.LogAsync((old, 0, 1, "info", "开始"));
        Assert.Equal(["开始"], (await store.LogAsync(old, 10, 0, default)).Select(line => line.Message));
        var going = await store.AddRunAsync(RunOrigin.Command, "going", null, default);
        trial.Clock.Pass(TimeSpan.FromDays(200));
        var young = await EndedAsync("young", DocumentState.Loaded);
        await store.AddDocumentsAsync([Trial.Document(young, 1, "read", DocumentState.Loaded)], default);

        Assert.Equal(2, await store.RetireAsync(trial.Clock.GetUtcNow() - TimeSpan.FromDays(180), default));
        Assert.Equal([young, going, held], (await store.RunsAsync("", 10, 0, default)).Select(run => run.RunId));
        Assert.Empty(await trial.DocumentsAsync(old));
        Assert.Empty(await trial.DocumentsAsync(read));
        Assert.Empty(await store.LogAsync(old, 10, 0, default));
        await store.DismissAsync(Trial.Sha256("held"), "不是报告", "张三", default);
        Assert.Equal(1, await store.RetireAsync(trial.Clock.GetUtcNow() - TimeSpan.FromDays(180), default));
        Assert.Equal(0, await store.RetireAsync(trial.Clock.GetUtcNow() - TimeSpan.FromDays(180), default));

        async Task<string> EndedAsync(string name, DocumentState state)
        {
            var run = await store.AddRunAsync(RunOrigin.Command, name, null, default);
            await store.AddDocumentsAsync([Trial.Document(run, 0, name, state)], default);
            await store.CloseRunAsync(run, default);
            await store.SettleAsync(run, RunState.Succeeded, null, default);
            trial.Clock.Pass(TimeSpan.FromSeconds(1));
            return run;
        }
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task The_log_is_read_in_its_order_by_pages(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        await trial.LogAsync(("r", 0, 2, "info", "三"), ("r", 0, 1, "warning", "二"), ("other", 0, 3, "info", "别的"), ("r", -1, 9, "error", "一"));
        Assert.Equal(["error 一", "warning 二", "info 三"], (await trial.Store.LogAsync("r", 10, 0, default)).Select(line => $"{line.Level} {line.Message}"));
        Assert.Equal("二", Assert.Single(await trial.Store.LogAsync("r", 1, 1, default)).Message);
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Every_statement_runs(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var (store, now) = (trial.Store, trial.Clock.GetUtcNow());
        var (run, batch, documents) = await trial.BatchAsync(1);
        string[] hashes = [documents[0].Sha256!];
        await store.SeenAsync(trial.Owner, default);
        await store.WaitingAsync(1, default);
        await store.InHandAsync(default);
        await store.OpenBatchesAsync(await store.AliveAsync(default), default);
        await store.ClaimAsync(batch, trial.Owner, default);
        await store.ResetBatchAsync(batch, ["owner-1"], default);
        await store.KeepAsync([new(documents[0].DocumentId, DocumentState.Extracted, null)], trial.Owner, default);
        await store.FailBatchAsync(batch, "", default);
        await store.DueAsync(default);
        await store.LoadableAsync(1, default);
        await store.ReadAgainAsync([], default);
        await store.ReadAgainAsync(["none"], default);
        await store.KeepLoadedAsync([new(documents[0].DocumentId, DocumentState.Quarantined, "")], default);
        await store.EndedAsync(hashes, [], default);
        await store.ToSettleAsync(default);
        await store.SettleAsync(run, RunState.Publishing, null, default);
        await store.NotPublishedAsync("", default);
        await store.PublishedAsync(await store.PublishingAsync(default), 1, default);
        await store.CancelAsync(run, default);
        await store.StateOfAsync(run, default);
        await store.RunAsync(run, default);
        await store.RunsAsync("active", 1, 0, default);
        await store.DocumentsAsync(run, DocumentState.Loaded, 1, 0, default);
        await store.CountsAsync(now, default);
        await store.DismissAsync(hashes[0], "", "", default);
        await store.DismissedAsync(default);
        await store.QuarantineAsync(1, 0, default);
        await store.HeldAsync(hashes[0], default);
        await store.UndismissAsync(hashes, default);
        await store.BySha256Async(hashes, default);
        await store.ReceivedBeforeAsync(hashes, default);
        await store.FailedAsync(null, default);
        await store.SetScheduleAsync("inbox", "", true, "", default);
        await store.SchedulesAsync(default);
        await trial.LogAsync((run, 0, 1, "info", ""));
        await store.LogAsync(run, 1, 0, default);
        await store.LogTailAsync(run, 1, default);
        await store.KeepComparedAsync([], [], default);
        await store.ChangesAsync(run, 1, 0, default);
        await store.ApproveAsync(run, "", default);
        await store.ListAsync([], default);
        await store.AddressesAsync(1, 0, default);
        await store.ToFetchAsync(1, default);
        await store.KeepFetchedAsync(
            new("", run, 0, "", null, 0, null, null), new(run, 0, "", DocumentKind.Document, null, null, 0, null, null, DocumentState.Failed),
            new(FetchOutcome.Failed, new Uri("https://a.gov.cn"), new Uri("https://a.gov.cn"), now, null), default);
        var (notes, today) = (new AgencyNotes(trial.Database, trial.Clock), new DateOnly(2026, 11, 20));
        var note = await notes.SendAsync(new NewNote("", new(2020), 0, "", today, today), "", default);
        await notes.ExtendAsync(note, today, "", default);
        await notes.AnswerAsync(note, today, "-", "", default);
        await notes.CloseAsync(note, today, "-", "", default);
        await store.RetireAsync(now, default);
        await store.GoneAsync(trial.Owner, default);
        await new SavedViews(trial.Database, trial.Clock).SaveAsync("", "a", "", default);
        await new SavedViews(trial.Database, trial.Clock).ListAsync("", default);
        // A statement that is new is run here too.
        Assert.Empty(trial.NeverRun());
    }

    private static (string Run, bool HasChanged, bool HasFailed) Of(OperationsStore.SettledRow row) => (row.RunId, row.HasChanged, row.HasFailed);

    private static (long Queued, long Running, long Loaded, long Failed, long Quarantined) Of(QueueCounts row) => (row.Queued, row.Running, row.LoadedSince, row.Failed, row.Quarantined);
}
