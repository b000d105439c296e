// The table behind a trend says how each figure came about.
using AngleSharp.Dom;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Formatting;
using static Analytics.Dashboards.Tests.Components.Pages.Trends.Groups;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

public sealed class TrendsTableTests
{
    [Fact]
    public async Task Year_says_how_many_count_how_complete_it_is_and_what_was_left_out_and_why()
    {
        var row = (await RowsAsync(Of([Year(2020, 5, new GroupCoverage(14, 21, 5), new LeftOut(2, 1, 0, 3))])))[0];

        Assert.Equal(["10", "50", "4", "5", "6", "—", "16 / 21", "存疑 2、单位未注明 1、没有数字 3"], Cells(row));
        Assert.Equal("应报 21 个机关，已报 16 个，缺 5 个；所示口径的报告 14 份", row.QuerySelectorAll("td")[6].GetAttribute("title"));
    }

    [Fact]
    public async Task Without_a_roster_nobody_is_said_to_be_missing()
    {
        var row = (await RowsAsync(Of([Year(2020, 5, new GroupCoverage(14, null, null))])))[0];

        Assert.Equal("14 份报告", Cells(row)[6]);
        Assert.Contains("没有应报名册", row.QuerySelectorAll("td")[6].GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Year_of_which_less_than_half_reported_is_marked_in_words_and_sign()
    {
        var rows = await RowsAsync(Of([Year(2019, 5, new GroupCoverage(10, 21, 11)), Year(2020, 5, new GroupCoverage(11, 21, 10))]));

        Assert.Equal(["⚠ 10 / 21", "11 / 21"], rows.Select(row => Cells(row)[6]));
    }

    [Fact]
    public async Task Change_says_of_how_many_and_that_it_lies_across_a_change_of_form()
    {
        var rows = await RowsAsync(Of([Year(2020, 5), Year(2021, 6, growth: Growth(2020, 2021, 0.052m, otherForm: 8)), Year(2022, 7, growth: Growth(2021, 2022, -0.03m))], [new Break(2021, "2021 年起改用新表式", Joins: true)]));

        Assert.Equal(["—", "+5.2% ┆8 个", "−3.0%8 个"], rows.Select(row => Cells(row)[5]));
        Assert.Contains("2021 年起改用新表式", rows[1].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_is_told_across_a_break_that_does_not_join()
    {
        var rows = await RowsAsync(Of([Year(2020, 5), Year(2021, 6, growth: Growth(2020, 2021, 0.052m))], [new Break(2021, "换了口径", Joins: false)]));

        Assert.Equal(["—", "—"], rows.Select(row => Cells(row)[5]));
    }

    [Fact]
    public async Task Rates_are_not_added_and_change_by_percentage_points()
    {
        var rows = await RowsAsync(Of([Year(2020, 0.5m), Year(2021, 0.6m, growth: Growth(2020, 2021, null, 0.012m))], unit: "%"));

        Assert.Equal(7, Cells(rows[1]).Count);
        Assert.StartsWith("+1.2 个百分点", Cells(rows[1])[4], StringComparison.Ordinal);
    }

    private static List<string> Cells(IElement row) => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();

    private static async Task<List<IElement>> RowsAsync(Trend trend)
    {
        await using var services = PageServices.Create();
        await using var harness = await RenderHarness.ShowAsync<TrendsTable>(services, (nameof(TrendsTable.Trend), trend));
        return [.. (await harness.PageAsync()).QuerySelectorAll("tbody tr")];
    }
}
