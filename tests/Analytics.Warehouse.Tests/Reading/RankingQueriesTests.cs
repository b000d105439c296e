// League tables: ties, what has no rank and why, and the year before.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class RankingQueriesTests(Province province)
{
    private static readonly ReportYear Year = new(2022);
    private readonly RankingQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task Equal_values_share_a_rank_and_what_does_not_count_comes_last_with_the_reason()
    {
        var ranks = await RanksAsync(Scope.Country, Province.Closed, false, new ListPage(10));

        Assert.Equal(
            [
                (Province.Chaoyang, 1, 2, 120m, 60m, null), (Province.Gongshu, 1, 1, 120m, 100m, null), (Province.Shangcheng, 3, 4, 20m, 10m, null),
                (Province.Haishu, (int?)null, 5, (decimal?)null, 0m, "blank"), (Province.Xihu, null, 3, 40m, 40m, "disputed"),
            ],
            ranks.Select(line => (line.Agency, (int?)line.Rank, (int?)line.RankBefore, line.Value, line.ValueBefore, line.LeftOut)));
        Assert.Equal(1, ranks[0].PlacesWon);
    }

    [Fact]
    public async Task Rates_below_their_least_denominator_have_no_rank()
    {
        var ranks = await RanksAsync(Scope.Country, Province.Rate, false, new ListPage(10));

        Assert.Equal(
            [(Province.Gongshu, 1, null), (Province.Chaoyang, 2, null), (Province.Xihu, (int?)null, "disputed"), (Province.Haishu, null, "incomplete"), (Province.Shangcheng, null, "small")],
            ranks.Select(line => (line.Agency, (int?)line.Rank, line.LeftOut)));
        Assert.Equal(20, ranks[4].Denominator);
    }

    [Fact]
    public async Task Ascending_the_least_is_first()
    {
        Assert.Equal([(Province.Shangcheng, 1), (Province.Chaoyang, 2), (Province.Gongshu, 2)],
            (await RanksAsync(Scope.Country, Province.Closed, true, new ListPage(3))).Select(line => (line.Agency, (int)line.Rank!)));
    }

    [Fact]
    public async Task A_page_keeps_the_ranks_of_the_whole()
    {
        Assert.Equal([(Province.Shangcheng, 3)], (await RanksAsync(Scope.Country, Province.Closed, false, new ListPage(1, 2))).Select(line => (line.Agency, (int)line.Rank!)));
    }

    [Fact]
    public async Task Who_sees_one_province_has_its_ranks()
    {
        Assert.Equal([(Province.Gongshu, 1), (Province.Shangcheng, 2)],
            (await RanksAsync(Province.Zhejiang, Province.Closed, false, new ListPage(2))).Select(line => (line.Agency, (int)line.Rank!)));
    }

    [Fact]
    public async Task Ranks_of_the_first_are_told_over_years()
    {
        var points = await queries.BumpAsync(Scope.Country, AgencyGroup.All, Province.Closed, ReportScope.Own, new ReportYear(2020), Year, false, 2, default);

        Assert.Equal(
            [(Province.Chaoyang, 2021, 2, 60m), (Province.Chaoyang, 2022, 1, 120m), (Province.Gongshu, 2021, 1, 100m), (Province.Gongshu, 2022, 1, 120m)],
            points.Select(point => (point.Agency, (int)point.Year, (int)point.Rank, point.Value)));
        Assert.Equal([await province.ReportAsync("p21"), await province.ReportAsync("p22"), await province.ReportAsync("a21"), await province.ReportAsync("a22")], points.Select(point => point.ReportId));
        // 拱墅 absorbed 下城 in 2021.
        Assert.Equal([(Province.Gongshu, (short)2021)], points.Where(point => point.IsOtherRegion).Select(point => (point.Agency, point.Year)));
        Assert.DoesNotContain(points, point => point.IsOtherForm);
    }

    [Fact]
    public async Task Who_is_missing_is_told_by_the_roster_and_without_one_by_other_years()
    {
        Assert.Equal([new MissingAgency(Province.Lucheng, "鹿城区教育局", true, 1)], await MissingAsync(2022));
        Assert.Equal([new MissingAgency(Province.Chaoyang, "朝阳区教育委员会", false, 1)], await MissingAsync(2020));
        Assert.Equal((1, 7), ((await MissingAsync(2023, 1)).Count, (await MissingAsync(2023)).Count));
        Assert.Equal([(true, 6)], (await MissingAsync(2023, 1)).Select(agency => (agency.IsExpected, (int)agency.Total)));
    }

    private Task<IReadOnlyList<MissingAgency>> MissingAsync(int year, int limit = 10) => queries.MissingAsync(Scope.Country, AgencyGroup.All, new ReportYear(year), limit, default);

    private Task<IReadOnlyList<RankedAgency>> RanksAsync(Scope scope, MetricKey metric, bool isAscending, ListPage page) =>
        queries.RanksAsync(scope, AgencyGroup.All, metric, ReportScope.Own, Year, isAscending, page, default);
}
