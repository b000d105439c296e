// What a person does on an agency's page, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class AgencyPageTests(Browser browser)
{
    private const string Chaoyang = "agency/110105.教育委员会";

    [Fact]
    public async Task From_a_figure_and_from_a_small_chart_it_is_one_click_to_the_printed_cell()
    {
        await using var visit = await OpenAsync(Chaoyang);
        var page = visit.Page;
        await Expect(page.Locator("h1")).ToHaveTextAsync("北京市朝阳区教育委员会");
        await page.Locator(".figures button").First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.Locator("td.target")).ToHaveTextAsync("10");
        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);

        await page.Locator(".multiple").Filter(new() { HasText = "采购金额（" }).First.Locator(".point").ClickAsync();
        await Expect(drawer.Locator(".big")).ToContainTextAsync("23,466.49");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task The_table_holds_every_metric_and_opens_sources_by_keyboard()
    {
        await using var visit = await OpenAsync(Chaoyang);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "表格", Exact = true }).ClickAsync();
        var row = page.Locator(".metrics tbody tr").Filter(new() { HasText = "行政许可决定" });
        await row.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.Locator("button")).ToHaveTextAsync("1,382");
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("td.target")).ToHaveTextAsync("1382");
        await using var colleague = await browser.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = "表格", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_flow_is_drawn_from_applicants_to_outcomes_and_its_band_opens_the_cell()
    {
        await using var visit = await OpenAsync(Chaoyang);
        var flow = visit.Page.Locator(".chartcard").Filter(new() { HasText = "申请如何办结" });
        await flow.Locator(".chart svg").ScrollIntoViewIfNeededAsync();
        await Expect(flow.Locator(".chart svg")).ToContainTextAsync("自然人");
        await flow.Locator("summary").ClickAsync();
        await flow.Locator("td button").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("td.target")).ToBeVisibleAsync();
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_report_whose_sums_do_not_hold_says_so_beside_the_flow_and_in_the_findings()
    {
        await using var visit = await OpenAsync("agency/140900.教育局");
        await Expect(visit.Page.Locator(".chartcard").Filter(new() { HasText = "申请如何办结" }).Locator("footer")).ToContainTextAsync("予以公开：各类申请人之和 15，总计印为 0");
        await Expect(visit.Page.Locator(".agencyfindings tbody tr").First).ToContainTextAsync("R01");
    }

    [Fact]
    public async Task The_small_charts_of_a_topic_are_taken_away_as_one_picture()
    {
        await using var visit = await OpenAsync(Chaoyang);
        var card = visit.Page.Locator(".chartcard").First;
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync());
        var picture = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("主动公开（表二）", picture, StringComparison.Ordinal);
        Assert.Contains("行政许可决定（件）", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", picture, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(picture);
    }

    [Fact]
    public async Task Peers_are_compared_by_one_button()
    {
        await using var visit = await OpenAsync(Chaoyang + "?y=2020");
        await visit.Page.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = "与同类对比" }).ClickAsync();
        await Expect(visit.Page.Locator(".chipname").GetByText("朝阳区教育委员会")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".chipname").GetByText("拱墅区教育局")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_there_is_the_profile_and_nothing_to_click()
    {
        await using var visit = await OpenAsync(Chaoyang);
        var page = visit.Page;
        await page.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "打印" }).ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.printed === true"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in new[] { "h1", ".agencyfacts", ".figures", ".multiples >> nth=0", ".agencyfindings" }) await Expect(page.Locator(shown)).ToBeVisibleAsync();
        foreach (var hidden in new[] { ".topbar", ".rail", ".actions", ".filters", ".topichead", ".reports", ".peers" }) await Expect(page.Locator(hidden)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_unknown_agency_is_looked_for_by_name()
    {
        await using var visit = await browser.OpenAsync("agency/999999.无此局");
        await visit.Page.GetByLabel("机关", new() { Exact = true }).FillAsync("gongshu");
        await visit.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("杭州市拱墅区教育局");
    }

    [Theory]
    [InlineData(1280, false, "")]
    [InlineData(1280, true, "?v=table")]
    [InlineData(390, false, "?v=table")]
    [InlineData(390, true, "")]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark, string query)
    {
        await using var visit = await browser.OpenAsync(Chaoyang + query, width, isDark);
        await Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(visit.Errors);
    }

    // Numbers open their sources once the page listens.
    private async Task<Browser.Visit> OpenAsync(string path)
    {
        var visit = await browser.OpenAsync(path);
        await visit.Page.Locator(".sourcearea[data-ready]").WaitForAsync();
        return visit;
    }
}
