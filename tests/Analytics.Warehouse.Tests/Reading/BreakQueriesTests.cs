// Breaks beside a series: forms and territories.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class BreakQueriesTests(Province province)
{
    private readonly BreakQueries queries = new(province.Warehouse.Reader);

    [Theory]
    [InlineData("requests.closed.total")]
    [InlineData("disclosure_rate")]
    public async Task Forms_are_counted_by_year(string metric)
    {
        Assert.Equal([new FormCount(2020, "2019", 1), new FormCount(2021, "2021", 4), new FormCount(2022, "2021", 4)],
            await queries.FormsAsync(Province.Zhejiang, AgencyGroup.All, new MetricKey(metric), ReportScope.Own, new ReportYear(2020), new ReportYear(2022), default));
    }

    [Fact]
    public async Task Changes_of_territory_within_a_region_are_told()
    {
        var events = await queries.EventsAsync(Scope.Country, new RegionCode("330100"), new ReportYear(2021), new ReportYear(2021), default);

        Assert.Contains(events, change => change.Regions.Contains("330105") && change.Date == new DateOnly(2021, 4, 9) && change.Note.Contains("下城区", StringComparison.Ordinal));
        Assert.Empty(await queries.EventsAsync(Scope.Country, new RegionCode("330100"), new ReportYear(2018), new ReportYear(2018), default));
        Assert.Empty(await queries.EventsAsync(new Scope([new RegionCode("110000")]), new RegionCode("330100"), new ReportYear(2021), new ReportYear(2021), default));
    }
}
