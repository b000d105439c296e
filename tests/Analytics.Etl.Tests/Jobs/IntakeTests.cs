// What becomes of documents that are given, with real processes that read them.
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;

namespace Analytics.Etl.Tests.Jobs;

public sealed class IntakeTests : IAsyncLifetime
{
    private readonly DocumentIntake workers = Engine.Workers();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await workers.DisposeAsync();

    [Fact]
    public async Task Each_document_ends_loaded_known_or_quarantined_with_its_reason()
    {
        await using var engine = await Engine.StartAsync(workers);
        var files = Given.Samples.Select(sample => engine.Write(sample.Name, sample.Bytes)).ToList();
        foreach (var sample in Given.Samples) engine.Write(sample.SidecarName, sample.Sidecar);
        var bad = new[] { engine.Write("notice.txt", Given.Notice), engine.Write("cut.docx", "PK\u0003\u0004"u8.ToArray()), engine.Write("empty.pdf", []) };
        var copy = engine.Write("copy.txt", Given.Sample("xinzhou-jyj-2020.txt").Bytes);

        var first = await engine.LoadAsync([.. files, .. bad, copy]);
        Assert.Equal(("succeeded", 1, 12L, 1L, 3L, 0L), (first.Run.State, first.Run.PublishedVersion, first.Run.Loaded, first.Run.Known, first.Run.Quarantined, first.Run.Failed));
        Assert.Equal(files.Concat(bad).Append(copy).Select(Path.GetFileName), first.Documents.Select(document => document.Name));
        Assert.All(first.Documents.Where(document => document.Status == DocumentState.Quarantined), document => Assert.Matches("\\p{IsCJKUnifiedIdeographs}{4}", document.Reason!));
        Assert.Equal("copy.txt known 与同批的“xinzhou-jyj-2020.txt”内容相同。", Engine.Told(first).Last());
        var xinzhou = first.Documents.Single(document => document.Name == "xinzhou-jyj-2020.txt");
        Assert.Equal(("忻州市教育局", (short)2020, true, 1), (xinzhou.Agency!.Replace("山西省", "", StringComparison.Ordinal), xinzhou.Year!.Value, xinzhou.Errors > 0, xinzhou.Attempts));
        Assert.Equal(["12"], await engine.AskAsync("select count(*) from report where is_current"));
        Assert.Equal(["3"], await engine.AskAsync("select count(*) from document where report_id is null"));
        var hash = await engine.Writer.ContentHashAsync(default);

        var second = await engine.LoadAsync([.. files, .. bad]);
        Assert.Equal(("succeeded", null, 0L, 15L), (second.Run.State, second.Run.PublishedVersion, second.Run.Loaded, second.Run.Known));
        Assert.Contains(Engine.Told(second), told => told.StartsWith("xinzhou-jyj-2020.txt known 与“xinzhou-jyj-2020.txt”内容相同，已于 ", StringComparison.Ordinal) && told.EndsWith("内容相同的文件已经载入。", StringComparison.Ordinal));
        Assert.Contains(Engine.Told(second), told => told.StartsWith("notice.txt known ", StringComparison.Ordinal) && told.Contains("内容相同的文件已在隔离中：", StringComparison.Ordinal));
        Assert.Equal(hash, await engine.Writer.ContentHashAsync(default));
        Assert.NotEmpty(await engine.Store.LogAsync(first.Run.RunId, 10, 0, default));
        await engine.AssertCleanAsync();
    }

    [Fact]
    public async Task Of_an_archive_each_document_ends_as_it_would_alone()
    {
        await using var engine = await Engine.StartAsync(workers);
        var known = Given.Sample("xinzhou-jyj-2020.txt").Bytes;
        var fresh = Given.Sample("chaoyang-jw-2020.html").Bytes;
        await engine.LoadAsync(engine.Write("before.txt", known));
        var archive = engine.Write("2020.zip", Given.Zip(
            ("known.txt", known), ("fresh.html", fresh), ("twice.html", fresh), ("notice.txt", Given.Bytes(Given.Notice)), ("broken.docx", "PK\u0003\u0004"u8.ToArray()), ("../outside.txt", fresh)));

        var run = await engine.LoadAsync(archive);
        var told = Engine.Told(run).ToDictionary(line => line.Split(' ')[0], line => line.Split(' ', 2)[1], StringComparer.Ordinal);
        Assert.Equal("known 内容相同的文件已经载入。", told["2020.zip/known.txt"]);
        Assert.Equal("loaded", told["2020.zip/fresh.html"]);
        Assert.Equal("known 内容相同的文件已经载入。", told["2020.zip/twice.html"]);
        Assert.StartsWith("quarantined", told["2020.zip/notice.txt"], StringComparison.Ordinal);
        Assert.StartsWith("quarantined", told["2020.zip/broken.docx"], StringComparison.Ordinal);
        Assert.Contains("可疑路径", told.Single(entry => entry.Key.EndsWith("outside.txt", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Equal((1L, 2L, 3L), (run.Run.Loaded, run.Run.Known, run.Run.Quarantined));

        var again = await engine.LoadAsync(archive);
        Assert.Equal((0L, 1L), (again.Run.Loaded, again.Run.Known));
        await engine.AssertCleanAsync();
    }

    [Fact]
    public async Task Facts_with_a_bad_row_and_a_roster_are_loaded_beside_documents()
    {
        await using var engine = await Engine.StartAsync(workers);
        var facts = engine.Write("facts.csv", "agency,region,year,metric,value\n教育局,330105,2020,licensing.decisions,12\n教育局,330106,2020,licensing.decisions,很多\n教育局,330108,2020,licensing.decisions,7\n");
        var roster = engine.Write("roster.csv", "agency,region,sector,first_year,last_year\n教育局,330105,,2019,\n");
        var wrong = engine.Write("wrong.csv", "agency,region,sector,first_year,last_year\n教育局,999999,,2019,\n");
        var run = await engine.LoadAsync(engine.Write("a.txt", Given.Text), facts, roster, wrong);

        var told = Engine.Told(run).ToList();
        Assert.Contains("a.txt loaded", told);
        Assert.Contains("facts.csv loaded 2 份报告已载入，0 份此前已载入，1 份有误未载入。", told);
        Assert.Contains(told, line => line.StartsWith("facts.csv:3", StringComparison.Ordinal) && line.Contains("quarantined", StringComparison.Ordinal) && line.Contains("第 3 行", StringComparison.Ordinal));
        Assert.Contains("roster.csv loaded", told);
        Assert.Contains(told, line => line.StartsWith("wrong.csv quarantined 第 2 行：没有代码为 999999 的地区", StringComparison.Ordinal));
        Assert.Equal(["3"], await engine.AskAsync("select count(*) from report where is_current"));
        Assert.Equal(["330105.教育局|2019"], await engine.AskAsync("select code, first_expected from mart_agency where first_expected is not null"));

        // The row has no bytes of its own: what is tried again is the file.
        var part = run.Documents.Single(document => document.Name.StartsWith("facts.csv:", StringComparison.Ordinal));
        var retried = await engine.WaitAsync(await engine.Center.RetryAsync([part.Sha256!], "测试", default));
        Assert.Equal(["facts.csv", part.Name], retried.Documents.Select(document => document.Name));
        Assert.Equal("loaded", (await engine.LoadAsync(engine.Write("b.html", Given.Sample("chaoyang-jw-2020.html").Bytes))).Documents[0].State);
        await engine.AssertCleanAsync();
    }

    [Fact]
    public async Task A_note_of_the_source_that_cannot_be_read_keeps_its_document_out_until_it_is_mended()
    {
        await using var engine = await Engine.StartAsync(workers);
        var file = engine.Write("a.txt", Given.Text);
        engine.Write("a.txt.source.json", "{ broken");
        var run = await engine.LoadAsync(file, engine.Write("b.html", Given.Sample("chaoyang-jw-2020.html").Bytes));
        Assert.Equal([DocumentState.Quarantined, DocumentState.Loaded], run.Documents.Select(document => document.Status));
        Assert.Contains("来源说明", run.Documents[0].Reason, StringComparison.Ordinal);

        engine.Write("a.txt.source.json", """{ "source": "https://example.gov.cn/1", "published": "2021-01-20" }""");
        var again = await engine.LoadAsync(file);
        Assert.Equal(["a.txt loaded"], Engine.Told(again));
        Assert.Equal(["https://example.gov.cn/1"], await engine.AskAsync("select source from document where file = 'a.txt'"));
        Assert.Empty(await engine.Store.QuarantineAsync(10, 0, default));
    }

    [Fact]
    public async Task A_document_whose_bytes_are_gone_fails_alone_and_can_be_tried_again()
    {
        await using var engine = await Engine.StartAsync(workers);
        var notice = engine.Write("notice.txt", Given.Notice);
        var roster = engine.Write("wrong.csv", "agency,region,sector,first_year,last_year\n教育局,999999,,2019,\n");
        await engine.LoadAsync(notice, roster);
        foreach (var file in new[] { notice, roster }) File.Delete(engine.Folder.DocumentFile(Engine.Sha256(file)));

        var run = await engine.WaitAsync(await engine.Center.RetryAsync([Engine.Sha256(notice), Engine.Sha256(roster)], "测试", default));
        Assert.Equal((RunState.Failed, 2L), (run.Run.Status, run.Run.Failed));
        Assert.All(run.Documents, document => Assert.Contains("备份", document.Reason, StringComparison.Ordinal));
        Assert.Equal(["a.txt loaded"], Engine.Told(await engine.LoadAsync(engine.Write("a.txt", Given.Text))));
    }
}
