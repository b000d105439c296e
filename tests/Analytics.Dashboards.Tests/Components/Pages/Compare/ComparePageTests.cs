// The page as a person meets it: choices go into the address, and the address alone decides what is shown.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

[Collection(WarehouseTests.Name)]
public sealed class ComparePageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    private CompareState State => CompareStateTests.Read(new Uri(Address.Uri).Query);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Empty_address_says_what_to_do_and_offers_a_comparison()
    {
        await using var harness = await ShowAsync("");
        Assert.Empty((await harness.PageAsync()).QuerySelectorAll("table, a[download]"));

        await harness.FireAsync(".notice button", "onclick", new MouseEventArgs());

        var page = await harness.PageAsync();
        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会"], Chips(page).Order(StringComparer.Ordinal));
        Assert.Single(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Address_decides_what_is_shown_and_the_download_asks_for_the_same()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)},{CodeOf(Chaoyang)},999999.x&m=disclosure_rate,requests.received.total&y=2020-2021&v=bar");
        var page = await harness.PageAsync();

        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会", "999999.x（没有报告）"], Chips(page));
        Assert.Equal(2, page.QuerySelectorAll(".panels > section").Length);
        Assert.Equal(["条形", "绝对值"], page.QuerySelectorAll(".segmented button[aria-pressed=true]").Select(button => button.TextContent));
        var download = new Uri(new Uri("http://localhost/"), page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Equal("/compare/data.csv", download.AbsolutePath);
        Assert.Equal(new Uri(Address.Uri).Query, download.Query);
    }

    [Fact]
    public async Task Agency_that_is_searched_for_and_picked_comes_into_the_address()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)}");
        const string field = ".picker:first-child input";

        await harness.FireAsync(field, "oninput", new ChangeEventArgs { Value = "chaoyang" });
        Assert.Contains("北京市/朝阳区 · 2020", (await harness.PageAsync()).QuerySelector("[role=listbox]")!.TextContent, StringComparison.Ordinal);
        await harness.FireAsync(page => page.QuerySelectorAll("[role=option]")[^1], "onclick", new MouseEventArgs());

        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会"], Chips(await harness.PageAsync()));
        Assert.Equal([CodeOf(Gongshu), CodeOf(Chaoyang)], State.Entities.Select(entity => entity.Code));
    }

    [Fact]
    public async Task Agency_is_removed_by_its_cross_and_others_of_its_region_stay()
    {
        await using var harness = await ShowAsync("?e=r:330105");
        Assert.Equal(["拱墅区教育局", "拱墅区民政局"], Chips(await harness.PageAsync()));

        await RemoveAsync(harness, "拱墅区教育局");

        Assert.Equal(["拱墅区民政局"], Chips(await harness.PageAsync()));
    }

    [Fact]
    public async Task Agency_that_was_chosen_beside_its_region_is_removed_by_its_cross()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)},r:330105");

        await RemoveAsync(harness, "拱墅区教育局");

        Assert.DoesNotContain("拱墅区教育局", Chips(await harness.PageAsync()));
    }

    [Fact]
    public async Task Defect_Agency_removed_from_many_takes_no_other_with_it()
    {
        await using var harness = await ShowAsync($"?e={string.Join(',', Crowded.Select(region => "r:" + region))}");
        var before = Chips(await harness.PageAsync());

        await RemoveAsync(harness, before[0]);

        Assert.Equal(before.Skip(1), Chips(await harness.PageAsync()));
    }

    [Fact]
    public async Task Choice_beyond_the_most_is_not_dropped_in_silence()
    {
        var metrics = "requests.received.natural,requests.received.enterprise,requests.received.research,requests.received.welfare,requests.received.legal_service,requests.received.other_org";
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)}&m={metrics}");
        Assert.Equal(CompareState.MostMetrics, State.Metrics.Count);
        var before = (await harness.PageAsync()).Body!.TextContent;

        await harness.FireAsync(page => page.QuerySelectorAll(".picker input")[1], "oninput", new ChangeEventArgs { Value = "公开率" });
        await harness.FireAsync(page => page.QuerySelectorAll("[role=option]")[0], "onclick", new MouseEventArgs());

        // Either it is shown, or something says why it is not.
        Assert.NotEqual(before, (await harness.PageAsync()).Body!.TextContent);
    }

    [Fact]
    public async Task Years_are_kept_in_order_by_moving_the_other_end()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)}&y=2020-2020");

        await harness.FireAsync(page => page.QuerySelectorAll("select")[0], "onchange", new ChangeEventArgs { Value = "2021" });
        Assert.Equal((2021, 2021), (State.FirstYear, State.LastYear));

        await harness.FireAsync(page => page.QuerySelectorAll("select")[1], "onchange", new ChangeEventArgs { Value = "2020" });
        Assert.Equal((2020, 2020), (State.FirstYear, State.LastYear));
    }

    [Fact]
    public async Task Agency_keeps_its_colour_when_another_is_removed()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)},{CodeOf(Chaoyang)}");
        var before = Swatch(await harness.PageAsync(), "朝阳区教育委员会");

        await RemoveAsync(harness, "拱墅区教育局");

        Assert.Equal(before, Swatch(await harness.PageAsync(), "朝阳区教育委员会"));
    }

    [Fact]
    public async Task Number_of_the_table_opens_its_source()
    {
        var opened = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var dialogs = services.GetRequiredService<DialogService>();
        dialogs.OnSideOpen += (_, parameters, _) => opened.SetResult(parameters[nameof(SourceDrawer.Key)]);
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)}&y=2020-2020");

        // The handler is done only when the drawer is closed.
        var opening = harness.FireAsync("td button", "onclick", new MouseEventArgs());
        Assert.Equal(new SourceKey(await warehouse.ReportAsync(Gongshu, 2020), CompareState.DefaultMetric), await opened.Task);
        dialogs.CloseSide();
        await opening;
    }

    [Fact]
    public async Task Link_is_copied_by_the_browser_and_the_button_says_so()
    {
        await using var harness = await ShowAsync($"?e={CodeOf(Gongshu)}");

        await harness.FireAsync(".actions > button:last-child", "onclick", new MouseEventArgs());

        Assert.Contains(services.GetRequiredService<Browser>().Calls, call => call.Name == "copyAddress");
        Assert.Equal("已复制", (await harness.PageAsync()).QuerySelector(".actions > button:last-child")!.TextContent);
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        var page = await UnpublishedAsync("");

        Assert.Contains("还没有数据", page.QuerySelector(".notice[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("./run load PATH", page.QuerySelector("code")!.TextContent);
    }

    [Fact]
    public async Task Before_anything_is_published_there_is_nothing_to_download() =>
        Assert.Empty((await UnpublishedAsync($"?e={CodeOf(Gongshu)}")).QuerySelectorAll("a[download]"));

    private static List<string> Chips(IHtmlDocument page) => page.QuerySelectorAll(".chips")[0].QuerySelectorAll(".chipname").Select(chip => chip.TextContent).ToList();

    private static string Swatch(IHtmlDocument page, string agency) => page.QuerySelectorAll(".chip").Single(chip => chip.TextContent.Contains(agency, StringComparison.Ordinal))
        .QuerySelector(".swatch")!.ClassName!;

    private static Task RemoveAsync(RenderHarness harness, string agency) =>
        harness.FireAsync(page => page.QuerySelectorAll(".chip button").Single(button => button.GetAttribute("aria-label") == $"移除 {agency}"), "onclick", new MouseEventArgs());

    private static async Task<IHtmlDocument> UnpublishedAsync(string query)
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        unpublished.GetRequiredService<NavigationManager>().NavigateTo("compare" + query);
        await using var harness = await RenderHarness.ShowAsync<ComparePage>(unpublished);
        return await harness.PageAsync();
    }

    private async Task<RenderHarness> ShowAsync(string query)
    {
        Address.NavigateTo("compare" + query);
        return await RenderHarness.ShowAsync<ComparePage>(services);
    }
}
