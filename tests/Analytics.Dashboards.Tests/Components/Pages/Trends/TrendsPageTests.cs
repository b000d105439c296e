// The page over a real warehouse: the address alone decides what is shown, and choices go into it.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Components.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

[Collection(WarehouseTests.Name)]
public sealed class TrendsPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Group_is_shown_by_year_with_its_break_and_without_a_roster()
    {
        await using var harness = await ShowAsync("?s=教育");
        var page = await harness.PageAsync();

        // 2020: 拱墅 45, 忻州 15, 朝阳 8; 2021: 拱墅 50.
        Assert.Equal(["3", "68", "11.5", "15", "30", "—", "3 份报告", ""], Row(page, 0));
        Assert.Equal(["1", "50", "50", "50", "50", "+11.1% ┆1 个", "1 份报告", ""], Row(page, 1));
        Assert.Contains("2021 年起改用新表式", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("全国 · 教育 · 本机关 · 中位数与中间一半 · 2020–2021 年", page.QuerySelector(".sub")!.TextContent);
    }

    [Fact]
    public async Task Disputed_values_are_left_out_and_said_to_be()
    {
        await using var harness = await ShowAsync("?s=教育&m=requests.granted.total&y=2020-2020");
        var page = await harness.PageAsync();

        Assert.Equal("存疑 1", Row(page, 0)[^1]);
        Assert.Contains("未计入 1 个数值：存疑 1", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_agency_has_a_row_whose_numbers_open_their_source()
    {
        var opened = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var dialogs = services.GetRequiredService<DialogService>();
        dialogs.OnSideOpen += (_, parameters, _) => opened.SetResult(parameters[nameof(SourceDrawer.Key)]);
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)},999999.x&v=lines");
        var page = await harness.PageAsync();
        Assert.Equal(["拱墅区教育局", "999999.x（没有报告）"], page.QuerySelectorAll(".chipname").Select(chip => chip.TextContent));

        // The handler is done only when the drawer is closed.
        var opening = harness.FireAsync(shown => shown.QuerySelectorAll("td button")[0], "onclick", new MouseEventArgs());
        Assert.Equal(new SourceKey(await warehouse.ReportAsync(Gongshu, 2020), Groups.Received), await opened.Task);
        dialogs.CloseSide();
        await opening;
    }

    [Fact]
    public async Task Choices_go_into_the_address_and_the_download_asks_for_the_same()
    {
        await using var harness = await ShowAsync("");

        await harness.FireAsync(page => page.QuerySelectorAll(".segmented button").Single(button => button.TextContent == "合计"), "onclick", new MouseEventArgs());
        await harness.FireAsync(page => page.QuerySelectorAll("select").Single(select => select.ParentElement!.TextContent.StartsWith("截止年份", StringComparison.Ordinal)), "onchange", new ChangeEventArgs { Value = "2020" });

        Assert.Equal("trends?y=2020-2020&v=total", Address.Shown);
        var page = await harness.PageAsync();
        Assert.Equal(["trends/data.csv?y=2020-2020&v=total", "trends/data.xlsx?y=2020-2020&v=total"], page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")));
        Assert.Single(page.QuerySelectorAll("section:has(#trends-years) tbody tr"));
    }

    [Fact]
    public async Task Rates_have_no_sum_to_choose()
    {
        await using var harness = await ShowAsync("?m=disclosure_rate&v=total");
        var page = await harness.PageAsync();

        Assert.DoesNotContain("合计", page.QuerySelectorAll(".segmented button").Select(button => button.TextContent));
        Assert.Contains("中位数与中间一半", page.QuerySelector(".sub")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metric_that_the_forms_of_the_years_do_not_have_says_so()
    {
        await using var harness = await ShowAsync("?m=procurement.amount_wan&y=2021-2021");

        Assert.Contains("所选年份的表式没有此项", (await harness.PageAsync()).QuerySelector(".nodata")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        await using var harness = await RenderHarness.ShowAsync<TrendsPage>(unpublished);

        Assert.Equal("./run load PATH", (await harness.PageAsync()).QuerySelector("code")!.TextContent);
    }

    private static List<string> Row(IHtmlDocument page, int index) => page.QuerySelectorAll("section:has(#trends-years) tbody tr")[index].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();

    private async Task<RenderHarness> ShowAsync(string query)
    {
        Address.NavigateTo("trends" + query);
        return await RenderHarness.ShowAsync<TrendsPage>(services);
    }
}
