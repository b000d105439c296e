// Documents that are read again: what a person said of them counts, and what is read now takes the place of what was read before.
using Analytics.Catalog;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Warehouse;

namespace Analytics.Etl.Tests.Jobs;

public sealed class AgainTests : IAsyncLifetime
{
    private readonly DocumentIntake reading = Engine.Reading((request, _) => Task.FromResult(request));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await reading.DisposeAsync();

    [Fact]
    public async Task A_document_that_names_nobody_is_loaded_as_who_a_person_says_and_says_so()
    {
        await using var engine = await Engine.StartAsync(reading);
        var file = engine.Write("a.txt", Given.Nameless);
        Assert.Equal([DocumentState.Quarantined], (await engine.LoadAsync(file)).Documents.Select(document => document.Status));

        var run = await engine.WaitAsync(await engine.Center.AssignAsync(Engine.Sha256(file), "140900", "教育局", 2020, ReportScope.Own, "封面所载", "张三", default));

        var document = Assert.Single(run.Documents);
        Assert.Equal(("loaded", (short)2020), (document.State, document.Year!.Value));
        Assert.Equal(["140900.教育局|2020"], await AgenciesAsync(engine));
        var note = Assert.Single(await engine.AskAsync("select message from finding where rule = 'R23'"));
        Assert.Contains("张三", note, StringComparison.Ordinal);
        Assert.Contains("封面所载", note, StringComparison.Ordinal);
        Assert.Empty(await engine.Store.QuarantineAsync(10, 0, default));
        var hash = await engine.Writer.ContentHashAsync(default);

        await engine.WaitAsync(await engine.Center.RetryAsync([document.Sha256!], "张三", default));
        Assert.Equal(hash, await engine.Writer.ContentHashAsync(default));
        Assert.Single(await engine.AskAsync("select message from finding where rule = 'R23'"));

        // Said otherwise, it is another's, and nothing is left of the first.
        await engine.WaitAsync(await engine.Center.AssignAsync(document.Sha256!, "140800", "教育局", 2021, ReportScope.Own, "看错了", "李四", default));
        Assert.Equal(["140800.教育局|2021"], await AgenciesAsync(engine));
        Assert.Contains("李四", Assert.Single(await engine.AskAsync("select message from finding where rule = 'R23'")), StringComparison.Ordinal);
        await engine.AssertCleanAsync();
    }

    [Theory]
    [InlineData("999999", "教育局", 2020, "封面", "999999")]
    [InlineData("140900", "北京市朝阳区教育委员会", 2020, "封面", "不符")]
    [InlineData("140900", "教育局", 1900, "封面", "年度应为")]
    [InlineData("140900", "教育局", 2020, " ", "理由")]
    public async Task What_cannot_be_is_refused_with_what_to_do_and_nothing_is_begun(string region, string agency, int year, string reason, string said)
    {
        await using var engine = await Engine.StartAsync(reading);
        var file = engine.Write("a.txt", Given.Nameless);
        await engine.LoadAsync(file);
        var refused = await Assert.ThrowsAsync<DecisionRefusedException>(() => engine.Center.AssignAsync(Engine.Sha256(file), region, agency, year, ReportScope.Own, reason, "张三", default));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Single(await engine.Store.RunsAsync("", 10, 0, default));
    }

    [Fact]
    public async Task What_is_read_otherwise_now_takes_the_place_of_what_was_loaded()
    {
        var others = new[] { "chaoyang-jw-2020.html", "gongshu-jyj-2020.docx" };
        await using var better = Engine.Reading((request, _) => Task.FromResult(Replaced(request, "\n\t40\n", "\n\t41\n")));
        await using var engine = await Engine.StartAsync(reading);
        var file = engine.Write("a.txt", Given.Text);
        await engine.LoadAsync([file, .. others.Select(name => engine.Write(name, Given.Sample(name).Bytes))]);
        var before = await engine.Writer.ContentHashAsync(default);
        await engine.RestartAsync(better);

        var again = await engine.WaitAsync(await engine.Center.RetryAsync([Engine.Sha256(file)], "张三", default));

        Assert.Equal(["a.txt loaded"], Engine.Told(again));
        Assert.Equal(["3|3"], await engine.AskAsync("select count(*), count(*) filter (where is_current) from report"));
        await engine.AssertCleanAsync();
        await using var fresh = await Engine.StartAsync(better);
        await fresh.LoadAsync([fresh.Write("a.txt", Given.Text), .. others.Select(name => fresh.Write(name, Given.Sample(name).Bytes))]);
        Assert.NotEqual(before, await engine.Writer.ContentHashAsync(default));
        Assert.Equal(await fresh.Writer.ContentHashAsync(default), await engine.Writer.ContentHashAsync(default));
    }

    [Fact]
    public async Task A_corrected_report_is_a_new_version_and_both_are_kept()
    {
        await using var engine = await Engine.StartAsync(reading);
        await engine.LoadAsync(Dated(engine, "first.txt", Given.Text, "2021-01-10"));
        await engine.LoadAsync(Dated(engine, "second.txt", Given.Corrected, "2021-03-10"));
        Assert.Equal(["first.txt|1|False", "second.txt|2|True"], await VersionsAsync(engine));
        await engine.AssertCleanAsync();

        await using var backwards = await Engine.StartAsync(reading);
        await backwards.LoadAsync(Dated(backwards, "second.txt", Given.Corrected, "2021-03-10"));
        await backwards.LoadAsync(Dated(backwards, "first.txt", Given.Text, "2021-01-10"));
        Assert.Equal(await engine.Writer.ContentHashAsync(default), await backwards.Writer.ContentHashAsync(default));
    }

    private static string Dated(Engine engine, string name, string text, string published)
    {
        engine.Write(name + ".source.json", $$"""{ "published": "{{published}}" }""");
        return engine.Write(name, text);
    }

    private static Task<IReadOnlyList<string>> AgenciesAsync(Engine engine) =>
        engine.AskAsync("select code, year from report join dim_agency using (agency_id) where is_current");

    private static Task<IReadOnlyList<string>> VersionsAsync(Engine engine) =>
        engine.AskAsync("select file, version, is_current from report join document using (report_id) order by file");

    private static ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> request, string from, string to)
    {
        var bytes = request.ToArray();
        var at = bytes.AsSpan().IndexOf(Given.Bytes(from));
        if (at >= 0) Given.Bytes(to).CopyTo(bytes, at);
        return bytes;
    }
}
