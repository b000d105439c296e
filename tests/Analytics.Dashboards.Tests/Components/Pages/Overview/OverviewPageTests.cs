// The first page as a manager meets it.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Overview;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Pages.Overview;

[Collection(WarehouseTests.Name)]
public sealed class OverviewPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse.Folder, warehouse.Published, more => more.AddSingleton(TimeProvider.System));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Figures_are_of_the_last_year_and_their_change_of_those_with_both()
    {
        var page = await ShowAsync("?r=330105");

        // 50 of 教育局 and 3 of 民政局; only 教育局 reported the year before, 45.
        var tile = page.QuerySelector(".figure")!;
        Assert.Equal("53", tile.QuerySelector("strong")!.TextContent);
        Assert.Contains("+11.1%，按两年都有数的 1 个机关", tile.QuerySelector(".change")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 份报告", tile.TextContent, StringComparison.Ordinal);
        Assert.Contains("2021 年起改用新表式", page.QuerySelector(".breaknote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_lead_on_with_the_same_group()
    {
        var page = await ShowAsync("?r=330105");

        var links = page.QuerySelectorAll(".figure")[0].QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["trends?m=requests.received.total&r=330105", "ranking?m=requests.received.total&r=330105"], links);
    }

    [Fact]
    public async Task Without_a_roster_coverage_says_so_and_nobody_is_missing()
    {
        var page = await ShowAsync("");

        Assert.Contains("没有载入名册", page.QuerySelector(".coverage")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".bar"));
        Assert.DoesNotContain("缺报", page.QuerySelectorAll(".overview td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Movers_carry_what_hinders_the_comparison_and_open_findings_lead_to_their_list()
    {
        var page = await ShowAsync("?y=2021");

        var mover = page.QuerySelectorAll(".movers tbody tr").Single();
        Assert.StartsWith("拱墅区教育局", mover.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("两年表式不同", mover.TextContent, StringComparison.Ordinal);
        Assert.Contains("quality?tab=findings&severity=error", page.QuerySelectorAll(".severities a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published, more => more.AddSingleton(TimeProvider.System));
        unpublished.GetRequiredService<NavigationManager>().NavigateTo("");
        await using var harness = await RenderHarness.ShowAsync<OverviewPage>(unpublished);
        var page = await harness.PageAsync();

        Assert.Equal(3, page.QuerySelectorAll(".begin li").Length);
        Assert.Equal("jobs", page.QuerySelector(".begin a")!.GetAttribute("href"));
        Assert.Equal(["./run load PATH", "./run load roster.csv"], page.QuerySelectorAll("code").Select(code => code.TextContent));
    }

    private async Task<IHtmlDocument> ShowAsync(string query)
    {
        services.GetRequiredService<NavigationManager>().NavigateTo(query);
        await using var harness = await RenderHarness.ShowAsync<OverviewPage>(services);
        return await harness.PageAsync();
    }
}
