// A real warehouse with a handful of reports, loaded and published once for all tests that ask it.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests;

[CollectionDefinition(Name)]
public sealed class WarehouseTests : ICollectionFixture<SmallWarehouse>
{
    public const string Name = "warehouse";
}

/// <summary>Reports of a few bodies: 拱墅 prints all in order, 忻州 a wrong total, 朝阳 blanks and cells nobody can read;
/// and many with one number each.</summary>
public sealed class SmallWarehouse : IAsyncLifetime
{
    public static readonly Agency Gongshu = new("杭州市拱墅区教育局", "拱墅区教育局", "教育局", new RegionCode("330105"), "教育");
    public static readonly Agency GongshuCivil = new("杭州市拱墅区民政局", "拱墅区民政局", "民政局", new RegionCode("330105"), "民政");
    public static readonly Agency Chaoyang = new("北京市朝阳区教育委员会", "朝阳区教育委员会", "教育委员会", new RegionCode("110105"), "教育");
    public static readonly Agency Xinzhou = new("忻州市教育局", "忻州市教育局", "教育局", new RegionCode("140900"), "教育");

    /// <summary>Three districts with so many reporting bodies that together they are more than can be compared.</summary>
    public static readonly string[] Crowded = ["150102", "150103", "150104"];

    /// <summary>A document that could not be read.</summary>
    public const string Quarantined = "unknown.txt";

    private static readonly CatalogData Catalog = CatalogData.Current;
    private readonly string path = Directory.CreateTempSubdirectory("analytics-dashboards-").FullName;

    public SmallWarehouse()
    {
        Folder = new DataFolder(path);
        Published = new PublishedWarehouse(Folder);
    }

    public DataFolder Folder { get; }

    /// <summary>The reading side; a process has one of a folder.</summary>
    public PublishedWarehouse Published { get; }

    public static string CodeOf(Agency agency) => $"{agency.Region}.{agency.Office}";

    public static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    public static string FileOf(Agency agency, int year) => $"{agency.ShortName}{year}.docx";

    /// <summary>Number of a report.</summary>
    public async Task<int> ReportAsync(Agency agency, int year)
    {
        var values = await new CompareQueries(Published).ValuesAsync(Scope.Country, [CodeOf(agency)], Catalog.Metrics.Select(metric => metric.Key).ToList(), year, year, CancellationToken.None);
        return values.Select(value => value.ReportId).Distinct().Single();
    }

    public async Task InitializeAsync()
    {
        using var writer = await WarehouseWriter.OpenAsync(Folder, Catalog, TimeProvider.System, CancellationToken.None);
        await writer.LoadAsync(Items().ToList(), CancellationToken.None);
        await writer.PublishAsync(CancellationToken.None);
        await Folder.KeepAsync(Sha256(FileOf(Gongshu, 2020)), "the document"u8.ToArray(), CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Published.Dispose();
        Directory.Delete(path, recursive: true);
        return Task.CompletedTask;
    }

    internal static IEnumerable<LoadItem> Items()
    {
        yield return Item(Gongshu, 2020, "2019", Requests("2019", received: (40, 5), granted: (30, 5), partly: (3, 0), secret: (2, 0), carriedOut: (5, 0))
            .With("rules.public_total", "2")
            .With("licensing.items_prev", "12").With("licensing.items_change", "-3").With("licensing.decisions", "120")
            .With("fees.items_prev", "4").With("fees.items_change", "0")
            .With("procurement.count", "5").With("procurement.amount_wan", "3336.05"));
        yield return Item(Gongshu, 2021, "2021", Requests("2021", received: (50, 0), granted: (40, 0), partly: (5, 0), secret: (0, 0), carriedOut: (5, 0))
            .With("requests.carried_in.natural", "/").With("licensing.decisions", "90").With("fees.amount_wan", "12.5"));
        yield return Item(GongshuCivil, 2021, "2021", Requests("2021", received: (3, 0), granted: (3, 0), partly: (0, 0), secret: (0, 0), carriedOut: (0, 0)));
        var total = new MetricKey("requests.granted.total");
        yield return Item(Xinzhou, 2020, "2019", Requests("2019", received: (15, 0), granted: (15, 0), partly: (0, 0), secret: (0, 0), carriedOut: (0, 0)).With(total.Value, "0"),
            new Finding("R01", Severity.Error, [total], 15, 0, "各类申请人之和与总计不等：予以公开印为 0，按其他各项应为 15"),
            new Finding("R23", Severity.Warning, [], null, null, "标题与落款不一致"));
        yield return Item(Chaoyang, 2020, "2019", Requests("2019", received: (8, 0), granted: (4, 0), partly: (0, 0), secret: (4, 0), carriedOut: (0, 0))
            .With("requests.carried_in.enterprise", "").With("requests.partly_granted.total", "l0l").With("requests.closed.total", "")
            .Without("requests.declined.complaint.research")
            .With("procurement.amount_wan", "500", hasUnit: false),
            new Finding("R16", Severity.Info, [new MetricKey("requests.carried_in.enterprise"), new MetricKey("requests.closed.total")], null, null, "单元格空白：共 2 个，不按 0 处理"));
        foreach (var agency in Crowded.SelectMany(_ => Enumerable.Range(1, 8), (region, number) => new Agency($"{region}第{number}局", $"{region}第{number}局", $"第{number}局", new RegionCode(region), null)))
            yield return Item(agency, 2020, "2019", new Cells([]).With("requests.received.total", "1"));
        yield return new LoadItem(Sha256(Quarantined), Quarantined, null, null, null, "test", null, "no agency found", "{}");
    }

    private static LoadItem Item(Agency agency, int year, string form, Cells cells, params Finding[] findings)
    {
        var tables = cells.Values.Select(value => Catalog.Metric(value.Metric)!.Table).Distinct(StringComparer.Ordinal);
        var report = new LoadReport(agency, agency.ShortName, new ReportYear(year), ReportScope.Own,
            tables.ToDictionary(table => table, _ => form, StringComparer.Ordinal), cells.Values, findings);
        var file = FileOf(agency, year);
        return new LoadItem(Sha256(file), file, "https://example.org/" + year, new DateOnly(year + 1, 1, 20), "some note", "test", report, null, null);
    }

    // Table 三 whose sums hold; natural persons and enterprises alone ask for anything.
    private static Cells Requests(string form, (int Natural, int Enterprise) received, (int Natural, int Enterprise) granted,
        (int Natural, int Enterprise) partly, (int Natural, int Enterprise) secret, (int Natural, int Enterprise) carriedOut) =>
        new Cells(Catalog.Metrics.Where(metric => metric.Table == "三" && metric.Forms.Contains(form, StringComparer.Ordinal)))
            .With("requests.received", received).With("requests.granted", granted).With("requests.partly_granted", partly)
            .With("requests.denied.state_secret", secret).With("requests.carried_out", carriedOut)
            .With("requests.closed", (granted.Natural + partly.Natural + secret.Natural, granted.Enterprise + partly.Enterprise + secret.Enterprise));

    // Cells as printed; those it begins with hold 0.
    private sealed class Cells(IEnumerable<Metric> zeros)
    {
        private readonly Dictionary<MetricKey, LoadValue> values = zeros.ToDictionary(metric => metric.Key, metric => Value(metric.Key, "0", hasUnit: true));

        public List<LoadValue> Values => values.Values.ToList();

        public Cells With(string line, (int Natural, int Enterprise) numbers) => With(line + ".natural", Text(numbers.Natural))
            .With(line + ".enterprise", Text(numbers.Enterprise)).With(line + ".total", Text(numbers.Natural + numbers.Enterprise));

        public Cells With(string metric, string text, bool hasUnit = true)
        {
            var key = new MetricKey(metric);
            values[key] = Value(key, text, hasUnit);
            return this;
        }

        public Cells Without(string metric)
        {
            Assert.True(values.Remove(new MetricKey(metric)), $"There is no {metric} to leave out.");
            return this;
        }

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static LoadValue Value(MetricKey key, string text, bool hasUnit)
        {
            var metric = Catalog.Metric(key) ?? throw new KeyNotFoundException($"No metric {key}.");
            var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
            var place = Catalog.Metrics.Where(other => other.Table == metric.Table).ToList();
            var lines = place.Select(other => other.Key.Line).Distinct(StringComparer.Ordinal).ToList();
            var columns = place.Where(other => other.Key.Line == key.Line).Select(other => other.Key).ToList();
            return new LoadValue(key, isNumber ? ValueState.Number : text is "" or "/" ? ValueState.Blank : ValueState.Unread, isNumber ? number : null, hasUnit,
                new LoadCell("一二三四".IndexOf(metric.Table, StringComparison.Ordinal) + 1, 2, lines.IndexOf(key.Line) + 3, columns.IndexOf(key) + 2, null, 4, text,
                    metric.Unit == "万元" && hasUnit ? metric.Unit : null, metric.RowZh, metric.ColumnZh, IsOcr: false));
        }
    }
}
