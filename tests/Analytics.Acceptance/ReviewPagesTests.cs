// Documents and findings worked off by hand, in a real browser against a real program of its own.
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class ReviewPagesTests(Browser browser) : IAsyncLifetime
{
    private const float Long = 60_000;
    private const string MadeUp = "合成甲子省教育厅";
    private readonly DataFolderForTest data = new();
    private readonly string files = Directory.CreateTempSubdirectory("analytics-review-").FullName;
    private ProgramUnderTest.Server? server;

    public async Task InitializeAsync() => server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        data.Dispose();
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public async Task A_document_that_names_nobody_is_assigned_by_hand_and_seen_on_the_comparison()
    {
        var file = await NamelessAsync();
        await LoadAsync(file);
        await using var visit = await browser.OpenAsync("jobs?tab=quarantine", at: server!.Address);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "无名报告.md" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("无名报告.md");
        await Expect(page.FrameLocator("iframe").Locator("td").First).ToContainTextAsync("第二十条");

        // A value points at its cell in the document.
        await page.GetByRole(AriaRole.Button, new() { Name = "行政许可决定" }).ClickAsync();
        var cell = page.FrameLocator("iframe").GetByText("1507", new() { Exact = true });
        await Expect(cell).ToHaveCSSAsync("outline-width", "3px");
        await Expect(cell).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "指定并载入" }).ClickAsync();
        await Expect(page.Locator(".problem")).ToContainTextAsync("请选择地区");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "地区" }).FillAsync("婺城");
        await page.Locator(".picker [role=option]").First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "机关" }).FillAsync("金华市婺城区教育局");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "年度" }).FillAsync("2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "指定并载入" }).ClickAsync();
        await Expect(page.Locator(".problem")).ToHaveTextAsync("请写明理由。");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "理由" }).FillAsync("网页标题为该局 2020 年度报告");
        await page.GetByRole(AriaRole.Button, new() { Name = "指定并载入" }).ClickAsync();

        var report = page.Locator(".outcomebox a").Filter(new() { HasText = "婺城区教育局" });
        await Expect(report).ToBeVisibleAsync(new() { Timeout = Long });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "指定并载入" })).ToHaveCountAsync(0);
        await report.ClickAsync();
        await page.WaitForURLAsync("**/compare**");
        await Expect(page.Locator(".chip").First).ToContainTextAsync("婺城区教育局");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_document_is_put_aside_with_a_reason_and_taken_back()
    {
        await LoadAsync(await NamelessAsync(), Write("空.txt", "没有表格的文件。"));
        await using var visit = await browser.OpenAsync("jobs?tab=quarantine", at: server!.Address);
        var page = visit.Page;
        await page.Locator("table.quarantine a").First.ClickAsync();
        await Expect(page.Locator(".pagehead")).ToContainTextAsync("第 1 份，共 2 份");
        await page.GetByRole(AriaRole.Button, new() { Name = "搁置" }).ClickAsync();
        await page.Locator(".question input").FillAsync("不是年度报告");
        await page.Locator(".question button.primary").ClickAsync();
        await Expect(page.Locator(".reviewbody")).ToContainTextAsync("不是年度报告");
        var first = page.Url;

        // The way on is still there, by keyboard too.
        await page.Locator("a[accesskey=j]").PressAsync("Enter");
        await Expect(page.Locator(".pagehead")).ToContainTextAsync("第 1 份，共 1 份");
        await page.GotoAsync(first);
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取回" }).ClickAsync();
        await Expect(page.Locator(".pagehead")).ToContainTextAsync("共 2 份");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_wrong_cell_is_corrected_and_seen_on_the_comparison_and_the_correction_withdrawn()
    {
        await LoadAsync(Sample("xinzhou-jyj-2020.txt"));
        await using var visit = await browser.OpenAsync("jobs/findings?rule=R01", at: server!.Address);
        var page = visit.Page;
        await page.Locator(".findinglist a").First.ClickAsync();
        await Expect(page.FrameLocator("iframe").Locator("[id]").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更正 予以公开", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "应为" }).FillAsync("十五");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "理由" }).FillAsync("各列之和为 15，总计漏填");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(page.Locator(".problem")).ToContainTextAsync("请填写数字");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "应为" }).FillAsync("15");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(page.Locator(".said")).ToContainTextAsync("已保存");
        await Expect(page.Locator(".notice, .said")).ToContainTextAsync(["没有这样的问题"], new() { Timeout = Long });

        var compare = "compare?e=140900.%E6%95%99%E8%82%B2%E5%B1%80&m=requests.granted.total";
        await page.GotoAsync(new Uri(server!.Address, compare).ToString());
        // The column's sum, which named the same cell, is mended with it.
        await Expect(page.Locator("tbody td button")).ToHaveTextAsync("15 ✎");
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();
        await page.Locator("tbody td button").ClickAsync();
        await Expect(page.Locator(".source .doubt").Last).ToContainTextAsync("已由人更正；原表印为 0");

        await page.GotoAsync(new Uri(server.Address, "jobs/findings?rule=R01&state=corrected").ToString());
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();
        await page.Locator(".findinglist a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("没有这样的问题", new() { Timeout = Long });
        await page.GotoAsync(new Uri(server.Address, compare).ToString());
        await Expect(page.Locator("tbody td button")).ToHaveTextAsync("0 ⚠");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Two_versions_of_a_report_are_compared_and_a_cell_of_the_newer_is_corrected_and_given_back()
    {
        // The form of a sample, with figures of nobody: no real agency is said to have printed two.
        var sample = await File.ReadAllLinesAsync(Sample("wucheng-jyj-2020.md"));
        var text = string.Join('\n', sample.Where(line => !line.Contains("所载数字", StringComparison.Ordinal))).Replace("婺城区教育局", MadeUp, StringComparison.Ordinal);
        await LoadAsync(Version("一月.md", text, "2021-01-20"), Version("三月.md", text.Replace("1507", "1517", StringComparison.Ordinal), "2021-03-05"));
        await using var visit = await browser.OpenAsync("agency/X01000." + Uri.EscapeDataString("教育厅"), at: server!.Address);
        var page = visit.Page;
        await page.Locator(".reports a[href^='report/']").First.ClickAsync();
        await page.WaitForURLAsync("**/report/*");
        await Expect(page.Locator(".dateline li.own")).ToContainTextAsync("2021-03-05");

        await page.GetByRole(AriaRole.Button, new() { Name = "与此版比较" }).ClickAsync();
        await Expect(page.Locator(".differences tbody tr")).ToHaveTextAsync(["行政许可决定 1,517 1,507"]);
        await page.Locator(".differences button").ClickAsync();
        var cell = page.Locator("[data-metric='licensing.decisions']");
        await Expect(cell).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.FrameLocator("iframe").Locator("[data-mark]")).ToContainTextAsync("1517");

        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "应为" }).FillAsync("1507");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "理由" }).FillAsync("机关来函：三月版误印");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(cell).ToContainTextAsync("✎", new() { Timeout = Long });
        await Expect(cell).ToContainTextAsync("1,517");
        await Expect(page.Locator(".chosencell")).ToContainTextAsync("已由人更正为 1,507");
        // What is printed differs as before, whatever a person says.
        await Expect(page.Locator(".differences tbody tr")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Expect(cell).Not.ToContainTextAsync("✎", new() { Timeout = Long });
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Findings_of_a_kind_are_explained_together()
    {
        await LoadAsync(Sample("pingtan-2020.html"));
        await using var visit = await browser.OpenAsync("jobs/findings?rule=R02", at: server!.Address);
        var page = visit.Page;
        await Expect(page.Locator(".findinglist li")).ToHaveCountAsync(2);
        await page.GetByLabel("全选本页").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "标为已说明", Exact = true }).ClickAsync();
        await page.Locator(".question input").FillAsync("机关来函说明");
        await page.Locator(".question button.primary").ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("没有这样的问题", new() { Timeout = Long });
        await page.GetByRole(AriaRole.Link, new() { Name = "已说明" }).ClickAsync();
        await Expect(page.Locator(".findinglist li")).ToHaveCountAsync(2);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_hostile_document_shown_beside_its_form_runs_nothing()
    {
        await LoadAsync(Write("<img src=x onerror=alert(1)>.html", "<html><body onload=\"alert(1)\"><script>alert(2)</script><p>正文 <a href=\"javascript:alert(3)\">链接</a></p><table><tr><td onclick=\"alert(4)\">&lt;script&gt;alert(5)&lt;/script&gt;</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></body></html>"));
        await using var visit = await browser.OpenAsync("jobs?tab=quarantine", at: server!.Address);
        var page = visit.Page;
        var dialogs = new List<string>();
        page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);
        await page.Locator("table.quarantine a").First.ClickAsync();
        await page.FrameLocator("iframe").Locator("td").First.ClickAsync();
        await Expect(page.FrameLocator("iframe").Locator("td").First).ToHaveTextAsync("<script>alert(5)</script>");
        Assert.Empty(dialogs);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_list_of_addresses_is_taken_row_by_row()
    {
        await using var visit = await browser.OpenAsync("jobs?tab=fetch", at: server!.Address);
        var page = visit.Page;
        await Expect(page.Locator("code").Filter(new() { HasText = "*.gov.cn" })).ToBeVisibleAsync();
        await page.SetInputFilesAsync(".fetchform input", Write("清单.csv", "机关,年度,网址\n某局,2020,http://127.0.0.1:1/a.docx\n某局,20200,http://example.gov.cn/b.docx\n某局,2021,不是网址\n"));
        await Expect(page.Locator(".rowerrors li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".rowerrors")).ToContainTextAsync("第 3 行：年度“20200”");
        await Expect(page.Locator("table.addresses tbody tr")).ToHaveCountAsync(1);
        // The host is not on the list: nobody is asked.
        await Expect(page.Locator("table.addresses")).ToContainTextAsync("被拒绝", new() { Timeout = Long });
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [MemberData(nameof(Accessibility.Looks), MemberType = typeof(Accessibility))]
    public async Task Pages_are_accessible_and_fit(int width, bool isDark)
    {
        var nameless = await NamelessAsync();
        await LoadAsync(nameless, Sample("xinzhou-jyj-2020.txt"));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(nameless)));
        foreach (var address in new[] { $"jobs/quarantine/{sha256}", "jobs/quarantine/none", "jobs/findings?severity=error", "jobs/findings?agency=none", "jobs?tab=fetch", "jobs?tab=reread" })
        {
            await using var visit = await browser.OpenAsync(address, width, isDark, server!.Address);
            if (address.EndsWith("severity=error", StringComparison.Ordinal))
            {
                await visit.Page.Locator(".findinglist a").First.ClickAsync();
                await visit.Page.Locator(".detail .factstable button.small").First.ClickAsync();
            }
            Assert.Equal([], await Accessibility.FindingsAsync(visit.Page));
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width}");
            Assert.Equal([], visit.Errors);
        }
    }

    private static string Sample(string name) => Path.Combine(ProgramUnderTest.Root, "etl", "samples", name);

    private async Task LoadAsync(params string[] some) => Assert.Equal("", (await ProgramUnderTest.RunAsync(["load", .. some, "--data", data.Path])).Error);

    private string Write(string name, string text)
    {
        var path = Path.Combine(files, name);
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    // A document with the day on which its agency published it.
    private string Version(string name, string text, string day)
    {
        Write(name + ".source.json", $$"""{ "agency": "{{MadeUp}}", "published": "{{day}}" }""");
        return Write(name, text);
    }

    // A sample without its heading and the year it is about.
    private async Task<string> NamelessAsync()
    {
        var lines = await File.ReadAllLinesAsync(Sample("wucheng-jyj-2020.md"));
        return Write("无名报告.md", string.Join('\n', lines.Where(line => !line.Contains("2020年", StringComparison.Ordinal))));
    }
}
