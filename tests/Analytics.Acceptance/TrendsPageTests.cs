// What a researcher does on the trends page, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class TrendsPageTests(Browser browser)
{
    [Fact]
    public async Task Choosing_a_sector_and_an_agency_shows_band_and_line_and_a_mark_opens_its_source()
    {
        await using var visit = await browser.OpenAsync("trends");
        var page = visit.Page;
        await page.GetByLabel("领域").SelectOptionAsync("教育");
        await Expect(page.Locator(".chartcard .sub")).ToContainTextAsync("全国 · 教育");
        await page.GetByLabel("叠加机关").FillAsync("gongshu");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "拱墅区教育局" }).ClickAsync();

        await Expect(page.Locator(".chart svg")).ToContainTextAsync("拱墅区教育局");
        await Expect(page.Locator(".chart svg")).ToContainTextAsync("中位数");
        await Expect(page.Locator("section:has(#trends-years) tbody tr").Filter(new() { HasText = "2021" })).ToContainTextAsync("2021 年起改用新表式");
        await visit.ClickMarkAsync("1 件");
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("td.target")).ToHaveTextAsync("1");
        await page.Keyboard.PressAsync("Escape");

        // The address is the whole state.
        await using var colleague = await browser.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(colleague.Page.Locator(".chipname")).ToHaveTextAsync("拱墅区教育局");
        await Expect(colleague.Page.Locator("section:has(#trends-years) tbody td")).ToHaveTextAsync(await page.Locator("section:has(#trends-years) tbody td").AllInnerTextsAsync());
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Chart_and_table_can_be_taken_away()
    {
        await using var visit = await browser.OpenAsync("trends?e=330105.教育局&v=small");
        var card = visit.Page.Locator(".chartcard");
        await Expect(card.Locator(".chart svg")).ToHaveCountAsync(1);
        var picture = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync());
        Assert.Contains("收到申请", await File.ReadAllTextAsync(await picture.PathAsync()), StringComparison.Ordinal);
        var table = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("group,,,CN,", await File.ReadAllTextAsync(await table.PathAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync("trends?e=330105.教育局", width, isDark);
        await Expect(visit.Page.Locator(".chart svg")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(visit.Errors);
    }
}
