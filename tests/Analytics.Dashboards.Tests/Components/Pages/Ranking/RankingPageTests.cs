// The page as a person meets it: who is first, who has no rank and why, and the way to compare and to the sources.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Tests.Components.Pages.Compare;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

[Collection(WarehouseTests.Name)]
public sealed class RankingPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Equal_values_share_a_rank_and_the_newest_year_with_most_reports_is_shown()
    {
        await using var harness = await ShowAsync("");
        var page = await harness.PageAsync();

        Assert.Equal(["拱墅区教育局 1 45", "忻州市教育局 2 15", "朝阳区教育委员会 3 8"], Lines(page).Take(3));
        Assert.All(Lines(page).Skip(3), line => Assert.EndsWith(" 4 1", line, StringComparison.Ordinal));
        Assert.Equal(27, Lines(page).Count);
        Assert.Contains("2020 年 · 全国 · 口径：本机关 · 从大到小", page.QuerySelector(".sub")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".ruleline"));
    }

    [Fact]
    public async Task Disputed_and_incomplete_rates_stand_below_the_rule_line_without_a_rank()
    {
        await using var harness = await ShowAsync("?m=disclosure_rate&y=2020");
        var page = await harness.PageAsync();

        Assert.Equal(["拱墅区教育局 1 95.0%"], Lines(page, "tbody:not(.unranked)"));
        Assert.Equal(["忻州市教育局 不排名 ⚠", "朝阳区教育委员会 不排名 ·"], Lines(page, "tbody.unranked").Order(StringComparer.Ordinal));
        Assert.Equal("以下 2 个机关不排名，原因见各行", page.QuerySelector(".ruleline")!.TextContent.Trim());
        Assert.Equal(["存疑：与表内勾稽关系不符", "有一项不是数字，无法计算"], page.QuerySelectorAll(".reason").Select(reason => reason.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("覆盖：27 个有报告的机关中 1 个有名次；没有名册，不知道应有多少", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 个机关有其他年份的报告，没有这一年的：拱墅区民政局", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("数值越高越好", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_denominator_has_no_rank_and_says_so()
    {
        await using var harness = await ShowAsync("?m=disclosure_rate&y=2021");
        var page = await harness.PageAsync();

        Assert.Equal(["拱墅区民政局 不排名 100.0%"], Lines(page, "tbody.unranked"));
        Assert.Equal(["分母 3，小于 30", "三年内只有这一份报告，没有可合并的"], page.QuerySelectorAll("tbody.unranked .reason").Select(reason => reason.TextContent));
        Assert.Equal("3", page.QuerySelector("tbody.unranked .denominator")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("tbody.unranked .fill"));
    }

    [Fact]
    public async Task Territory_that_changed_is_marked_and_its_rank_not_compared()
    {
        // 拱墅 absorbed 下城 in 2021.
        await using var harness = await ShowAsync("?y=2021");
        var page = await harness.PageAsync();

        Assert.All(page.QuerySelectorAll("tbody .marks"), cell => Assert.Contains("区划变动", cell.TextContent, StringComparison.Ordinal));
        Assert.Equal(["┆区划有变动，不与上年比较", "┆区划有变动，不与上年比较"], page.QuerySelectorAll("tbody .won").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("2021 年起改用新表式，较上年的名次变化跨越两种表式", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_of_the_values_turns_the_order_and_says_it()
    {
        await using var harness = await ShowAsync("?y=2021&p=2");
        Assert.Equal("descending", (await harness.PageAsync()).QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));

        await harness.FireAsync("th button.sort", "onclick", new MouseEventArgs());

        var page = await harness.PageAsync();
        Assert.Equal("ascending", page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(["拱墅区民政局 1 3", "拱墅区教育局 2 50"], Lines(page));
        Assert.Equal("ranking?y=2021&o=least", Address.Shown);
    }

    [Fact]
    public async Task Ticked_agencies_are_in_the_address_and_lead_to_the_comparison()
    {
        await using var harness = await ShowAsync("?y=2021");

        foreach (var agency in new[] { "拱墅区教育局", "拱墅区民政局" })
            await harness.FireAsync(page => page.QuerySelectorAll("input[type=checkbox]").Single(box => box.GetAttribute("aria-label") == $"选择 {agency}"), "onchange", new ChangeEventArgs { Value = true });

        Assert.Equal([CodeOf(Gongshu), CodeOf(GongshuCivil)], RankingStateTests.Read(new Uri(Address.Uri).Query).Chosen);
        var link = (await harness.PageAsync()).QuerySelector(".pickbar a")!.GetAttribute("href")!;
        Assert.Equal([CodeOf(Gongshu), CodeOf(GongshuCivil)], CompareStateTests.Read(link[link.IndexOf('?', StringComparison.Ordinal)..]).Entities.Select(entity => entity.Code));
    }

    [Fact]
    public async Task Page_beyond_the_last_is_the_last()
    {
        await using var harness = await ShowAsync("?p=99");

        Assert.Equal(27, Lines(await harness.PageAsync()).Count);
    }

    [Fact]
    public async Task Group_without_a_report_says_what_to_do()
    {
        await using var harness = await ShowAsync("?y=2021&r=110000");
        var page = await harness.PageAsync();

        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Contains("请换一个年份或口径", page.QuerySelector(".nodata")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_opens_its_source()
    {
        var opened = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var dialogs = services.GetRequiredService<DialogService>();
        dialogs.OnSideOpen += (_, parameters, _) => opened.SetResult(parameters[nameof(SourceDrawer.Key)]);
        await using var harness = await ShowAsync("?y=2020&r=330000");

        // The handler is done only when the drawer is closed.
        var opening = harness.FireAsync("td.amount button", "onclick", new MouseEventArgs());
        Assert.Equal(new SourceKey(await warehouse.ReportAsync(Gongshu, 2020), CompareState.DefaultMetric), await opened.Task);
        dialogs.CloseSide();
        await opening;
    }

    [Fact]
    public async Task Ranks_over_years_are_a_chart_with_its_table()
    {
        await using var harness = await ShowAsync("?y=2021&v=bump");
        var page = await harness.PageAsync();

        Assert.Equal(["机关", "2020", "2021"], page.QuerySelectorAll(".bumptable thead th").Select(head => head.TextContent));
        Assert.Equal(["拱墅区教育局", "1", "1"], page.QuerySelectorAll(".bumptable tbody tr")[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["拱墅区民政局", "—", "2"], page.QuerySelectorAll(".bumptable tbody tr")[1].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("2021 年起改用新表式，前后名次不相连", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-image]").Length);
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        await using var harness = await RenderHarness.ShowAsync<RankingPage>(unpublished);

        Assert.Contains("还没有数据", (await harness.PageAsync()).QuerySelector(".notice[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    // Agency, rank and value of each line.
    private static List<string> Lines(IHtmlDocument page, string body = "tbody") => page.QuerySelectorAll($".league {body} tr:not(.ruleline)")
        .Select(row => string.Join(' ', row.QuerySelector("th a")!.TextContent, row.QuerySelector(".rank")!.TextContent.Trim(), row.QuerySelector(".value")!.TextContent)).ToList();

    private async Task<RenderHarness> ShowAsync(string query)
    {
        Address.NavigateTo("ranking" + query);
        return await RenderHarness.ShowAsync<RankingPage>(services);
    }
}
