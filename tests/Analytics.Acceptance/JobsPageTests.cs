// What an operator does on the jobs page, in a real browser against a real program of its own.
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class JobsPageTests(Browser browser) : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToHaveTextOptions PatientText = new() { Timeout = 60_000 };
    private readonly DataFolderForTest data = new();
    private readonly string files = Directory.CreateTempSubdirectory("analytics-upload-").FullName;
    private ProgramUnderTest.Server? server;

    public async Task InitializeAsync() => server = await ProgramUnderTest.ServeAsync(data.Path, withSamples: false);

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        data.Dispose();
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public async Task Documents_are_uploaded_seen_through_to_the_comparison_and_the_quarantine_and_tried_again()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        await Expect(page.Locator(".nodata")).ToContainTextAsync("还没有运行");
        await page.SetInputFilesAsync("[data-input=files]", Given());

        await Expect(page.Locator(".uploadsummary")).ToHaveTextAsync("5 / 5 份：已收下 5", PatientText);
        await Expect(page.Locator("table.runs .state")).ToContainTextAsync("成功", new() { Timeout = 60_000 });
        await Expect(page.Locator("table.runs .outcome > span")).ToHaveTextAsync(["载入 3", "隔离 2"]);
        await Expect(page.Locator(".tile strong")).ToHaveTextAsync(["0", "0", "3", "0", "2"]);
        await Expect(page.Locator("[data-ended]")).ToContainTextAsync("载入 3，已知 0，隔离 2，失败 0");

        await page.Locator("table.runs a").ClickAsync();
        await Expect(page.Locator("table.documents tbody tr")).ToHaveCountAsync(5);
        await Expect(page.Locator("table.documents tr").Filter(new() { HasText = "broken.docx" })).ToContainTextAsync("损坏");
        await Expect(page.Locator(".log")).ToContainTextAsync("已发布版本");
        await page.Locator("nav.segmented a").Filter(new() { HasText = "已隔离" }).ClickAsync();
        await Expect(page.Locator("table.documents tbody tr")).ToHaveCountAsync(2);
        Assert.EndsWith("?state=quarantined", page.Url, StringComparison.Ordinal);
        await page.Locator("nav.segmented a").Filter(new() { HasText = "已载入" }).ClickAsync();
        await page.Locator("table.documents a").Filter(new() { HasText = "朝阳区教育委员会" }).ClickAsync();
        await Expect(page.Locator("tbody td button")).ToHaveTextAsync("10");

        await page.GetByRole(AriaRole.Link, new() { Name = "采集" }).ClickAsync();
        await page.Locator(".tabs a").Filter(new() { HasText = "隔离" }).ClickAsync();
        await page.GetByLabel("选择 broken.docx").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await page.Locator(".said a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("重试：broken.docx");
        await Expect(page.Locator(".pagehead .state")).ToContainTextAsync("成功", new() { Timeout = 60_000 });
        await Expect(page.Locator("table.documents .state")).ToContainTextAsync("已隔离");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_template_of_facts_is_downloaded_filled_in_and_uploaded()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "XLSX 模板" }).ClickAsync());
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await workbook.PathAsync()))[..2]);
        var metrics = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "指标清单" }).ClickAsync());
        Assert.Contains("requests.received.total", await File.ReadAllTextAsync(await metrics.PathAsync()), StringComparison.Ordinal);
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV 模板" }).ClickAsync());
        var heads = (await File.ReadAllTextAsync(await template.PathAsync())).TrimStart('\uFEFF').Trim();
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["机关"] = "杭州市拱墅区民政局",
            ["地区"] = "330105",
            ["年度"] = "2021",
            ["指标"] = "requests.received.total",
            ["数值"] = "7",
        };
        var filled = Path.Combine(files, "facts.csv");
        await File.WriteAllTextAsync(filled, $"{heads}\n{string.Join(',', heads.Split(',').Select(head => row.GetValueOrDefault(head.TrimEnd('*'), "")))}\n");

        await page.SetInputFilesAsync("[data-input=files]", filled);

        await Expect(page.Locator("table.runs .state")).ToContainTextAsync("成功", new() { Timeout = 60_000 });
        await Expect(page.Locator("table.runs .outcome > span")).ToHaveTextAsync(["载入 1"]);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task The_same_content_is_known_and_what_is_too_large_or_alone_is_refused_with_the_reason()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        var sample = Sample("xinzhou-jyj-2020.txt");
        await page.SetInputFilesAsync("[data-input=files]", sample);
        await Expect(page.Locator(".uploadsummary")).ToHaveTextAsync("1 / 1 份：已收下 1", PatientText);
        var copy = Path.Combine(files, "另一个名字.txt");
        File.Copy(sample, copy);
        var large = Path.Combine(files, "大.pdf");
        await using (var stream = File.Create(large)) stream.SetLength((100L << 20) + 1);
        await page.SetInputFilesAsync("[data-input=files]", [copy, large, Sample("xinzhou-jyj-2020.txt.source.json")]);
        await Expect(page.Locator(".uploadsummary").Last).ToHaveTextAsync("3 / 3 份：已收到过 1，拒绝 2", PatientText);
        await Expect(page.Locator(".upload.known")).ToContainTextAsync("与“xinzhou-jyj-2020.txt”内容相同，已于");
        await Expect(page.Locator(".upload.refused")).ToContainTextAsync(["超过 100 MB", "没有一起选中它所说明的文件"]);
        await Expect(page.Locator("table.runs tbody tr").First).ToContainTextAsync("已知 1", new() { Timeout = 60_000 });
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_file_dropped_anywhere_on_the_page_is_sent_and_its_list_is_there_again_after_a_visit_elsewhere()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        var dropped = await page.EvaluateHandleAsync("() => { const transfer = new DataTransfer(); transfer.items.add(new File(['不是年报'], '通知.txt')); return transfer; }");
        await page.DispatchEventAsync(".tabs", "dragover", new { dataTransfer = dropped });
        await Expect(page.Locator(".drop.over")).ToHaveCountAsync(1);
        await page.DispatchEventAsync(".tabs", "drop", new { dataTransfer = dropped });
        await Expect(page.Locator(".uploadsummary")).ToHaveTextAsync("1 / 1 份：已收下 1", PatientText);
        await Expect(page.Locator("table.runs a")).ToHaveTextAsync("上传：通知.txt");
        await page.GetByRole(AriaRole.Link, new() { Name = "对比" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("对比");
        await page.GetByRole(AriaRole.Link, new() { Name = "采集" }).ClickAsync();
        await Expect(page.Locator(".uploadsummary")).ToHaveTextAsync("1 / 1 份：已收下 1");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_folder_is_one_run_with_its_sidecars_and_without_hidden_files()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        foreach (var name in new[] { "chaoyang-jw-2020.html", "chaoyang-jw-2020.html.source.json", "hongze-2023.txt" }) File.Copy(Sample(name), Path.Combine(files, name));
        await File.WriteAllTextAsync(Path.Combine(files, ".hidden"), "x");
        await page.SetInputFilesAsync("[data-input=folder]", files);
        await Expect(page.Locator(".uploadsummary")).ToHaveTextAsync("2 / 2 份：已收下 2", PatientText);
        await Expect(page.Locator("table.runs a")).ToHaveTextAsync("上传 2 份文件");
        await Expect(page.Locator("table.runs .state")).ToContainTextAsync("成功", new() { Timeout = 60_000 });
        await page.Locator("table.runs a").ClickAsync();
        await Expect(page.Locator("table.documents tbody th small").First).ToContainTextAsync("/chaoyang-jw-2020.html");
    }

    [Fact]
    public async Task Upload_is_cancelled_and_what_the_server_did_not_get_is_tried_again()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        var isBroken = true;
        await page.RouteAsync("**/jobs/uploads/*/files?*", route => isBroken ? route.AbortAsync() : route.ContinueAsync());
        await page.SetInputFilesAsync("[data-input=files]", Given()[..2]);
        await page.GetByRole(AriaRole.Button, new() { Name = "取消 chaoyang-jw-2020.html" }).ClickAsync();
        await Expect(page.Locator(".upload.cancelled")).ToHaveCountAsync(1);
        await Expect(page.Locator(".upload.failed")).ToContainTextAsync("服务器没有应答", new() { Timeout = 60_000 });
        isBroken = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "重试失败的文件" }).ClickAsync();
        await Expect(page.Locator(".upload.received")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(page.Locator(".uploadsummary").Last).ToHaveTextAsync("1 / 1 份：已收下 1");
    }

    [Fact]
    public async Task A_run_is_cancelled_after_a_question_and_by_keyboard()
    {
        await using var visit = await OpenAsync("jobs");
        var page = visit.Page;
        // The last file never arrives, so the run stays open.
        await page.RouteAsync("**/jobs/uploads/*/files?position=1&*", _ => Task.CompletedTask);
        await page.SetInputFilesAsync("[data-input=files]", Given()[..2]);
        var cancel = page.Locator("table.runs").GetByRole(AriaRole.Button);
        await Expect(cancel).ToBeVisibleAsync(Patiently);
        await cancel.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("已经载入的报告保留");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("table.runs .state")).ToContainTextAsync("接收中");
        await cancel.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消运行" }).ClickAsync();
        await Expect(page.Locator("table.runs .state")).ToContainTextAsync("已取消");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_schedule_is_refused_with_the_reason_and_then_accepted_and_kept()
    {
        await using var visit = await OpenAsync("jobs?tab=schedules");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "修改 清理旧运行" }).ClickAsync();
        await page.GetByLabel("时间表达式").FillAsync("every day");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "every day" })).ToContainTextAsync("六段");
        await page.GetByLabel("时间表达式").FillAsync("0 0 5 ? * SUN");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".schedules li").Last).ToContainTextAsync("每周日 05:00");
        await page.ReloadAsync();
        await Expect(page.Locator(".schedules li").Last).ToContainTextAsync("每周日 05:00");
        await Expect(page.Locator(".schedules li").Last).ToContainTextAsync("本机");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Every_view_is_accessible_and_fits()
    {
        await using (var first = await OpenAsync("jobs"))
        {
            await first.Page.SetInputFilesAsync("[data-input=files]", Given());
            await Expect(first.Page.Locator("table.runs .state")).ToContainTextAsync("成功", new() { Timeout = 60_000 });
        }
        foreach (var (width, isDark) in Accessibility.Looks.Select(look => ((int)look[0], (bool)look[1])))
        {
            foreach (var path in new[] { "jobs", "jobs?tab=quarantine", "jobs?tab=quarantine&show=dismissed", "jobs?tab=schedules", "jobs?tab=nodes", "jobs?state=cancelled", "jobs/runs/nothing" })
            {
                await using var visit = await OpenAsync(path, width, isDark);
                await CheckAsync(visit, path);
            }
            await using var run = await OpenAsync("jobs", width, isDark);
            await run.Page.Locator("table.runs a").First.ClickAsync();
            await Expect(run.Page.Locator(".log li").Last).ToBeVisibleAsync();
            await CheckAsync(run, "a run");
        }
        await using var question = await OpenAsync("jobs?tab=quarantine");
        await question.Page.GetByLabel("全选本页").CheckAsync();
        await question.Page.GetByRole(AriaRole.Button, new() { Name = "搁置" }).ClickAsync();
        await Expect(question.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(question, "the question");
    }

    private static string Sample(string name) => Path.Combine(ProgramUnderTest.Root, "etl", "samples", name);

    private static async Task CheckAsync(Browser.Visit visit, string what)
    {
        Assert.Equal((what, ""), (what, string.Join('\n', await Accessibility.FindingsAsync(visit.Page))));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{what} scrolls sideways.");
        Assert.Empty(visit.Errors);
    }

    private async Task<Browser.Visit> OpenAsync(string path, int width = 1280, bool isDark = false)
    {
        var visit = await browser.OpenAsync(path, width, isDark, server!.Address);
        if (!path.StartsWith("jobs/", StringComparison.Ordinal)) await visit.Page.Locator(".drop[data-ready]").WaitForAsync();
        return visit;
    }

    // Three that can be read; one cut off, and one without anything of a report.
    private string[] Given()
    {
        var broken = Path.Combine(files, "broken.docx");
        File.WriteAllBytes(broken, File.ReadAllBytes(Sample("huaian-2024.docx"))[..3000]);
        var other = Path.Combine(files, "notice.txt");
        File.WriteAllText(other, "本周五下午停电检修，请提前保存文件。");
        return [Sample("chaoyang-jw-2020.html"), Sample("gongshu-jyj-2020.docx"), Sample("xinzhou-jyj-2020.txt"), broken, other];
    }
}
