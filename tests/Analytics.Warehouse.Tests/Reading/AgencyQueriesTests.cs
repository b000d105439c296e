// One agency: all it printed, how its requests ended, where it stands.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class AgencyQueriesTests(Province province)
{
    private readonly AgencyQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task The_head_says_who_it_is_and_when_it_is_expected()
    {
        var head = (await queries.HeadAsync(Scope.Country, Province.Gongshu, default))!;
        Assert.Equal(("杭州市拱墅区教育局", "county", (short?)2021, null, false), (head.Name, head.RegionLevel, head.FirstExpected, head.LastExpected, head.IsGovernment));
        Assert.Equal([2021, 2022], head.Years.Select(year => (int)year));
        // On the roster, without a report.
        Assert.Empty((await queries.HeadAsync(Scope.Country, Province.Lucheng, default))!.Years);
        Assert.Null(await queries.HeadAsync(Scope.Country, "nobody", default));
    }

    [Fact]
    public async Task The_profile_has_every_value_of_every_year_and_what_is_derived()
    {
        var profile = await queries.ProfileAsync(Scope.Country, Province.Gongshu, default);

        Assert.Equal([(2021, 100m), (2022, 120m)], profile.Where(value => value.Metric == "requests.closed.total").Select(value => ((int)value.Year, value.Value!.Value)));
        Assert.Equal([(2021, 0.6m, 100m, true), (2022, 0.5m, 120m, true)],
            profile.Where(value => value.Metric == "disclosure_rate").Select(value => ((int)value.Year, value.Value!.Value, value.Denominator!.Value, value.IsDerived)));
    }

    [Fact]
    public async Task Requests_flow_from_applicants_to_outcomes_of_one_report()
    {
        Assert.Equal([new FlowValue("natural", "requests.granted", "予以公开·自然人", await province.ReportAsync("a22"), "number", 60, false)],
            (await queries.FlowAsync(Scope.Country, Province.Gongshu, ReportScope.Own, new ReportYear(2022), default)).Select(value => value with { LabelZh = "予以公开·自然人" }));
        Assert.Empty(await queries.FlowAsync(Scope.Country, Province.Gongshu, ReportScope.Level, new ReportYear(2022), default));
    }

    [Fact]
    public async Task Reconsideration_and_litigation_come_over_years()
    {
        Assert.Equal([("reconsideration.total", 2021, 2m), ("reconsideration.total", 2022, 2m)],
            (await queries.DisputesAsync(Scope.Country, Province.Gongshu, default)).Select(value => (value.Metric, (int)value.Year, value.Value!.Value)));
    }

    [Fact]
    public async Task Standing_counts_peers_of_its_level_and_sector_whose_values_count()
    {
        // 2021: 0, 10, 40, 60 in 北京, 100. The government is no peer.
        Assert.Equal([new PeerStanding("own", 40, null, 2, 0, 2)], await StandingAsync(Province.Xihu, 2021));
        Assert.Equal(0.5m, (await StandingAsync(Province.Xihu, 2021))[0].Percentile);
        Assert.Equal([("own", 0L, 1L, 1L)], (await StandingAsync(Province.Gongshu, 2022)).Select(standing => (standing.ReportScope, standing.Above, standing.Equal, standing.Below)));
    }

    [Fact]
    public async Task A_value_that_does_not_count_has_no_percentile()
    {
        var standing = Assert.Single(await StandingAsync(Province.Xihu, 2022));
        Assert.Equal(("disputed", null), (standing.LeftOut!, standing.Percentile));
    }

    [Fact]
    public async Task Reports_and_findings_are_listed()
    {
        Assert.Equal([(2022, 1L), (2021, 0L)], (await queries.ReportsAsync(Scope.Country, Province.Xihu, default)).Select(report => ((int)report.Year, report.Errors)));
        Assert.Contains(await queries.FindingsAsync(Scope.Country, Province.Xihu, default), finding => finding is { Rule: "R01", Year: 2022, State: "open" });
    }

    private Task<IReadOnlyList<PeerStanding>> StandingAsync(string agency, int year) => queries.StandingAsync(Scope.Country, agency, Province.Closed, new ReportYear(year), default);
}
