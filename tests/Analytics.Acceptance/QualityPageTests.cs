// What a supervisor does on the quality pages, in a real browser against the real program with the samples.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class QualityPageTests(Browser browser)
{
    private static readonly string Note = $"quality/note?agency={Uri.EscapeDataString("140900.教育局")}&year=2020";

    [Fact]
    public async Task From_a_rule_to_its_findings_to_a_letter_that_is_sent_answered_and_closed()
    {
        await using var visit = await browser.OpenAsync("quality");
        var page = visit.Page;
        await page.Locator(".kinds tbody tr").Filter(new() { HasText = "各类申请人之和等于总计" }).GetByRole(AriaRole.Link).First.ClickAsync();
        var row = page.Locator(".findingtable tbody tr").Filter(new() { HasText = "忻州市教育局" }).First;
        await Expect(row).ToContainTextAsync("R01");
        await row.GetByRole(AriaRole.Link, new() { Name = "写函" }).ClickAsync();

        var letter = page.Locator("#letter-text");
        await Expect(letter).ToContainTextAsync("忻州市教育局2020年政府信息公开工作年度报告");
        await Expect(letter).ToContainTextAsync("报告印为 0，按该项规则应为 15");
        await page.GetByLabel("发函单位").FillAsync("某办公室");
        await Expect(letter).ToContainTextAsync("某办公室");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 .txt" }).ClickAsync());
        Assert.Equal(await letter.TextContentAsync(), (await File.ReadAllTextAsync(await download.PathAsync())).ReplaceLineEndings("\n"));

        await page.GetByRole(AriaRole.Button, new() { Name = "记为已发出" }).ClickAsync();
        var steps = page.Locator(".notesteps").First;
        await Expect(steps).ToContainTextAsync("待复，还有 15 天");
        await steps.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await steps.GetByLabel("机关如何答复").FillAsync("总计漏填，已重新公布");
        await steps.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(steps).ToContainTextAsync("已复待核");
        await steps.GetByRole(AriaRole.Button, new() { Name = "办结" }).ClickAsync();
        await steps.GetByLabel("如何办结").FillAsync("核对无误");
        await steps.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(steps).ToContainTextAsync("已办结");

        await page.GetByRole(AriaRole.Link, new() { Name = "函告与跟进" }).ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "核对无误" })).ToContainTextAsync("忻州市教育局");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task The_matrix_is_narrowed_by_keyboard_and_a_square_without_a_report_says_why()
    {
        await using var visit = await browser.OpenAsync("quality");
        var page = visit.Page;
        var rows = page.Locator(".matrix tbody tr");
        await Expect(rows.First).ToBeVisibleAsync();
        var all = await rows.CountAsync();
        await page.Locator(".matrixcard").GetByRole(AriaRole.Link, new() { Name = "有错误" }).PressAsync("Enter");
        await page.WaitForURLAsync("**show=errors");
        // The address changes first; what is pressed before the rows do is forgotten with them.
        await Expect(rows).Not.ToHaveCountAsync(all);
        var xinzhou = rows.Filter(new() { HasText = "忻州市教育局" });
        await Expect(xinzhou.Locator("a.sq.errors")).ToHaveCountAsync(1);
        await xinzhou.Locator("button.sq").First.PressAsync("Enter");
        await Expect(page.Locator(".told")).ToContainTextAsync("忻州市教育局");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".matrixcard").GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("agency_code,agency,region,year,state,", text, StringComparison.Ordinal);
        Assert.Contains("140900.教育局,忻州市教育局,", text, StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [MemberData(nameof(Accessibility.Looks), MemberType = typeof(Accessibility))]
    public async Task The_pages_are_accessible_and_fit(int width, bool isDark)
    {
        foreach (var (path, ready) in new[] { ("quality", ".matrix"), ("quality?tab=findings", ".findingtable"), ("quality?tab=notes", "#quality-notes"), (Note, "#letter-text") })
        {
            await using var visit = await browser.OpenAsync(path, width, isDark);
            await Expect(visit.Page.Locator(ready)).ToBeVisibleAsync();
            Assert.Empty((await Accessibility.FindingsAsync(visit.Page)).Select(finding => $"{path}: {finding}"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways.");
            Assert.Empty(visit.Errors);
        }
    }
}
