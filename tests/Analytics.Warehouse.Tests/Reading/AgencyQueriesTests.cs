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
        Assert.Equal(["330105", "330100", "330000"], head.Regions);
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
    public async Task A_year_is_reported_late_held_back_missing_not_yet_due_or_not_expected()
    {
        var lastDay = new DateOnly(2024, 1, 31);
        Assert.Equal(["not_expected", "reported", "late", "due"], await StatesAsync(Province.Gongshu, 2020, 2023, lastDay));
        Assert.Equal(["missing"], await StatesAsync(Province.Gongshu, 2023, 2023, lastDay.AddDays(1)));
        Assert.Equal(["quarantined", "missing"], await StatesAsync(Province.Lucheng, 2021, 2022, lastDay));
        Assert.Equal(["unknown", "reported"], await StatesAsync(Province.Chaoyang, 2020, 2021, lastDay));
        // A government has two months more.
        Assert.Equal(["due"], await StatesAsync(Province.Hangzhou, 2023, 2023, lastDay.AddDays(1)));
        Assert.Empty(await StatesAsync("nobody", 2021, 2022, lastDay));
    }

    [Fact]
    public async Task Days_late_are_counted_from_the_day_it_was_due()
    {
        var year = Assert.Single(await queries.YearsAsync(Scope.Country, Province.Gongshu, new ReportYear(2022), new ReportYear(2022), new DateOnly(2024, 1, 1), default));
        Assert.Equal((new DateOnly(2023, 1, 31), (DateOnly?)new DateOnly(2023, 2, 10), (int?)10), (year.DueOn, year.Published, year.DaysLate));
        Assert.Equal(0, year.Quarantined);
    }

    [Fact]
    public async Task Documents_held_back_are_seen_by_those_who_see_the_country_only()
    {
        Assert.Equal("missing", Assert.Single(await queries.YearsAsync(Province.Zhejiang, Province.Lucheng, new ReportYear(2021), new ReportYear(2021), new DateOnly(2024, 1, 1), default)).State);
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

    private async Task<IEnumerable<string>> StatesAsync(string agency, int first, int last, DateOnly today) =>
        (await queries.YearsAsync(Scope.Country, agency, new ReportYear(first), new ReportYear(last), today, default)).Select(year => year.State);

    private Task<IReadOnlyList<PeerStanding>> StandingAsync(string agency, int year) => queries.StandingAsync(Scope.Country, agency, Province.Closed, new ReportYear(year), default);
}
