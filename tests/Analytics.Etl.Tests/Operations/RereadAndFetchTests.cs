// Documents read again and addresses, as the operations tables keep them, on a file and on a PostgreSQL server alike.
using Analytics.Etl.Fetching;
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class RereadAndFetchTests(SharedPostgres postgres)
{
    [Theory, OnDuckDb, OnPostgres]
    public async Task What_is_read_again_is_listed_and_loaded_only_when_approved(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var run = await store.AddRunAsync(RunOrigin.Reread, "重读", "本机", default);
        var document = new NewDocument(run, 0, "a.txt", DocumentKind.Document, null, "hash", 1, null, null, DocumentState.Received);
        await store.AddDocumentsAsync([document], default);
        await store.CloseRunAsync(run, default);
        await store.AssignAsync("again", "node", [document.DocumentId], default);
        await store.ClaimAsync("again", trial.Owner, default);
        await store.KeepAsync([new(document.DocumentId, DocumentState.Extracted, null)], trial.Owner, default);
        Assert.True(Assert.Single(await store.LoadableAsync(10, default)).IsToCompare);

        for (var time = 0; time < 2; time++)
            await store.KeepComparedAsync([new(document.DocumentId, DocumentState.Compared, null)], [new(run, document.DocumentId, "教育局", 2020, "rules.issued", "1", "7")], default);
        Assert.Empty(await store.LoadableAsync(10, default));
        var settled = Assert.Single(await store.ToSettleAsync(default));
        Assert.Equal((true, true, false), (settled.IsToReview, settled.HasDifferences, settled.HasChanged));
        await store.SettleAsync(run, RunState.Review, null, default);
        var change = Assert.Single(await store.ChangesAsync(run, 10, 0, default));
        Assert.Equal(("a.txt", "教育局", (short)2020, "rules.issued", "1", "7", 1L), (change.Name, change.Agency!, change.Year!.Value, change.Metric!, change.Before!, change.After!, change.Total));

        await store.ApproveAsync(run, "本机", default);
        var row = Assert.Single(await store.LoadableAsync(10, default));
        Assert.Equal((false, true, "本机"), (row.IsToCompare, row.IsAgain, row.ApprovedBy!));
        Assert.Equal(RunState.Running, await store.StateOfAsync(run, default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Addresses_keep_what_their_sites_said_and_what_became_of_them(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var store = trial.Store;
        var addresses = new[] { "https://a.gov.cn/1", "https://a.gov.cn/2" }.Select((address, i) => new ListedAddress(i + 2, i == 0 ? "教育局" : null, null, new Uri(address))).ToList();
        await store.ListAsync(addresses, default);
        await store.ListAsync(addresses, default);
        var run = await store.AddRunAsync(RunOrigin.Fetch, "抓取", null, default);
        await store.AddDocumentsAsync(addresses.Select((address, i) =>
            new NewDocument(run, i, address.Address.AbsoluteUri, DocumentKind.Document, null, null, 0, address.Address.AbsoluteUri, null, DocumentState.Fetching)).ToList(), default);
        await store.CloseRunAsync(run, default);

        Assert.Equal(2, (await store.DueAsync(default)).ToFetch);
        var (one, two) = (await store.ToFetchAsync(10, default)) is [var first, var second] ? (first, second) : default;
        await store.KeepFetchedAsync(one, Ended("年报.docx", "hash", DocumentState.Received, null), Result(one.Source, FetchOutcome.Fetched, "\"v1\""), default);
        await store.KeepFetchedAsync(two, Ended(two.Source, null, DocumentState.Failed, "网站没有回应"), Result(two.Source, FetchOutcome.Failed, null), default);

        Assert.Empty(await store.ToFetchAsync(10, default));
        Assert.Equal(0, (await store.DueAsync(default)).ToFetch);
        Assert.Equal(["年报.docx received ", "https://a.gov.cn/2 failed 网站没有回应"], (await trial.DocumentsAsync(run)).Select(row => $"{row.Name} {row.State} {row.Reason}"));
        Assert.Equal(
            [("https://a.gov.cn/1", "教育局", "\"v1\"", "hash", "fetched"), ("https://a.gov.cn/2", null, null, null, "failed")],
            (await store.AddressesAsync(10, 0, default)).OrderBy(row => row.Url, StringComparer.Ordinal).Select(row => (row.Url, row.Agency, row.Etag, row.Sha256, row.Outcome!)));

        NewDocument Ended(string name, string? sha256, DocumentState state, string? reason) => new(run, 0, name, DocumentKind.Document, null, sha256, 1, null, null, state, reason);

        FetchResult Result(string address, FetchOutcome outcome, string? tag) => new(outcome, new Uri(address), new Uri(address), DateTimeOffset.UnixEpoch, null, null, tag);
    }
}
