// One metric over years: 0 counts, blank and missing do not; what is disputed is left out and said so.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class TrendQueriesTests(Province province)
{
    private static readonly ReportYear First = new(2020);
    private static readonly ReportYear Last = new(2022);
    private readonly TrendQueries queries = new(province.Warehouse.Reader);

    [Fact]
    public async Task A_group_is_told_by_its_quartiles_and_what_was_left_out()
    {
        Assert.Equal(
            [
                new GroupSpread(2020, 1, 30, 30, 30, 30, 30, 30, 0, 0, 0, 0),
                // 0, 10, 40, 100
                new GroupSpread(2021, 4, 150, 0, 7.5m, 25, 55, 100, 0, 0, 0, 0),
                // 20, 120; one disputed, one blank
                new GroupSpread(2022, 2, 140, 20, 45, 70, 95, 120, 1, 0, 0, 1),
            ],
            await queries.SpreadAsync(Province.Zhejiang, AgencyGroup.All, Province.Closed, ReportScope.Own, First, Last, default));
    }

    [Fact]
    public async Task Rates_below_their_least_denominator_are_left_out_and_rates_have_no_sum()
    {
        // 2022: 拱墅 60 of 120; 西湖 disputed, 上城 20 closed, 海曙 blank.
        Assert.Equal(
            new GroupSpread(2022, 1, null, 0.5m, 0.5m, 0.5m, 0.5m, 0.5m, 1, 0, 1, 1),
            (await queries.SpreadAsync(Province.Zhejiang, AgencyGroup.All, Province.Rate, ReportScope.Own, Last, Last, default))[0]);
    }

    [Fact]
    public async Task Growth_is_between_the_agencies_that_count_in_both_years()
    {
        Assert.Equal(
            [
                new GroupGrowth(2020, 2021, 1, 30, 10, -0.666667m, -20, 1),
                new GroupGrowth(2020, 2022, 1, 30, 20, -0.183503m, -10, 1),
                // 拱墅 100 → 120, 上城 10 → 20
                new GroupGrowth(2021, 2022, 2, 110, 140, 0.272727m, 15, 0),
            ],
            await queries.GrowthAsync(Province.Zhejiang, AgencyGroup.All, Province.Closed, ReportScope.Own, First, Last, default));
    }

    [Fact]
    public async Task Of_rates_growth_tells_the_median_change_only()
    {
        // 朝阳 0.5 → 0.25, 拱墅 0.6 → 0.5
        Assert.Equal(
            [new GroupGrowth(2021, 2022, 2, null, null, null, -0.175m, 0)],
            await queries.GrowthAsync(Scope.Country, AgencyGroup.All, Province.Rate, ReportScope.Own, new ReportYear(2021), Last, default));
    }

    [Fact]
    public async Task A_line_has_its_change_its_compound_growth_and_its_breaks()
    {
        var line = await queries.LinesAsync(Province.Zhejiang, [Province.Shangcheng], Province.Closed, ReportScope.Own, First, Last, default);

        Assert.Equal(
            [(2020, 30m, null, null, null, false), (2021, 10m, -20m, -0.666667m, -0.666667m, true), (2022, 20m, 10m, 1m, -0.183503m, false)],
            line.Select(point => ((int)point.Year, point.Value!.Value, point.Change, point.Growth, point.CompoundGrowth, point.IsOtherForm)));
    }

    [Fact]
    public async Task A_value_that_does_not_count_is_shown_with_its_reason_and_has_no_change()
    {
        var points = await queries.LinesAsync(Province.Zhejiang, [Province.Xihu, Province.Haishu], Province.Closed, ReportScope.Own, First, Last, default);

        Assert.Equal(
            [(Province.Xihu, 2021, 40m, null, null), (Province.Xihu, 2022, 40m, "disputed", null), (Province.Haishu, 2021, 0m, null, null), (Province.Haishu, 2022, (decimal?)null, "blank", (decimal?)null)],
            points.Select(point => (point.Agency, (int)point.Year, point.Value, point.LeftOut, point.Change)));
    }

    [Fact]
    public async Task A_small_rate_is_pooled_over_three_years_but_not_across_a_disputed_one()
    {
        var pooled = await queries.PooledAsync(Province.Zhejiang, [Province.Shangcheng, Province.Xihu, Province.Haishu, Province.Gongshu], Province.Rate, ReportScope.Own, Last, default);

        Assert.Equal(
            [
                // 15 of 30, 5 of 10, 10 of 20
                new PooledRate(Province.Shangcheng, 2020, 2022, 3, 30, 60, 0.5m, null),
                new PooledRate(Province.Gongshu, 2021, 2022, 2, 120, 220, 0.545455m, null),
                new PooledRate(Province.Xihu, 2021, 2022, 2, null, null, null, "disputed"),
                new PooledRate(Province.Haishu, 2021, 2022, 2, null, null, null, "incomplete"),
            ],
            pooled);
    }

    [Fact]
    public async Task Three_years_that_are_still_too_small_or_nothing_at_all_say_so()
    {
        var pooled = await queries.PooledAsync(Province.Zhejiang, [Province.Shangcheng, Province.Haishu], Province.Rate, ReportScope.Own, new ReportYear(2021), default);

        Assert.Equal([(Province.Shangcheng, 0.5m, null), (Province.Haishu, null, "undefined")], pooled.Select(rate => (rate.Agency, rate.Value, rate.LeftOut)));
        var alone = Assert.Single(await queries.PooledAsync(Province.Zhejiang, [Province.Hangzhou], new MetricKey("correction_rate"), ReportScope.Level, Last, default));
        Assert.Equal("incomplete", alone.LeftOut);
    }
}
