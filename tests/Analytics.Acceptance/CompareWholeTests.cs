// The comparison in full: the tree, every view and measure, views kept, pictures and tables taken away, a chart in another page.
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class CompareWholeTests(Browser browser)
{
    private const string Pair = "compare?e=330105.教育局,110105.教育委员会";

    [Fact]
    public async Task An_agency_is_found_by_where_it_is_and_ticked_in_the_tree()
    {
        await using var visit = await browser.OpenAsync("compare?e=110105.教育委员会");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "按地区浏览" }).ClickAsync();
        foreach (var region in new[] { "浙江省", "杭州市", "拱墅区" }) await page.Locator(".tree li.region").Filter(new() { HasText = region }).ClickAsync();
        await page.GetByRole(AriaRole.Treeitem, new() { Name = "拱墅区教育局" }).ClickAsync();
        await Expect(page.Locator(".treehead [role=status]")).ToContainTextAsync("已选 2 个");
        Assert.Empty(await Accessibility.FindingsAsync(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".chipname")).ToHaveTextAsync(["朝阳区教育委员会", "拱墅区教育局", "收到申请"]);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("哑铃", "2020 年")]
    [InlineData("小多图", "拱墅区教育局")]
    public async Task Every_kind_of_chart_shows_both_agencies_and_leads_to_the_source(string view, string text)
    {
        await using var visit = await browser.OpenAsync(Pair + "&y=2019-2021");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = view, Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".chart svg")).ToContainTextAsync(text);
        await Expect(visit.Page.Locator(".chart svg")).ToContainTextAsync("朝阳区教育委员会");
        await visit.ClickMarkAsync("10 件");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("td.target")).ToHaveTextAsync("10");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Shares_are_drawn_and_what_was_printed_stays_in_the_table()
    {
        await using var visit = await browser.OpenAsync(Pair + "&y=2020-2020");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "占比" }).ClickAsync();
        await Expect(visit.Page.Locator(".chart svg")).ToContainTextAsync("90.9%");
        await Expect(visit.Page.Locator(".chartcard footer")).ToContainTextAsync("占所选机关同年合计的比例");
        await Expect(visit.Page.Locator("tbody td button")).ToHaveTextAsync(["1", "10"]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "表格" }).ClickAsync();
        await Expect(visit.Page.Locator(".chart svg")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("tbody td button")).ToHaveTextAsync(["1", "10"]);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_view_is_kept_under_a_name_and_opened_by_it()
    {
        await using var visit = await browser.OpenAsync(Pair + "&v=bar");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "视图", Exact = true }).ClickAsync();
        await page.GetByLabel("把当前页面存为").FillAsync("两区教育");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.Locator(".popover li a")).ToHaveTextAsync("两区教育");
        Assert.Empty(await Accessibility.FindingsAsync(page));

        await using var later = await browser.OpenAsync("compare");
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "视图", Exact = true }).ClickAsync();
        await later.Page.GetByRole(AriaRole.Link, new() { Name = "两区教育" }).ClickAsync();
        await Expect(later.Page.Locator(".chipname").First).ToHaveTextAsync("拱墅区教育局");
        await Expect(later.Page.GetByRole(AriaRole.Button, new() { Name = "条形" })).ToHaveAttributeAsync("aria-pressed", "true");
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "视图", Exact = true }).ClickAsync();
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "删除视图“两区教育”" }).ClickAsync();
        await Expect(later.Page.Locator(".popover li")).ToHaveCountAsync(0);
        Assert.Empty(later.Errors);
    }

    [Fact]
    public async Task Pictures_and_workbooks_are_taken_away_with_their_source()
    {
        await using var visit = await browser.OpenAsync(Pair + "&y=2020-2020");
        var page = visit.Page;
        await Expect(page.Locator(".chart svg")).ToContainTextAsync("朝阳区教育委员会");
        var svg = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-image=svg]").ClickAsync());
        var picture = await File.ReadAllTextAsync(await svg.PathAsync());
        Assert.Contains("朝阳区教育委员会", picture, StringComparison.Ordinal);
        Assert.Contains("数据版本 v", picture, StringComparison.Ordinal);
        Assert.StartsWith("收到申请", svg.SuggestedFilename, StringComparison.Ordinal);

        var png = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-image=png]").ClickAsync());
        Assert.Equal("89504E47", Convert.ToHexString(await File.ReadAllBytesAsync(await png.PathAsync()))[..8]);
        var book = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "XLSX", Exact = true }).ClickAsync());
        Assert.Equal("504B", Convert.ToHexString(await File.ReadAllBytesAsync(await book.PathAsync()))[..4]);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_chart_stands_in_another_page_and_every_other_page_refuses_to()
    {
        await using var visit = await browser.OpenAsync(Pair + "&y=2020-2020");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "嵌入" }).ClickAsync();
        var code = await visit.Page.GetByLabel("嵌入代码").InputValueAsync();

        // Another site on this machine: same browser, another origin.
        using var site = new HttpListener();
        site.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort()}/"));
        site.Start();
        var served = Task.Run(async () =>
        {
            var request = await site.GetContextAsync();
            request.Response.ContentType = "text/html; charset=utf-8";
            await request.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("<!DOCTYPE html><title>x</title>" + code));
            request.Response.Close();
        });
        await visit.Page.GotoAsync(site.Prefixes.Single());
        await served;
        var frame = visit.Page.FrameLocator("iframe");
        await Expect(frame.Locator(".chart svg")).ToContainTextAsync("朝阳区教育委员会");
        await Expect(frame.Locator("nav")).ToHaveCountAsync(0);
        Assert.DoesNotContain(visit.Errors, error => !error.Contains("favicon.ico", StringComparison.Ordinal));

        using var client = new HttpClient { BaseAddress = browser.Address };
        Assert.EndsWith("frame-ancestors 'none'", (await client.GetAsync(new Uri("compare", UriKind.Relative))).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
