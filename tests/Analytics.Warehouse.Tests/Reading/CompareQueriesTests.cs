// The questions behind a chart: who can be compared, what they printed, and what changed under them.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class CompareQueriesTests : IClassFixture<CompareQueriesTests.Shared>
{
    private readonly CompareQueries queries;

    public CompareQueriesTests(Shared shared) => queries = new CompareQueries(shared.Warehouse.Reader);

    [Fact]
    public async Task Values_come_by_metric_agency_and_year_and_absent_ones_do_not_come()
    {
        var values = await queries.ValuesAsync(Scope.Country, ["330105.教育局", "110105.教育委员会"], [new MetricKey("requests.closed.total"), new MetricKey("rules.made")], 2020, 2022, default);

        Assert.Equal(
            [
                ("rules.made", "330105.教育局", 2020, "blank", null), ("requests.closed.total", "110105.教育委员会", 2020, "number", 7m),
                ("requests.closed.total", "330105.教育局", 2020, "number", 40m), ("requests.closed.total", "330105.教育局", 2022, "number", 50m),
            ],
            values.Select(value => (value.Metric, value.Agency, (int)value.Year, value.State, value.Value)));
        Assert.Equal(("拱墅区教育局", "own", "2019", true), (values[2].AgencyName, values[2].Scope, values[2].Form!, values[2].HasUnit));
    }

    [Fact]
    public async Task A_range_of_years_includes_both_ends()
    {
        Assert.Equal([2021], (await queries.ValuesAsync(Scope.Country, ["330100.人民政府"], [new MetricKey("requests.closed.total")], 2021, 2021, default)).Select(value => (int)value.Year));
    }

    [Theory]
    [InlineData("拱墅", "330105.教育局")]
    [InlineData(" 拱墅区教育局 ", "330105.教育局")]
    [InlineData("GONGSHU", "330105.教育局")]
    [InlineData("gsq", "330105.教育局")]
    [InlineData("区教育体育局", "330105.教育局")]
    [InlineData("北京", "110105.教育委员会")]
    [InlineData("杭州市人民政府", "330100.人民政府")]
    [InlineData("没有这个机关", "")]
    [InlineData("%", "")]
    public async Task Agencies_are_found_by_name_region_pinyin_and_printed_name(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', (await queries.FindAgenciesAsync(Scope.Country, text, 10, default)).Select(agency => agency.Code)));
    }

    [Fact]
    public async Task Of_found_agencies_the_one_of_that_very_name_comes_first_then_those_with_more_years()
    {
        Assert.Equal(["330100.人民政府", "330105.教育局"], (await queries.FindAgenciesAsync(Scope.Country, "杭州市", 10, default)).Select(agency => agency.Code));
        Assert.Equal(["330105.教育局"], (await queries.FindAgenciesAsync(Scope.Country, "教育", 1, default)).Select(agency => agency.Code));
    }

    [Fact]
    public async Task An_agency_comes_with_its_years_and_region()
    {
        var agency = Assert.Single(await queries.AgenciesAsync(Scope.Country, ["330105.教育局", "unknown"], default));

        Assert.Equal(("杭州市拱墅区教育局", "拱墅区教育局", "教育", "330105", "拱墅区", "浙江省/杭州市/拱墅区", false),
            (agency.Name, agency.ShortName, agency.Sector, agency.RegionCode, agency.RegionName, agency.RegionPath, agency.IsGovernment));
        Assert.Equal([2020, 2022], agency.Years.Select(year => (int)year));
    }

    [Theory]
    [InlineData("拱墅区", "330105")]
    [InlineData("hangzhou", "330100")]
    [InlineData("西湖", "")]
    public async Task Regions_are_found_where_somebody_reports(string text, string codes)
    {
        Assert.Equal(codes, string.Join(' ', (await queries.FindRegionsAsync(Scope.Country, text, 10, default)).Select(region => region.Code)));
    }

    [Fact]
    public async Task For_a_region_its_government_speaks_and_without_one_its_agencies()
    {
        Assert.Equal(["330100.人民政府"], (await queries.OfRegionAsync(Scope.Country, new RegionCode("330100"), 10, default)).Select(agency => agency.Code));
        Assert.Equal(["330105.教育局"], (await queries.OfRegionAsync(Scope.Country, new RegionCode("330105"), 10, default)).Select(agency => agency.Code));
        Assert.Empty(await queries.OfRegionAsync(Scope.Country, new RegionCode("330106"), 10, default));
    }

    [Fact]
    public async Task Changes_of_a_region_are_told_within_the_years_asked_for()
    {
        var change = Assert.Single(await queries.RegionChangesAsync(Scope.Country, ["330105.教育局", "110105.教育委员会"], 2020, 2022, default));

        Assert.Equal(("330105.教育局", new DateOnly(2021, 4, 9), "merge"), (change.Agency, change.Date, change.Kind));
        Assert.Contains("下城区", change.Note, StringComparison.Ordinal);
        Assert.Empty(await queries.RegionChangesAsync(Scope.Country, ["330105.教育局"], 2022, 2024, default));
    }

    [Fact]
    public async Task The_extent_says_which_years_there_are_and_how_much()
    {
        Assert.Equal(new Extent(2020, 2022, 5, 3), await queries.ExtentAsync(Scope.Country, default));
        Assert.Equal(new Extent(null, null, 0, 0), await queries.ExtentAsync(new Scope([new RegionCode("650000")]), default));
    }

    [Fact]
    public async Task Peers_are_near_in_size_on_either_side_of_zero()
    {
        (string Office, int Change)[] bodies = [("甲局", -20), ("乙局", -30), ("丙局", -1), ("丁局", 20), ("戊局", 0)];
        using var warehouse = await TestWarehouse.OpenAsync(
            [.. bodies.Select(body => Sample.Of(body.Office, Sample.Gongshu with { Office = body.Office, ShortName = body.Office }, 2020, $"licensing.items_change={body.Change}"))]);

        var peers = await new CompareQueries(warehouse.Reader).PeersAsync(Scope.Country, "330105.甲局", new MetricKey("licensing.items_change"), new ReportYear(2020), 10, default);

        Assert.Equal(["乙局", "丙局", "戊局", "丁局"], peers.Select(peer => peer.ShortName));
    }

    /// <summary>A bureau with two years, a government with two and one of another province.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal TestWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync() => Warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("a", Sample.Gongshu, 2020, "rules.made=", "requests.closed.total=40").PrintedAs("拱墅区教育体育局"),
            Sample.Of("b", Sample.Gongshu, 2022, "requests.closed.total=50"),
            Sample.Of("c", Sample.Hangzhou, 2020, "requests.closed.total=400").WithScope(ReportScope.Level),
            Sample.Of("d", Sample.Hangzhou, 2021, "requests.closed.total=500").WithScope(ReportScope.Level),
            Sample.Of("e", Sample.Chaoyang, 2020, "requests.closed.total=7"));

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}
