// The map: what lies in each part of a region, with coverage.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class MapQueriesTests(Province province)
{
    private static readonly ReportYear Year = new(2022);
    private readonly MapQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task Provinces_have_the_agencies_below_them_and_one_agency_alone_is_named()
    {
        Assert.Equal(
            [new RegionSpread("110000", 1, 120, 120, 0, 0, 0, 0, "朝阳区教育委员会"), new RegionSpread("330000", 2, 140, 70, 1, 0, 0, 1, null)],
            await RegionsAsync("CN", Province.Closed, ReportScope.Own));
    }

    [Fact]
    public async Task Parts_of_a_province_are_its_prefectures()
    {
        Assert.Equal(
            [new RegionSpread("330100", 2, 140, 70, 1, 0, 0, 0, null), new RegionSpread("330200", 0, null, null, 0, 0, 0, 1, null)],
            await RegionsAsync("330000", Province.Closed, ReportScope.Own));
        Assert.Equal(
            [
                new RegionCoverage("330100", "杭州市", "杭州", "prefecture", 3, 4, 0), new RegionCoverage("330200", "宁波市", "宁波", "prefecture", 1, 1, 0),
                new RegionCoverage("330300", "温州市", "温州", "prefecture", 0, 1, 1),
            ],
            await queries.CoverageAsync(Scope.Country, new AgencyGroup(new RegionCode("330000")), ReportScope.Own, Year, default));
    }

    [Fact]
    public async Task What_lies_in_no_part_comes_under_the_region_itself()
    {
        Assert.Equal([("330100", 500m)], (await RegionsAsync("330100", Province.Closed, ReportScope.Level)).Select(part => (part.Code, part.Total!.Value)));
    }

    [Fact]
    public async Task Rates_have_a_median_and_no_sum()
    {
        Assert.Equal([("110000", null, 0.25m), ("330000", null, 0.5m)], (await RegionsAsync("CN", Province.Rate, ReportScope.Own)).Select(part => (part.Code, part.Total, part.Median!.Value)));
    }

    private Task<IReadOnlyList<RegionSpread>> RegionsAsync(string region, MetricKey metric, ReportScope reportScope) =>
        queries.RegionsAsync(Scope.Country, new AgencyGroup(new RegionCode(region)), metric, reportScope, Year, default);
}
