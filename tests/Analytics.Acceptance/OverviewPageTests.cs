// What a manager does on the first page, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class OverviewPageTests(Browser browser)
{
    [Fact]
    public async Task A_year_and_a_region_are_chosen_and_everything_leads_on()
    {
        await using var visit = await browser.OpenAsync("");
        var page = visit.Page;
        await Expect(page.Locator(".figure")).ToHaveCountAsync(6);
        await Expect(page.Locator(".coverage")).ToContainTextAsync("没有载入名册");
        await page.GetByLabel("报告年度").SelectOptionAsync("2020");
        await page.WaitForURLAsync("**y=2020*");
        await page.GetByLabel("地区", new() { Exact = true }).FillAsync("忻州");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "忻州" }).First.ClickAsync();
        await page.WaitForURLAsync("**r=140900*");
        await Expect(page.Locator(".figure").First).ToContainTextAsync("1 份报告");
        await Expect(page.Locator(".figure a").First).ToHaveAttributeAsync("href", "trends?m=requests.received.total&r=140900");

        await page.Locator(".severities a").First.ClickAsync();
        await Expect(page.Locator(".findingtable tbody tr").First).ToContainTextAsync("忻州市教育局");
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [MemberData(nameof(Accessibility.Looks), MemberType = typeof(Accessibility))]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync("?y=2020", width, isDark);
        await Expect(visit.Page.Locator(".figure").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(visit.Errors);
    }
}
