// What a supervisor does on the map, in a real browser against the real program with the samples.
using System.Xml.Linq;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class MapPageTests(Browser browser)
{
    [Fact]
    public async Task From_a_tile_to_prefectures_and_counties_and_back_by_keyboard_alone()
    {
        await using var visit = await browser.OpenAsync("map?y=2020");
        var page = visit.Page;
        await Expect(page.Locator(".tile")).ToHaveCountAsync(34);
        await page.GetByRole(AriaRole.Link, new() { Name = "浙江省：" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody th")).ToHaveTextAsync(["杭州市", "金华市"]);
        await page.Locator("tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody th")).ToHaveTextAsync(["拱墅区"]);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("仅 拱墅区教育局，不代表全地区");
        await page.Locator(".crumbs a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(34);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_drawing_is_taken_away_with_its_colours_and_legend_and_the_table_as_csv(int width)
    {
        await using var visit = await browser.OpenAsync("map?y=2020", width);
        var card = visit.Page.Locator(".chartcard");
        var picture = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await picture.PathAsync());
        Assert.Contains("浙江", text, StringComparison.Ordinal);
        Assert.Contains("fill=\"rgb(21, 63, 117)\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", text, StringComparison.Ordinal);
        // The legend is in it also where the page has it below the drawing.
        var legend = XDocument.Parse(text).Descendants().Single(node => node.Attribute("data-picture") is not null);
        Assert.Null(legend.Attribute("display"));
        Assert.Contains("无人报告", legend.Value, StringComparison.Ordinal);
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        Assert.Equal(0x89, (await File.ReadAllBytesAsync(await png.PathAsync()))[0]);
        var table = await visit.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("330000,浙江省,CN,", await File.ReadAllTextAsync(await table.PathAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync("map?y=2020", width, isDark);
        await Expect(visit.Page.Locator(".tilemap .figure").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(visit.Errors);
    }
}
