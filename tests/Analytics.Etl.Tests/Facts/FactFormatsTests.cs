// The same rows are the same facts in whatever format they come, and a workbook's numbers are what was entered.
using System.Globalization;
using Analytics.Documents.Office;
using Analytics.Etl.Facts;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Testing;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Facts;

public sealed class FactFormatsTests : IDisposable
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private readonly string folder = Directory.CreateTempSubdirectory("fact-formats-tests-").FullName;
    private readonly DocumentIntake intake = FactFiles.Intake();
    private readonly FactsFile facts;

    public FactFormatsTests() => facts = new FactsFile(Catalog, new Extractor(Catalog), intake);

    [Fact]
    public void Rows_are_the_same_facts_in_every_format() => Prop.ForAll(Arb.From(Files()), async file =>
    {
        var (heads, rows) = file;
        var read = new List<List<string>>();
        foreach (var (name, bytes) in new[]
        {
            ("a.csv", FactFiles.Csv(heads, rows)), ("a.json", FactFiles.Json(heads, rows)), ("a.jsonl", FactFiles.JsonLines(heads, rows)), ("a.xlsx", FactFiles.Xlsx(heads, rows)),
        })
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes);
            Assert.True(await facts.IsFactsAsync(path, default), name);
            read.Add((await facts.ReadAsync(path, Path.GetFileName(path), default).ToListAsync()).ConvertAll(one => Told(one.Report)));
        }

        Assert.Equal(rows.Length, read[0].Sum(report => report.Split('\n').Length - 1));
        Assert.All(read.Skip(1), other => Assert.Equal(read[0], other));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Numeric_cells_are_what_was_entered_and_rows_keep_their_number()
    {
        string[] values = ["0.30000000000000004", "1234567.89", "-93", "1E3", "0.1", "3336.0500000000002", "123456789012", "1E-20"];
        var rows = await Rows(FactFiles.Xlsx(["数值"], values.Select(value => new[] { double.Parse(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) })));

        Assert.Equal(["0.3", "1234567.89", "-93", "1000", "0.1", "3336.05", "123456789012", "1E-20"], rows.Skip(1).Select(row => row.Cells[0]));
        Assert.Equal(Enumerable.Range(1, 9), rows.Select(row => row.Number));
    }

    [Fact]
    public async Task A_row_of_a_workbook_that_cannot_be_taken_is_named_by_its_row()
    {
        var path = Write("a.xlsx", FactFiles.Xlsx(FactFiles.Heads(true), [Row("杭州市拱墅区教育局", "licensing.decisions", "1"), Row("杭州市拱墅区民政局", "没有这个", "1")]));
        var reports = await facts.ReadAsync(path, Path.GetFileName(path), default).ToListAsync();

        Assert.Equal([true, false], reports.Select(one => one.Report.Reason is null));
        Assert.Contains("a.xlsx 第 3 行：没有指标“没有这个”", reports[1].Report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_a_workbook_is_a_document_and_no_facts()
    {
        var report = Write("report.xlsx", FactFiles.Xlsx(["二、主动公开政府信息情况"], [["规章", "1", "2"]]));
        var broken = Write("broken.xlsx", [.. "PK\u0003\u0004"u8, 1, 2, 3]);

        Assert.All(await Task.WhenAll(facts.IsFactsAsync(report, default), facts.IsFactsAsync(broken, default)), Assert.False);
        Assert.All(SampleReports.Read(), sample => Assert.False(facts.IsFactsAsync(Write(sample.Name, sample.Bytes), default).Result));
    }

    [Fact]
    public async Task A_workbook_that_breaks_after_its_head_was_seen_says_why()
    {
        var path = Write("a.xlsx", [.. "PK\u0003\u0004"u8, 1, 2, 3]);

        Assert.NotNull(Assert.Single(await facts.ReadAsync(path, Path.GetFileName(path), default).ToListAsync()).Report.Reason);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[] Row(string agency, string metric, string value) => [agency, "330105", "2020", "", metric, "", value, "", ""];

    private async Task<IReadOnlyList<SheetLine>> Rows(byte[] bytes) => (await intake.RowsAsync(Write("rows.xlsx", bytes), int.MaxValue)).Rows!;

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Told(Report report) => report.Reason is not null ? report.Reason
        : $"{report.Agency} {report.Scope} {report.Year} {report.Published} {report.Sha256}\n" + string.Concat(report.Facts.Select(fact =>
            string.Create(CultureInfo.InvariantCulture, $"{fact.Metric} {fact.State} {fact.Value / 1.000000000m} {fact.Source.Unit}\n")))[..^1];

    // One or two bodies of the same form, in either words, columns in any order, what may be left out left out or not.
    private static Gen<(string[] Heads, string[][] Rows)> Files() =>
        from isChinese in Gen.Elements(true, false)
        from order in Gen.Shuffle(Enumerable.Range(0, FactColumns.All.Count).ToArray())
        from scope in Gen.Elements("", "own", "level")
        from published in Gen.Elements("", "2021-01-20")
        from byLabel in Gen.Elements(true, false)
        from agencies in Gen.Elements(new[] { "杭州市拱墅区教育局" }, ["杭州市拱墅区教育局", "拱墅区民政局,“甲”\"乙\""])
        from metrics in Gen.SubListOf(Catalog.Metrics.Where(metric => metric.Forms.Contains("2021", StringComparer.Ordinal)))
        from values in Gen.ArrayOf(Values(), agencies.Length * (metrics.Count + 1))
        let all = metrics.Count > 0 ? metrics.ToArray() : [Catalog.Metrics.First(metric => metric.Forms.Contains("2021", StringComparer.Ordinal))]
        let rows = agencies.SelectMany((agency, a) => all.Select((metric, m) =>
        {
            var (state, value) = values[(a * all.Length) + m];
            return new[] { agency, "330105", "2021", scope, byLabel ? metric.LabelZh : metric.Key.Value, state, value, state == "number" ? metric.Unit : "", published };
        })).Select(row => order.Select(column => row[column]).ToArray()).ToArray()
        let heads = FactFiles.Heads(isChinese)
        select (order.Select(column => heads[column]).ToArray(), rows);

    private static Gen<(string State, string Value)> Values()
    {
        var numbers =
            from whole in Gen.Choose(-9_999, 99_999_999)
            from part in Gen.Choose(0, 999_999)
            from state in Gen.Elements("", "number")
            select (state, (whole + (part % 3 == 0 ? part / 1_000_000m : 0)).ToString("0.######", CultureInfo.InvariantCulture));
        var blanks =
            from text in Gen.Elements("", "/", "-", "无")
            from state in Gen.Elements("", "blank")
            select (state, text);
        return Gen.OneOf(numbers, blanks, Gen.Elements(("unread", "3(2)"), ("unread", "若干")));
    }
}
