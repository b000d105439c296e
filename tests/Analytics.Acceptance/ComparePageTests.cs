// What a person does on the compare page, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class ComparePageTests(Browser browser)
{
    private const string Pair = "compare?e=330105.教育局,110105.教育委员会";

    [Fact]
    public async Task Picking_gongshu_and_chaoyang_shows_1_and_10_and_the_10_opens_its_source()
    {
        await using var visit = await browser.OpenAsync("compare");
        var page = visit.Page;
        await PickAsync(page, "拱墅", "拱墅区教育局");
        await PickAsync(page, "chaoyang", "朝阳区教育委员会");

        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "拱墅区教育局" }).Locator("td button")).ToHaveTextAsync("1");
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "朝阳区教育委员会" }).Locator("td button")).ToHaveTextAsync("10");
        await Expect(page.Locator(".chart .canvas svg")).ToBeVisibleAsync();
        await Expect(page.Locator(".chart svg")).ToContainTextAsync("朝阳区教育委员会");

        await visit.ClickMarkAsync("10 件");
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.Locator(".big")).ToContainTextAsync("10");
        await Expect(drawer).ToContainTextAsync("北京市朝阳区教育委员会");
        await Expect(drawer.Locator("td.target")).ToHaveTextAsync("10");
        await Expect(drawer.Locator("tr.own th")).ToContainTextAsync("本年新收政府信息公开申请数量");
        await Expect(drawer).ToContainTextAsync("chaoyang-jw-2020.html");
        await Expect(drawer.Locator(".rules li.passed").Filter(new() { HasText = "R01" })).ToHaveCountAsync(1);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Several_metrics_stand_side_by_side_with_their_units()
    {
        await using var visit = await browser.OpenAsync(Pair);
        var page = visit.Page;
        await PickAsync(page, "行政许可决定", "行政许可决定", "指标");
        await PickAsync(page, "采购金额", "采购金额", "指标");
        await Expect(page.Locator(".panels .card h2")).ToHaveTextAsync(["收到申请（件）", "行政许可决定（件）", "采购金额（万元）"]);
        await Expect(page.Locator("tbody")).ToContainTextAsync("1,382");
        await Expect(page.Locator("tbody")).ToContainTextAsync("23,466.49");
        await Expect(page.Locator("tbody")).ToContainTextAsync("3,336.05");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task The_address_holds_the_whole_state()
    {
        await using var visit = await browser.OpenAsync("compare?e=Z35001&m=requests.received.total,licensing.decisions&y=2019-2022&v=bar");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "条形" })).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "折线" }).ClickAsync();
        await visit.Page.GetByLabel("截止年份").SelectOptionAsync("2020");
        await Expect(visit.Page.Locator("thead th")).ToHaveTextAsync(["机关", "2019", "2020"]);
        await using var colleague = await browser.OpenAsync(new Uri(visit.Page.Url).PathAndQuery);
        await Expect(colleague.Page.Locator("thead th")).ToHaveTextAsync(["机关", "2019", "2020"]);
        await Expect(colleague.Page.Locator("tbody td")).ToHaveTextAsync(await visit.Page.Locator("tbody td").AllInnerTextsAsync());
        await Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = "折线" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_disputed_rate_is_not_zero_per_cent_and_leads_to_the_broken_rule_in_two_clicks()
    {
        await using var visit = await browser.OpenAsync("compare?e=140900.教育局&m=disclosure_rate,requests.granted.total");
        var page = visit.Page;
        await Expect(page.Locator("tbody tr").First.Locator("td.disputed")).ToHaveTextAsync("⚠");
        await page.Locator("tbody tr").First.Locator("td button").ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.Locator(".big")).ToHaveTextAsync("存疑");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "予以公开" }).ClickAsync();
        await Expect(drawer.Locator("td.target")).ToHaveTextAsync("0");
        await Expect(drawer.Locator(".rules li.failed.error").Filter(new() { HasText = "R01" })).ToContainTextAsync("应为 15");
    }

    [Fact]
    public async Task Zero_blank_and_not_reported_look_different()
    {
        await using var visit = await browser.OpenAsync("compare?e=310000.人民政府办公厅&m=requests.received.research,requests.received.welfare,requests.carried_in.total&y=2019-2020");
        var rows = visit.Page.Locator("tbody tr");
        await Expect(rows.Nth(0).Locator("td")).ToHaveTextAsync(["／", "—"]);
        await Expect(rows.Nth(2).Locator("td")).ToHaveTextAsync(["18", "—"]);
    }

    [Fact]
    public async Task The_csv_holds_what_the_page_shows()
    {
        await using var visit = await browser.OpenAsync(Pair + "&m=procurement.amount_wan&y=2020-2020");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("agency_code,agency,scope,metric,", text, StringComparison.Ordinal);
        Assert.Contains("110105.教育委员会,朝阳区教育委员会,own,procurement.amount_wan,采购金额,万元,2020,number,23466.49", text, StringComparison.Ordinal);
        Assert.Contains("330105.教育局,拱墅区教育局,own,procurement.amount_wan,采购金额,万元,2020,number,3336.05", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_stands_for_the_agency_that_reports_and_is_named_by_it()
    {
        await using var visit = await browser.OpenAsync("compare?e=r:330105,r:320800");
        await Expect(visit.Page.Locator(".chipname")).ToHaveTextAsync(["拱墅区教育局", "淮安市人民政府", "收到申请"]);
    }

    [Fact]
    public async Task The_whole_task_works_by_keyboard_alone()
    {
        await using var visit = await browser.OpenAsync("compare");
        var page = visit.Page;
        await page.Locator(".notice .button").WaitForAsync();
        await ChooseAsync("机关或地区", "gongshu", "拱墅区", "拱墅区教育局");
        await ChooseAsync("机关或地区", "chaoyang", "朝阳区", "朝阳区教育委员会");
        await ChooseAsync("指标", "行政许可决定", "行政许可决定", "行政许可决定");

        await visit.TabToAsync(page.GetByLabel("起始年份"));
        await page.Keyboard.TypeAsync("2020");
        await visit.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "条形" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".panels .card")).ToHaveCountAsync(2);
        await Expect(page.Locator("thead th").Nth(1)).ToHaveTextAsync("2020");

        await visit.TabToAsync(page.Locator("tbody td button").First);
        await page.Keyboard.PressAsync("Enter");
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.Locator("td.target")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);

        // The tree of regions: down to an agency, and its tick away.
        await visit.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "按地区浏览" }));
        await page.Keyboard.PressAsync("Enter");
        var rows = page.GetByRole(AriaRole.Treeitem);
        await visit.TabToAsync(rows.First);
        // The library would take the focus to the first field half a second after opening.
        await page.WaitForTimeoutAsync(700);
        for (var depth = 0; depth < 2; depth++)
        {
            await Expect(rows.Nth(depth)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await Expect(rows.Nth(depth + 1)).ToHaveAttributeAsync("aria-level", $"{depth + 2}");
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await Expect(page.GetByRole(AriaRole.Treeitem, new() { Name = "朝阳区教育委员会" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Treeitem, new() { Name = "朝阳区教育委员会" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.Empty(visit.Errors);

        async Task ChooseAsync(string field, string text, string found, string chosen)
        {
            await visit.TabToAsync(page.GetByLabel(field, new() { Exact = true }).And(page.GetByRole(AriaRole.Combobox)));
            await page.Keyboard.TypeAsync(text);
            await Expect(page.Locator(".picker li").First).ToContainTextAsync(found);
            // The region stands first where there is one; its agency below it.
            while (!(await page.Locator(".picker li.active").InnerTextAsync()).Contains(chosen, StringComparison.Ordinal)) await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".chipname").GetByText(chosen, new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync(Pair + "&m=requests.received.total,disclosure_rate", width, isDark);
        var page = visit.Page;
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        await page.Locator("tbody td button").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".big")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task The_theme_is_chosen_once_and_remembered()
    {
        await using var visit = await browser.OpenAsync(Pair);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "切换浅色或深色" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    private static async Task PickAsync(IPage page, string text, string option, string field = "机关或地区")
    {
        await page.GetByLabel(field, new() { Exact = true }).And(page.GetByRole(AriaRole.Combobox)).FillAsync(text);
        await page.GetByRole(AriaRole.Option).Filter(new() { Has = page.Locator(".hit > span").GetByText(option, new() { Exact = true }) }).ClickAsync();
        await Expect(page.Locator(".chipname").GetByText(option, new() { Exact = true })).ToBeVisibleAsync();
    }
}
