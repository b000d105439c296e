// A chart without its coverage, its breaks and its doubts is a half-truth: the card says them.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class ComparePanelCardTests : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Head_says_what_unit_years_and_scopes()
    {
        var page = await PageAsync(Of(Received, 2019, 2022, Value(Gongshu, 2019, 1), Value(Chaoyang, 2020, 2, scope: "level")));

        Assert.Equal("收到申请（件）", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("2019–2022 年 · 本机关、本级", page.QuerySelector("header .sub")!.TextContent);
        Assert.Equal(page.QuerySelector("h2")!.Id, page.QuerySelector("section")!.GetAttribute("aria-labelledby"));
        Assert.Equal("收到申请，2019–2022 年 · 本机关、本级。数值见下方表格。", page.QuerySelector("figure")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Foot_says_how_much_is_covered_what_is_missing_and_where_it_comes_from()
    {
        var page = await PageAsync(Of(Received, 2019, 2022, Value(Gongshu, 2020, 1), Value(Chaoyang, 2019, 2), Value(Chaoyang, 2020, null), Value(Chaoyang, 2021, 2), Value(Chaoyang, 2022, 2)), version: 42);

        Assert.Equal("覆盖：5 / 8 个数值；未报告：拱墅区教育局 2019、2021–2022", Foot(page)[0]);
        Assert.EndsWith("数据版本 v42", Foot(page)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_coverage_names_nobody() =>
        Assert.Equal("覆盖：2 / 2 个数值", Foot(await PageAsync(Of(Received, 2020, 2020, Value(Gongshu, 2020, 1), Value(Chaoyang, 2020, 2))))[0]);

    [Fact]
    public async Task Doubts_breaks_and_notes_are_said_in_words()
    {
        var foot = Foot(await PageAsync(Of("licensing.decisions", 2019, 2022, [Gongshu],
            [new RegionChange(Gongshu.Code, new DateOnly(2021, 4, 9), "merge", "撤销下城区")], Value(Gongshu, 2020, 1, "licensing.decisions", isDisputed: true))));

        Assert.Contains("⚠ 1 个数值存疑，按原样显示并标记", foot);
        Assert.Contains("┆ 2021 年起改用新表式", foot);
        Assert.Contains("┆ 2021-04 拱墅区区划变动：撤销下城区", foot);
        Assert.Contains(foot, line => line.Contains("R06", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sound_panel_has_neither_doubts_nor_breaks()
    {
        var foot = Foot(await PageAsync(Of(Received, 2019, 2020, [Gongshu], [], Value(Gongshu, 2020, 1))));

        Assert.DoesNotContain(foot, line => line.Contains('⚠', StringComparison.Ordinal) || line.Contains('┆', StringComparison.Ordinal));
        Assert.Equal(2, foot.Count);
    }

    [Fact]
    public async Task Metric_that_nobody_reported_has_a_word_instead_of_an_empty_chart()
    {
        var page = await PageAsync(Of(Received, 2019, 2020));

        Assert.Null(page.QuerySelector("figure"));
        Assert.Equal("所选年份没有报告这一项。", page.QuerySelector(".nodata")!.TextContent);
        Assert.StartsWith("覆盖：0 / 4 个数值", Foot(page)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_of_the_one_year_with_reports_say_that_year_and_no_break()
    {
        var page = await PageAsync(Of(Received, 2019, 2022, Value(Gongshu, 2020, 1)), CompareView.Bar);

        Assert.StartsWith("2020 年 · ", page.QuerySelector("header .sub")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Foot(page), line => line.Contains('┆', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bars_of_one_year_have_room_each()
    {
        var many = Enumerable.Range(0, 12).Select(i => Agency($"{i:000000}.教育局", $"第{i}教育局", "")).ToList();
        async Task<int> Height(int count) => int.Parse((await PageAsync(Of(Received, 2020, 2020, many.Take(count).ToList(), [], Value(many[0], 2020, 1)), CompareView.Bar))
            .QuerySelector("figure")!.GetAttribute("style")!["height:".Length..^"px".Length], System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(await Height(2) < await Height(12));
    }

    private static List<string> Foot(IHtmlDocument page) => page.QuerySelectorAll("footer > span:not(.takeaway)").Select(line => line.TextContent).ToList();

    private async Task<IHtmlDocument> PageAsync(ComparePanel panel, CompareView view = CompareView.Line, int? version = null)
    {
        await using var harness = await RenderHarness.ShowAsync<ComparePanelCard>(services,
            (nameof(ComparePanelCard.Panel), panel), (nameof(ComparePanelCard.View), view), (nameof(ComparePanelCard.Version), version));
        return await harness.PageAsync();
    }
}
