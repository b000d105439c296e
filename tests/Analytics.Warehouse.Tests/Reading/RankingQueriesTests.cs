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
        Assert.Equal(
            [new RankPoint(Province.Chaoyang, "朝阳区教育委员会", 2021, 2, 60), new RankPoint(Province.Chaoyang, "朝阳区教育委员会", 2022, 1, 120), new RankPoint(Province.Gongshu, "拱墅区教育局", 2021, 1, 100), new RankPoint(Province.Gongshu, "拱墅区教育局", 2022, 1, 120)],
            await queries.BumpAsync(Scope.Country, AgencyGroup.All, Province.Closed, ReportScope.Own, new ReportYear(2020), Year, false, 2, default));
    }

    private Task<IReadOnlyList<RankedAgency>> RanksAsync(Scope scope, MetricKey metric, bool isAscending, ListPage page) =>
        queries.RanksAsync(scope, AgencyGroup.All, metric, ReportScope.Own, Year, isAscending, page, default);
}
