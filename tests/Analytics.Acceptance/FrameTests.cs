// What stands around every page, in a real browser: the search, the two languages, the rail.
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed partial class FrameTests(Browser browser)
{
    private const string Pair = "compare?e=330105.教育局,110105.教育委员会";

    [Fact]
    public async Task Search_is_used_by_keyboard_alone_and_gives_the_focus_back()
    {
        await using var visit = await browser.OpenAsync("compare");
        var page = visit.Page;
        var field = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox);
        await page.GetByRole(AriaRole.Link, new() { Name = "对比" }).FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("总览");
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "对比" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gongshu");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "机关" }).GetByRole(AriaRole.Option).First).ToContainTextAsync("拱墅区教育局");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Status)).ToContainTextAsync("找到");
        await field.FillAsync("caiji");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(field).ToBeHiddenAsync();
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Open_search_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync("compare", width, isDark);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "搜索机关" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).FillAsync("拱墅");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "机关" })).ToBeVisibleAsync();

        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.True(await FitsAsync(page), "The page scrolls sideways.");
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭搜索" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task English_is_one_click_away_and_so_is_chinese_and_the_address_stays()
    {
        await using var visit = await browser.OpenAsync(Pair);
        var page = visit.Page;
        var address = new Uri(page.Url).PathAndQuery;
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();
        Assert.Equal(address, new Uri(page.Url).PathAndQuery);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Compare");
        await Expect(page.Locator(".card h2").First).ToHaveTextAsync("Requests received (cases)");
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync();
        // Names of agencies and the switch itself stay Chinese.
        foreach (var part in new[] { ".brand", ".searchopen", ".rail", ".pagehead", ".card footer .src" })
            Assert.DoesNotMatch(Chinese(), string.Join(' ', await page.Locator(part).AllInnerTextsAsync()));
        Assert.Empty(await Accessibility.FindingsAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        Assert.Equal(address, new Uri(page.Url).PathAndQuery);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("对比");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Rail_is_narrowed_to_icons_that_keep_their_names_and_stays_so()
    {
        await using var visit = await browser.OpenAsync("compare");
        var page = visit.Page;
        Assert.Equal(224, await WidthAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "收起导航" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "展开导航" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "对比" })).ToBeVisibleAsync();
        Assert.Equal(64, await WidthAsync(page));
        await page.ReloadAsync();
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();

        Assert.Equal(64, await WidthAsync(page));
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Bar_at_the_bottom_of_a_phone_shows_every_page_in_full_in_both_languages()
    {
        await using var visit = await browser.OpenAsync("compare", 390);
        var page = visit.Page;
        await BarFitsAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();

        await BarFitsAsync(page);
    }

    private static async Task BarFitsAsync(IPage page)
    {
        Assert.True(await FitsAsync(page), "The page scrolls sideways.");
        Assert.Equal(7, await page.Locator(".rail a").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.rail a .railname')].filter(name => name.scrollWidth > name.clientWidth).map(name => name.textContent)"));
    }

    private static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");

    private static async Task<float> WidthAsync(IPage page) => (await page.Locator(".rail").BoundingBoxAsync())!.Width;

    [GeneratedRegex(@"[\u3400-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();
}
