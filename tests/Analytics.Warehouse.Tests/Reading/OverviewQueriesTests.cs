// The overview: sums of one scope of report, change between those who count in both years, who is late.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class OverviewQueriesTests(Province province)
{
    private static readonly ReportYear Year = new(2022);
    private readonly OverviewQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task A_tile_never_adds_scopes_and_tells_the_change_between_those_that_count_in_both_years()
    {
        var tiles = await queries.TileAsync(Province.Zhejiang, AgencyGroup.All, Province.Closed, Year, default);

        Assert.Equal(
            [
                // 120 + 20; the disputed 40 and the blank are left out. 100 + 10 the year before.
                new KpiTile("own", 2, 140, 1, 0, 1, 2, 140, 110), new KpiTile("level", 1, 500, 0, 0, 0, 1, 500, 400),
            ],
            tiles);
        Assert.Equal(0.25m, tiles[1].Change);
    }

    [Fact]
    public async Task Rates_are_not_added()
    {
        var tile = (await queries.TileAsync(Province.Zhejiang, AgencyGroup.All, Province.Rate, Year, default))[0];

        Assert.Equal((1L, null, null, null), (tile.Counted, tile.Total, tile.PairedNow, tile.Change));
        Assert.Equal((0.5m, 1L), (tile.Median!.Value, tile.Paired));
        Assert.Equal((0.5m, 0.6m), (tile.PairedMedian!.Value, tile.PairedMedianBefore!.Value));
    }

    [Fact]
    public async Task Late_are_those_without_a_report_after_the_day_and_those_that_published_after_it()
    {
        Assert.Equal(
            [
                new LateAgency(Province.Lucheng, "鹿城区教育局", "浙江省/温州市/鹿城区", false, new DateOnly(2023, 1, 31), null, true, 74, 2),
                new LateAgency(Province.Gongshu, "拱墅区教育局", "浙江省/杭州市/拱墅区", false, new DateOnly(2023, 1, 31), new DateOnly(2023, 2, 10), false, 10, 2),
            ],
            await LateAsync(2022, new DateOnly(2023, 4, 15)));
        Assert.Empty(await LateAsync(2022, new DateOnly(2023, 1, 31)));
    }

    [Fact]
    public async Task Governments_have_until_the_end_of_March()
    {
        Assert.DoesNotContain(await LateAsync(2023, new DateOnly(2024, 3, 31)), agency => agency.Agency == Province.Hangzhou);
        var late = Assert.Single(await LateAsync(2023, new DateOnly(2024, 4, 1)), agency => agency.IsGovernment);
        Assert.Equal((Province.Hangzhou, new DateOnly(2024, 3, 31), 1, 6L), (late.Agency, late.DueOn, late.DaysLate, late.Total));
    }

    [Fact]
    public async Task Movers_are_the_greatest_changes_of_values_that_count()
    {
        Assert.Equal(
            [(Province.Chaoyang, 120m, 60m, 60m), (Province.Gongshu, 120m, 100m, 20m), (Province.Shangcheng, 20m, 10m, 10m)],
            (await MoversAsync(2022)).Select(mover => (mover.Agency, mover.Value, mover.ValueBefore, mover.Change)));
    }

    [Fact]
    public async Task A_change_of_form_is_marked()
    {
        var mover = Assert.Single(await MoversAsync(2021));

        // 上城 was rebuilt in April 2021 and had the old form before.
        Assert.Equal((Province.Shangcheng, -20m, true, true), (mover.Agency, mover.Change, mover.IsOtherForm, mover.IsOtherRegion));
    }

    [Fact]
    public async Task Open_findings_come_by_severity()
    {
        Assert.Contains(new SeverityCount("error", 1, 1, 1), await queries.FindingsAsync(Province.Zhejiang, AgencyGroup.All, default));
        Assert.DoesNotContain(await queries.FindingsAsync(new Scope([new RegionCode("110000")]), AgencyGroup.All, default), count => count.Severity == "error");
    }

    [Fact]
    public async Task Quarantined_documents_are_seen_with_the_whole_country_only()
    {
        var load = Assert.Single(await queries.LoadsAsync(Scope.Country, 10, default));

        Assert.Equal((13L, 13L, 6L, 1L), (load.Documents, load.Reports, load.Agencies, load.Quarantined));
        Assert.InRange(load.LoadedAt, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow);
        Assert.Equal((11L, 0L), (await queries.LoadsAsync(Province.Zhejiang, 10, default)).Select(entry => (entry.Documents, entry.Quarantined)).Single());
    }

    private Task<IReadOnlyList<LateAgency>> LateAsync(int year, DateOnly today) =>
        queries.LateAsync(Scope.Country, AgencyGroup.All, new ReportYear(year), today, new ListPage(10), default);

    private Task<IReadOnlyList<Mover>> MoversAsync(int year) =>
        queries.MoversAsync(Scope.Country, AgencyGroup.All, Province.Closed, ReportScope.Own, new ReportYear(year), 10, default);
}
