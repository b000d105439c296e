// What stands beside a league table: every reason, every omission and everybody who is missing is said.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

public sealed class LeagueWordsTests
{
    private static readonly LeagueQuestion Question = new(
        new GroupState(new RegionCode("330000"), "county", "教育"), new MetricKey("disclosure_rate"), 2021, ReportScope.Own, RankingOrder.Greatest);

    private static readonly LeagueWords Words = new(PageServices.Texts, new MetricNames(CatalogData.Current));

    [Fact]
    public void Choices_are_said_in_words() => Assert.Equal("2021 年 · 浙江省 · 县级 · 教育 · 口径：本机关 · 从大到小", Words.Choices(Question, "浙江省"));

    [Fact]
    public void Coverage_says_how_many_of_how_many_why_the_others_have_no_rank_and_who_is_missing() => Assert.Equal(
        [
            "覆盖：21 个应报机关中 10 个有名次", "6 个不排名：存疑 1、分母不足 30 的 3、空白、未读出或无法计算 2", "1 个只有其他口径的报告", "2 份报告没有这一项",
            "缺报 2 个：甲局、乙局",
        ],
        Words.Coverage(Of(new GroupSpread(2021, 10, null, null, null, null, null, null, 1, 0, 3, 2), new YearCoverage(2021, 18, 21, 2),
            new MissingAgency("a", "甲局", true, 2), new MissingAgency("b", "乙局", true, 2))));

    [Fact]
    public void Without_a_roster_nobody_is_called_expected() => Assert.Equal(
        ["覆盖：3 个有报告的机关中 3 个有名次；没有名册，不知道应有多少", "9 个机关有其他年份的报告，没有这一年的：甲局 等"],
        Words.Coverage(Of(new GroupSpread(2021, 3, null, null, null, null, null, null, 0, 0, 0, 0), new YearCoverage(2021, 3, null, null), new MissingAgency("a", "甲局", false, 9))));

    [Fact]
    public void Rate_of_three_years_stands_beside_one_that_is_too_small()
    {
        Assert.Equal("2019–2021 年合并：45.2%（分母 48）", Words.Pooled(Question, Pooled(3, 0.452m, 48, null)));
        Assert.Equal("2019–2021 年合并后分母 20，仍不足", Words.Pooled(Question, Pooled(3, 0.5m, 20, "small")));
        Assert.Equal("2019–2021 年中有存疑或不是数字的值，不能合并", Words.Pooled(Question, Pooled(3, null, null, "disputed")));
        Assert.Equal("三年内只有这一份报告，没有可合并的", Words.Pooled(Question, Pooled(1, 0.5m, 20, "small")));
        Assert.Equal("", Words.Pooled(Question, null));
    }

    [Fact]
    public void Every_reason_has_its_words()
    {
        Assert.Equal("分母 9，小于 30", Words.Reason(Question, Agency("small")));
        Assert.Equal("", Words.Reason(Question, Agency(null)));
        Assert.Equal(6, new[] { "disputed", "no_unit", "blank", "unread", "incomplete", "undefined" }.Select(reason => Words.Reason(Question, Agency(reason))).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Bars_are_parts_of_the_greatest_and_there_is_none_below_zero()
    {
        var league = Of(new GroupSpread(2021, 2, null, -5, null, null, null, 40, 0, 0, 0, 0), null);

        Assert.Equal((0.5m, 1m, 0m), (league.Part(20), league.Part(40), league.Part(-5)));
    }

    private static League Of(GroupSpread spread, YearCoverage? coverage, params MissingAgency[] missing) => new(Question, [2021], "浙江省", 1, [], spread, coverage, missing, 1);

    private static RankedAgency Agency(string? leftOut) => new("a", "甲局", null, 1, null, null, "number", 0.5m, null, 9, leftOut, false, false);

    private static PooledRate Pooled(long years, decimal? value, decimal? denominator, string? leftOut) => new("a", 2019, 2021, years, null, denominator, value, leftOut);
}
