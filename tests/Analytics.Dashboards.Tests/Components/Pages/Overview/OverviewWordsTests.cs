// What the overview may say: change only between pairs, coverage only by a roster, sums with what they leave out.
using Analytics.Dashboards.Components.Pages.Overview;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Overview;

public sealed class OverviewWordsTests
{
    private readonly OverviewWords words = new(PageServices.Texts, CatalogData.Current);

    [Fact]
    public void Change_is_told_by_the_agencies_with_both_years_and_not_by_the_sums()
    {
        // 500 in all this year, but those of both years went from 100 to 110.
        var change = words.Changed(new KpiTile("own", 20, 500, 0, 0, 0, 5, 110, 100));

        Assert.Equal(("▲", "+10.0%，按两年都有数的 5 个机关"), (change.Sign, change.Text));
    }

    [Theory]
    [InlineData(0, null, null, "", "没有两年都有数的机关，不比较")]
    [InlineData(3, 80.0, 100.0, "▼", "-20.0%，按两年都有数的 3 个机关")]
    [InlineData(3, 100.0, 100.0, "=", "0.0%，按两年都有数的 3 个机关")]
    [InlineData(2, 7.0, 0.0, "▲", "上年为 0，今年 7，按两年都有数的 2 个机关")]
    public void Change_says_of_how_many(long paired, double? now, double? before, string sign, string text)
    {
        var change = words.Changed(new KpiTile("own", 9, 900, 0, 0, 0, paired, (decimal?)now, (decimal?)before));

        Assert.Equal((sign, text), (change.Sign, change.Text));
    }

    [Fact]
    public void Rates_change_by_points_of_the_median()
    {
        var tile = new KpiTile("own", 9, null, 0, 0, 0, 4, null, null, Median: 0.8m, PairedMedian: 0.62m, PairedMedianBefore: 0.6m);

        Assert.Equal(0.8m, OverviewWords.Value(tile));
        Assert.Equal(("▲", "+2.0 个百分点，按两年都有数的 4 个机关"), words.Changed(tile) is { } change ? (change.Sign, change.Text) : default);
    }

    [Fact]
    public void Nobody_of_the_scope_is_no_zero()
    {
        Assert.Null(OverviewWords.Value(null));
        Assert.Null(OverviewWords.Value(new KpiTile("own", 0, null, 2, 0, 0, 0, null, null)));
        Assert.Equal(0, OverviewWords.Value(new KpiTile("own", 3, 0, 0, 0, 0, 0, null, null)));
        Assert.Equal("没有这一口径的报告", words.Counted(null));
    }

    [Fact]
    public void What_is_left_out_of_a_sum_is_said() => Assert.Equal("16 份报告，另有 1 份存疑未计入，2 份未注明单位未计入，3 份无可比数值未计入",
        words.Counted(new KpiTile("own", 16, 100, 1, 2, 3, 0, null, null)));

    [Fact]
    public void Coverage_is_told_only_where_a_roster_says_who_is_expected()
    {
        Assert.Equal("名册上应报 21 个机关，已报 16 个，缺 5 个。", words.Coverage(new YearCoverage(2024, 12, 21, 5)));
        Assert.Equal(16m / 21, OverviewWords.Share(new YearCoverage(2024, 12, 21, 5)));
        Assert.Equal("没有载入名册，不知道应有多少机关报告。", words.Coverage(new YearCoverage(2024, 12, null, null)));
        Assert.Null(OverviewWords.Share(new YearCoverage(2024, 12, null, null)));
        // A roster on which nobody of the group stands.
        Assert.Null(OverviewWords.Share(new YearCoverage(2024, 12, 0, 0)));
    }

    [Theory]
    [InlineData(9999, "件", "9,999")]
    [InlineData(12345, "件", "1.2 万")]
    [InlineData(234567890, "件", "2.3 亿")]
    [InlineData(0.5, "%", "50.0%")]
    public void Large_numbers_are_said_short(double value, string unit, string text) => Assert.Equal(text, words.Short((decimal)value, unit));

    [Fact]
    public void Year_of_a_new_form_is_marked()
    {
        Assert.Equal("2021 年起改用新表式", words.Break(2021));
        Assert.Null(words.Break(2022));
    }
}
