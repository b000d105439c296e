// A small province, a bureau outside of it, and all that makes figures hard to add: what the pages' questions are tested on.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

/// <summary>Four bureaus and a government of 浙江 over three years, one bureau of 北京. One bureau of 浙江 is expected and
/// does not report; that of 北京 is on no roster.</summary>
public sealed class Province : IAsyncLifetime
{
    internal const string Gongshu = "330105.教育局";
    internal const string Xihu = "330106.教育局";
    internal const string Shangcheng = "330102.教育局";
    internal const string Haishu = "330203.教育局";
    internal const string Lucheng = "330302.教育局";
    internal const string Hangzhou = "330100.人民政府";
    internal const string Chaoyang = "110105.教育委员会";

    internal static readonly Scope Zhejiang = new([new RegionCode("330000")]);
    internal static readonly MetricKey Closed = new("requests.closed.total");
    internal static readonly MetricKey Rate = new("disclosure_rate");

    internal TestWarehouse Warehouse { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Warehouse = await TestWarehouse.OpenAsync();
        await Warehouse.Writer.LoadRosterAsync(
            [
                Expected(Sample.Gongshu), Expected(Bureau("西湖区", "330106")), Expected(Bureau("上城区", "330102")),
                Expected(Bureau("海曙区", "330203")), Expected(Bureau("鹿城区", "330302")), Expected(Sample.Hangzhou),
            ],
            "roster.csv", CancellationToken.None);
        await Warehouse.PublishAsync(
            Report("a21", Sample.Gongshu, 2021, 100, 50, 10), Report("a22", Sample.Gongshu, 2022, 120, 60, 0).Published(2023, 2, 10),
            Report("b21", Bureau("西湖区", "330106"), 2021, 40, 40, 0),
            Report("b22", Bureau("西湖区", "330106"), 2022, 40, 15, 0).With(Sample.Error("R01", "requests.closed.total")).Published(2023, 1, 20),
            Report("c20", Bureau("上城区", "330102"), 2020, 30, 15, 0), Report("c21", Bureau("上城区", "330102"), 2021, 10, 5, 0),
            Report("c22", Bureau("上城区", "330102"), 2022, 20, 10, 0),
            Report("d21", Bureau("海曙区", "330203"), 2021, 0, 0, 0), Sample.Of("d22", Bureau("海曙区", "330203"), 2022, "requests.closed.total=", "requests.granted.total=3"),
            Report("g21", Sample.Hangzhou, 2021, 400, 1, 1).WithScope(ReportScope.Level), Report("g22", Sample.Hangzhou, 2022, 500, 1, 1).WithScope(ReportScope.Level),
            Report("p21", Sample.Chaoyang, 2021, 60, 30, 0), Report("p22", Sample.Chaoyang, 2022, 120, 30, 0),
            Sample.Quarantined("q", "不是年报") with { Extracted = """{"agency": "温州市鹿城区教育局", "year": 2021}""" });
    }

    public Task DisposeAsync()
    {
        Warehouse.Dispose();
        return Task.CompletedTask;
    }

    internal static Agency Bureau(string region, string code) =>
        new($"{(code.StartsWith("3301", StringComparison.Ordinal) ? "杭州市" : code.StartsWith("3302", StringComparison.Ordinal) ? "宁波市" : "温州市")}{region}教育局", $"{region}教育局", "教育局", new RegionCode(code), "教育");

    internal async Task<int> ReportAsync(string bytes) =>
        int.Parse(await Warehouse.ValueAsync($"select report_id from document where sha256 = '{Sample.Hash(bytes)}'"), System.Globalization.CultureInfo.InvariantCulture);

    private static RosterEntry Expected(Agency agency) => new(agency, new ReportYear(2021), null);

    private static LoadItem Report(string bytes, Agency agency, int year, int closed, int granted, int partly) => Sample.Of(bytes, agency, year,
        $"requests.closed.total={closed}", $"requests.granted.total={granted}", $"requests.granted.natural={granted}", $"requests.partly_granted.total={partly}", "reconsideration.total=2");
}

[CollectionDefinition("province")]
public sealed class ProvinceTests : ICollectionFixture<Province>;
