// What a person does on a report's page, in a real browser: a number is looked up in the original, and a finding in both.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class ReportPageTests(Browser browser)
{
    [Fact]
    public async Task A_number_is_found_in_the_page_as_read_and_as_published_and_back()
    {
        await using var visit = await browser.OpenAsync(await AddressAsync("pingtan-2020.html"));
        var page = visit.Page;
        var read = page.FrameLocator("iframe");
        await Expect(page.Locator("h1")).ToHaveTextAsync("平潭综合实验区 2020 年度报告");
        await Expect(read.Locator("td").First).ToBeVisibleAsync();

        // Pointing outlines, choosing stays.
        await page.Locator("[data-metric='requests.closed.total']").HoverAsync();
        await Expect(read.Locator("[data-over]")).ToHaveTextAsync("21");
        await page.Locator("[data-metric='requests.closed.total']").ClickAsync();
        await Expect(read.Locator("[data-mark]")).ToHaveTextAsync("21");
        await Expect(read.Locator("[data-mark]")).ToBeInViewportAsync();
        await Expect(page.Locator(".chosencell")).ToContainTextAsync("应为 27");

        await page.GetByRole(AriaRole.Button, new() { Name = "原件" }).ClickAsync();
        await Expect(read.Locator("[data-mark]")).ToHaveCSSAsync("outline-width", "3px");
        await Expect(read.Locator("[data-mark]")).ToHaveTextAsync("21");
        await read.Locator("[data-mark]").Locator("xpath=preceding-sibling::td[1]").ClickAsync();
        await Expect(page.Locator(".cell[aria-pressed=true]")).ToHaveAttributeAsync("data-metric", "requests.closed.other_org");

        // From here to the source and back to the same cell.
        await page.GetByRole(AriaRole.Button, new() { Name = "数据来源" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "打开报告" }).ClickAsync();
        await page.WaitForURLAsync("**/report/*?mark=requests.closed.other_org");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_finding_in_the_margin_marks_its_cells_on_both_sides_and_its_rule_is_explained()
    {
        await using var visit = await browser.OpenAsync(await AddressAsync("xinzhou-jyj-2020.txt"));
        var page = visit.Page;
        await page.Locator(".ruleflag").Filter(new() { HasText = "R01" }).ClickAsync();
        await Expect(page.Locator(".cell[aria-pressed=true]")).ToHaveTextAsync("0 ⚠");
        await Expect(page.Locator(".chosencell")).ToContainTextAsync("应为 15");
        await Expect(page.FrameLocator("iframe").Locator("[data-mark]")).ToHaveTextAsync("0");
        await page.Locator("details summary").ClickAsync();
        await Expect(page.Locator(".ruleslist li").First).ToContainTextAsync("各类申请人之和等于总计");

        // By keyboard from cell to cell.
        await page.Locator("[data-metric='requests.granted.total']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".cell[aria-pressed=true]")).ToHaveAttributeAsync("data-metric", "requests.carried_in.other_org");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_pdf_is_drawn_and_the_cell_outlined_where_it_is_printed()
    {
        using var data = new DataFolderForTest();
        await using var server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);
        var folder = Directory.CreateTempSubdirectory("analytics-report-pdf-").FullName;
        try
        {
            var file = await PdfAsync(folder, "pingtan-2022.docx");
            Assert.Equal("", (await ProgramUnderTest.RunAsync(["load", file, "--data", data.Path])).Error);
            await using var visit = await browser.OpenAsync("report/1?mark=requests.received.total", at: server.Address);
            var page = visit.Page;
            var mark = page.Locator(".pdfpage i[data-mark]");
            await Expect(mark).ToBeInViewportAsync();
            var paper = page.Locator(".pdfpage[data-drawn]").Filter(new() { Has = page.Locator("i[data-mark]") });
            await Expect(paper.Locator("canvas")).ToBeVisibleAsync();
            // The outlined part of the picture is not empty paper.
            await Expect(paper).ToHaveCountAsync(1);
            Assert.True(await mark.EvaluateAsync<bool>(
                """
                mark => {
                  const canvas = mark.parentElement.querySelector('canvas');
                  const [page, box] = [mark.parentElement.getBoundingClientRect(), mark.getBoundingClientRect()];
                  const per = canvas.width / page.width;
                  const inside = canvas.getContext('2d').getImageData((box.x - page.x + 3) * per, (box.y - page.y + 3) * per, (box.width - 6) * per, (box.height - 6) * per).data;
                  return inside.some((value, i) => i % 4 === 0 && value < 128);
                }
                """));
            // A click on the paper chooses the cell that is printed there.
            await page.Locator("[data-metric='requests.received.natural']").HoverAsync();
            await page.Locator(".pdfpage i[data-over]").ScrollIntoViewIfNeededAsync();
            var box = (await page.Locator(".pdfpage i[data-over]").BoundingBoxAsync())!;
            await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await Expect(page.Locator(".cell[aria-pressed=true]")).ToHaveAttributeAsync("data-metric", "requests.received.natural");
            Assert.Empty(visit.Errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_cells_can_be_taken_away_and_an_unknown_report_is_said_to_be()
    {
        await using var visit = await browser.OpenAsync(await AddressAsync("chaoyang-jw-2020.html"));
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        Assert.Contains(",requests.received.total,", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await using var unknown = await browser.OpenAsync("report/4711");
        await Expect(unknown.Page.Locator(".notice strong")).ToContainTextAsync("4711");
        Assert.Empty(await Accessibility.FindingsAsync(unknown.Page));
        Assert.Empty(unknown.Errors);
    }

    [Theory]
    [MemberData(nameof(Accessibility.Looks), MemberType = typeof(Accessibility))]
    public async Task The_page_is_accessible_and_fits(int width, bool isDark)
    {
        await using var visit = await browser.OpenAsync(await AddressAsync("xinzhou-jyj-2020.txt") + "?mark=requests.granted.total", width, isDark);
        var page = visit.Page;
        await Expect(page.Locator(".chosenvalue")).ToContainTextAsync("0");
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        if (width == 390)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "在原文中查看" }).ClickAsync();
            await Expect(page.FrameLocator("iframe").Locator("[data-mark]")).ToBeVisibleAsync();
            await Expect(page.Locator(".tablespane")).ToBeHiddenAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        await Expect(page.Locator(".reviewform")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindingsAsync(page));
        Assert.Empty(visit.Errors);
    }

    // Reports are numbered as they are loaded; which sample is which is told by its file.
    private async Task<string> AddressAsync(string file)
    {
        using var http = new HttpClient { BaseAddress = browser.Address };
        for (var report = 1; report <= 12; report++)
        {
            if ((await http.GetStringAsync(new Uri($"report/{report}", UriKind.Relative))).Contains($">{file}<", StringComparison.Ordinal)) return $"report/{report}";
        }
        throw new InvalidOperationException($"No report is shown from {file}.");
    }

    private static async Task<string> PdfAsync(string folder, string sample)
    {
        using var soffice = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("soffice",
            ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", "pdf", "--outdir", folder, Path.Combine(ProgramUnderTest.Root, "etl", "samples", sample)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await soffice.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return Path.ChangeExtension(Path.Combine(folder, sample), ".pdf");
    }
}
