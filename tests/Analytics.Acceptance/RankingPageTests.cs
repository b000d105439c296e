// What a manager does on the ranking page, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class RankingPageTests(Browser browser)
{
    [Fact]
    public async Task A_manager_sees_who_is_first_in_the_province_where_the_number_comes_from_and_how_ranks_moved()
    {
        await using var visit = await browser.OpenAsync("ranking");
        var page = visit.Page;
        await page.GetByLabel("年份").SelectOptionAsync("2020");
        await PickAsync(page, "指标", "行政许可决定", "行政许可决定");
        await PickAsync(page, "地区", "浙江", "浙江省");
        await Expect(page.Locator(".card .sub")).ToContainTextAsync("2020 年 · 浙江省 · 口径：本机关");
        var first = page.Locator(".league tbody tr").First;
        await Expect(first.Locator("th a")).ToHaveTextAsync("婺城区教育局");
        await Expect(first.Locator(".rank")).ToHaveTextAsync("1");

        var number = await first.Locator(".value").InnerTextAsync();
        await first.Locator(".value").ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.Locator(".big")).ToContainTextAsync(number);
        await Expect(drawer).ToContainTextAsync("金华市婺城区教育局");
        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "名次变化" }).ClickAsync();
        await Expect(page.Locator(".chart svg")).ToContainTextAsync("婺城区教育局");
        await Expect(page.Locator(".bumptable tbody tr").First).ToContainTextAsync("婺城区教育局");
        await using var colleague = await browser.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(colleague.Page.Locator(".card .sub")).ToContainTextAsync("2020 年 · 浙江省 · 口径：本机关");
        await Expect(colleague.Page.Locator(".chart svg")).ToContainTextAsync("婺城区教育局");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task On_paper_there_is_the_table_with_its_choices_and_nothing_to_click()
    {
        await using var visit = await browser.OpenAsync("ranking?y=2020", isDark: true);
        var page = visit.Page;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "打印" })).ToBeVisibleAsync();
        // As wide as a sheet of A4.
        await page.SetViewportSizeAsync(700, 1000);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in new[] { ".rail", ".topbar", ".filters", ".pickbar", ".takeaway", ".card .segmented" }) await Expect(page.Locator(hidden)).ToBeHiddenAsync();
        await Expect(page.Locator(".card .sub")).ToContainTextAsync("2020 年 · 全国 · 口径：本机关 · 从大到小");
        await Expect(page.Locator(".card footer .src")).ToContainTextAsync("数据版本");
        await Expect(page.Locator(".league tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator(".league tbody tr").First).ToHaveCSSAsync("display", "table-row");
        await Expect(page.Locator(".league thead")).ToHaveCSSAsync("display", "table-header-group");
        await Expect(page.Locator(".league tbody th").First).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    [Fact]
    public async Task Two_agencies_are_ticked_by_keyboard_and_compared()
    {
        await using var visit = await browser.OpenAsync("ranking?y=2020");
        var page = visit.Page;
        foreach (var agency in new[] { "拱墅区教育局", "朝阳区教育委员会" })
        {
            await page.GetByLabel($"选择 {agency}").FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }
        await Expect(page.Locator(".pickbar")).ToContainTextAsync("已选 2 个");
        await page.GetByRole(AriaRole.Link, new() { Name = "对比所选" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chipname")).ToHaveTextAsync(["拱墅区教育局", "朝阳区教育委员会", "收到申请"]);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [MemberData(nameof(Accessibility.Looks), MemberType = typeof(Accessibility))]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync("ranking?m=disclosure_rate&y=2024&c=territory", width, isDark);
        var page = visit.Page;
        await Expect(page.Locator(".league tbody tr").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The table scrolls sideways.");
        await page.GetByRole(AriaRole.Button, new() { Name = "名次变化" }).ClickAsync();
        await Expect(page.Locator(".chart svg")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The bump chart scrolls sideways.");
        Assert.Empty(visit.Errors);
    }

    private static async Task PickAsync(IPage page, string field, string text, string option)
    {
        await page.GetByLabel(field, new() { Exact = true }).And(page.GetByRole(AriaRole.Combobox)).FillAsync(text);
        await page.GetByRole(AriaRole.Option).Filter(new() { Has = page.Locator(".hit > span").GetByText(option, new() { Exact = true }) }).First.ClickAsync();
        await Expect(page.GetByLabel(field, new() { Exact = true }).And(page.GetByRole(AriaRole.Combobox))).ToHaveValueAsync(option);
    }
}
