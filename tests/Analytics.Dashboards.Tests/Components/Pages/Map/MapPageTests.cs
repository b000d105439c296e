// The map over a real warehouse: tiles and table say the same, a tile leads into its province, one agency's figure is its own.
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Map;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Map;

[Collection(WarehouseTests.Name)]
public sealed class MapPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Tiles_and_table_say_the_same()
    {
        await using var harness = await ShowAsync("?y=2020");
        var page = await harness.PageAsync();

        // 朝阳 8, 忻州 15, 拱墅 45; 24 bodies of 呼和浩特 with 1 each.
        Assert.Equal(
            [("内蒙古", "24"), ("北京", "8"), ("山西", "15"), ("浙江", "45")],
            page.QuerySelectorAll("a.tile").Select(tile => (tile.QuerySelector(".name")!.TextContent, tile.QuerySelector(".figure")!.TextContent)));
        Assert.Equal(
            [("北京市", "8"), ("山西省", "15"), ("内蒙古自治区", "24"), ("浙江省", "45")],
            page.QuerySelectorAll("tbody tr:not(.without)").Select(row => (row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelector(".figurelink")!.TextContent)));
        Assert.Equal(30, page.QuerySelectorAll("g.nothere[role=img]").Length);
        Assert.Equal(30, page.QuerySelectorAll("tr.without").Length);
        Assert.Equal("内蒙古自治区：24 件（24 个机关合计）；所示口径的报告 24 份；没有应报名册，不知道缺谁", page.QuerySelectorAll("a.tile")[0].QuerySelector("title")!.TextContent);
    }

    [Fact]
    public async Task Figure_of_one_agency_alone_names_it()
    {
        await using var harness = await ShowAsync("?y=2020");
        var page = await harness.PageAsync();

        Assert.Contains("仅 朝阳区教育委员会，不代表全地区", Row(page, "北京市").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("仅", Row(page, "内蒙古自治区").TextContent, StringComparison.Ordinal);
        Assert.Equal("仅 1 个机关", Tile(page, "北京").QuerySelector(".cover")!.TextContent);
    }

    [Fact]
    public async Task Tile_leads_into_its_province_and_the_path_back()
    {
        var tile = Tile(await PageAsync("map?y=2020&s=教育"), "浙江").GetAttribute("href")!;

        var province = await PageAsync(tile);
        Assert.Equal(["杭州市"], province.QuerySelectorAll("tbody th").Select(head => head.TextContent.Trim()));
        Assert.Equal("true", Tile(province, "浙江").GetAttribute("aria-current"));

        var prefecture = await PageAsync(province.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Equal(["拱墅区"], prefecture.QuerySelectorAll("tbody th").Select(head => head.TextContent.Trim()));
        Assert.Empty(prefecture.QuerySelectorAll("tbody th a"));
        Assert.Equal(["全国", "浙江省", "杭州市"], prefecture.QuerySelectorAll(".crumbs > :not(.overyears)").Select(part => part.TextContent));
        Assert.Equal(tile, prefecture.QuerySelectorAll(".crumbs a")[1].GetAttribute("href"));
        Assert.Equal("ranking?r=330105&s=%E6%95%99%E8%82%B2&m=requests.received.total&y=2020&c=own", prefecture.QuerySelector(".figurelink")!.GetAttribute("href"));
        Assert.Equal("trends?r=330100&s=%E6%95%99%E8%82%B2&m=requests.received.total&c=own", prefecture.QuerySelector(".overyears")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Province_whose_values_are_all_in_dispute_has_reports_and_no_figure()
    {
        await using var harness = await ShowAsync("?y=2020&m=requests.granted.total");
        var row = Row(await harness.PageAsync(), "山西省");

        Assert.Contains("没有计入的数值", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("未计入：存疑 1", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_sorts_and_says_so_and_the_address_keeps_it()
    {
        await using var harness = await ShowAsync("?y=2020");

        await harness.FireAsync(page => page.QuerySelectorAll("button.sort")[1], "onclick", new MouseEventArgs());

        Assert.Equal("map?y=2020&o=-value", Address.Shown);
        var page = await harness.PageAsync();
        Assert.Equal(["none", "descending", "none", "none"], page.QuerySelectorAll("thead th").Select(head => head.GetAttribute("aria-sort")));
        Assert.Equal(["浙江省", "内蒙古自治区", "山西省", "北京市"], page.QuerySelectorAll("tbody th").Take(4).Select(head => head.TextContent.Trim()));
    }

    [Fact]
    public async Task Download_has_what_the_table_shows()
    {
        var rows = await RowsAsync("330000", "requests.received.total", "2020");

        Assert.StartsWith("region_code,region,within,", rows[0], StringComparison.Ordinal);
        Assert.Equal("330100,杭州市,330000,,,own,requests.received.total,收到申请,件,2020,value,45,45,1,拱墅区教育局,1,,,0,0,0,0,1,false", Assert.Single(rows[1..]));
    }

    [Fact]
    public async Task Before_anything_is_published_page_and_download_say_so()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        await using var harness = await RenderHarness.ShowAsync<MapPage>(unpublished);

        Assert.Equal("./run load PATH", (await harness.PageAsync()).QuerySelector("code")!.TextContent);
        Assert.IsType<NotFound>(await SendAsync(unpublished, null, null, null));
    }

    private static IElement Row(IHtmlDocument page, string region) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == region);

    private static IElement Tile(IHtmlDocument page, string name) => page.QuerySelectorAll("a.tile").Single(tile => tile.QuerySelector(".name")!.TextContent == name);

    private static Task<IResult> SendAsync(IServiceProvider services, string? region, string? metric, string? year) => MapDownload.SendAsync(
        "csv", new Viewer(), services.GetRequiredService<MapData>(), CatalogData.Current, services.GetRequiredService<PublishedWarehouse>(), region, null, null, metric, null, year, null, default);

    private async Task<string[]> RowsAsync(string region, string metric, string year)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        await (await SendAsync(services, region, metric, year)).ExecuteAsync(context);
        return Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        await using var harness = await ShowAsync(address["map".Length..]);
        return await harness.PageAsync();
    }

    private async Task<RenderHarness> ShowAsync(string query)
    {
        Address.NavigateTo("map" + query);
        return await RenderHarness.ShowAsync<MapPage>(services);
    }
}
