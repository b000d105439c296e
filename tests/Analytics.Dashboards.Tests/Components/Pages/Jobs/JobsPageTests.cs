// The jobs page as a person meets it, over real tables in which nothing moves by itself.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace Analytics.Dashboards.Tests.Components.Pages.Jobs;

public sealed class JobsPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly JobsForTest jobs = new();

    private DialogService Dialogs => jobs.Services.GetRequiredService<DialogService>();

    public Task InitializeAsync() => jobs.InitializeAsync();

    public Task DisposeAsync() => jobs.DisposeAsync();

    [Fact]
    public async Task Before_the_first_run_the_page_says_how_to_begin()
    {
        await using var harness = await ShowAsync("");
        var page = await harness.PageAsync();

        Assert.Equal(["0", "0", "0", "0", "0"], Tiles(page));
        Assert.Contains("还没有运行", page.QuerySelector(".nodata")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("./run load", page.QuerySelector(".nodata")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(jobs.Services.GetRequiredService<Browser>().Calls, call => call.Name == "attach");
    }

    [Fact]
    public async Task Runs_are_listed_with_state_progress_and_what_became_of_their_documents()
    {
        await jobs.RunAsync("done", RunState.Succeeded, DocumentState.Loaded, DocumentState.Loaded, DocumentState.Known, DocumentState.Quarantined);
        await jobs.RunAsync("going", RunState.Running, DocumentState.Received, DocumentState.Extracting, DocumentState.Loaded);
        await using var harness = await ShowAsync("");
        var page = await harness.PageAsync();
        var rows = page.QuerySelectorAll("table.runs tbody tr");

        Assert.Equal(["1", "1", "0", "0", "1"], Tiles(page));
        Assert.Equal(["going", "done"], rows.Select(row => row.QuerySelector("a")!.TextContent));
        var bar = rows[1].QuerySelector("[role=progressbar]")!;
        Assert.Equal(("4", "4", "4 / 4 份", "done 的进度"), (bar.GetAttribute("aria-valuenow"), bar.GetAttribute("aria-valuemax"), bar.GetAttribute("aria-valuetext"), bar.GetAttribute("aria-label")));
        Assert.Equal(["载入 2", "已知 1", "隔离 1"], rows[1].QuerySelectorAll(".outcome > span").Select(part => part.TextContent.Trim()));
        Assert.Equal("1 / 3 份", rows[0].QuerySelector("[role=progressbar]")!.GetAttribute("aria-valuetext"));
        Assert.Equal("width: 33.33%", rows[0].QuerySelector(".bar .fine")!.GetAttribute("style"));
        Assert.Equal(["取消运行 going"], page.QuerySelectorAll("table.runs button").Select(button => button.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData("?state=active", "going")]
    [InlineData("?state=succeeded", "done")]
    [InlineData("?state=failed", "broken")]
    [InlineData("?state=cancelled", "")]
    public async Task Filter_is_in_the_address(string query, string expected)
    {
        await jobs.RunAsync("done", RunState.Succeeded, DocumentState.Loaded);
        await jobs.RunAsync("broken", RunState.Failed, DocumentState.Failed);
        await jobs.RunAsync("going", RunState.Running, DocumentState.Received);
        await using var harness = await ShowAsync(query);
        var page = await harness.PageAsync();

        Assert.Equal(expected, string.Concat(page.QuerySelectorAll("table.runs tbody a").Select(link => link.TextContent)));
        Assert.Equal("jobs" + query, page.QuerySelector("nav.segmented [aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Long_list_is_paged()
    {
        for (var i = 0; i < 22; i++) await jobs.RunAsync($"run {i}", RunState.Running);
        await using var harness = await ShowAsync("?page=2");
        var page = await harness.PageAsync();

        Assert.Equal(["run 1", "run 0"], page.QuerySelectorAll("table.runs tbody a").Select(link => link.TextContent));
        Assert.Contains("第 21–22 项，共 22 项", page.QuerySelector(".pager")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("jobs", page.QuerySelector(".pager a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Run_is_cancelled_only_after_the_person_has_said_so_and_the_open_page_is_told()
    {
        var run = await jobs.RunAsync("going", RunState.Running, DocumentState.Received);
        await jobs.Services.GetRequiredService<JobsMonitor>().StartAsync(default);
        await using var harness = await ShowAsync("");

        var asking = AnswerAsync(null);
        await harness.FireAsync("table.runs button", "onclick", new MouseEventArgs());
        await asking;
        Assert.Equal(RunState.Running, await jobs.Store.StateOfAsync(run, default));

        asking = AnswerAsync("");
        await harness.FireAsync("table.runs button", "onclick", new MouseEventArgs());
        await asking;
        Assert.Equal(RunState.Cancelled, await jobs.Store.StateOfAsync(run, default));
        var page = await UntilAsync(harness, shown => shown.QuerySelector("table.runs tbody .state")!.TextContent.Contains("已取消", StringComparison.Ordinal));
        Assert.Contains("“going”已取消", page.QuerySelector("[data-ended]")!.TextContent, StringComparison.Ordinal);
        await jobs.Services.GetRequiredService<JobsMonitor>().StopAsync(default);
    }

    [Fact]
    public async Task Failed_documents_of_a_run_are_tried_again_once()
    {
        await jobs.RunAsync("broken", RunState.Failed, DocumentState.Failed, DocumentState.Loaded);
        await using var harness = await ShowAsync("");

        await harness.FireAsync("table.runs button", "onclick", new MouseEventArgs());
        Assert.Contains("已重新提交 1 份", (await harness.PageAsync()).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        var retry = (await jobs.Store.RunsAsync("", 1, 0, default))[0];
        Assert.Equal(("retry", "本机", 1L), (retry.Origin, retry.Author, retry.Documents));

        await harness.FireAsync(page => page.QuerySelectorAll("table.runs button").Single(button => button.GetAttribute("aria-label")!.Contains("broken", StringComparison.Ordinal)), "onclick", new MouseEventArgs());
        Assert.Contains("没有可以重试", (await harness.PageAsync()).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarantined_documents_are_dismissed_with_a_reason_and_taken_back()
    {
        await jobs.RunAsync("one", RunState.Succeeded, DocumentState.Quarantined, DocumentState.Quarantined);
        await using (var harness = await ShowAsync("?tab=quarantine"))
        {
            Assert.Equal(["看不懂 0", "看不懂 1"], (await harness.PageAsync()).QuerySelectorAll("table .reason").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
            Assert.All((await harness.PageAsync()).QuerySelectorAll(".bulk button"), button => Assert.True(button.HasAttribute("disabled")));
            await harness.FireAsync("input[aria-label='选择 one-0.txt']", "onchange", new ChangeEventArgs { Value = true });
            var asking = AnswerAsync("不是年报");
            await harness.FireAsync(page => Button(page, "搁置"), "onclick", new MouseEventArgs());
            await asking;

            Assert.Equal(["one-1.txt"], Names(await harness.PageAsync()));
        }
        var dismissed = Assert.Single(await jobs.Store.DismissedAsync(default));
        Assert.Equal(("不是年报", "本机"), (dismissed.Reason, dismissed.Author));

        await using var aside = await ShowAsync("?tab=quarantine&show=dismissed");
        Assert.Equal(["one-0.txt"], Names(await aside.PageAsync()));
        await aside.FireAsync(".bulk label input", "onchange", new ChangeEventArgs { Value = true });
        await aside.FireAsync(page => Button(page, "取回"), "onclick", new MouseEventArgs());
        Assert.Empty(await jobs.Store.DismissedAsync(default));
        Assert.Contains("没有搁置的文件", (await aside.PageAsync()).QuerySelector(".nodata")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_documents_of_the_quarantine_are_tried_again_as_one_run()
    {
        await jobs.RunAsync("one", RunState.Succeeded, DocumentState.Quarantined, DocumentState.Quarantined, DocumentState.Loaded);
        await using var harness = await ShowAsync("?tab=quarantine");

        await harness.FireAsync(".bulk label input", "onchange", new ChangeEventArgs { Value = true });
        await harness.FireAsync(page => Button(page, "重试"), "onclick", new MouseEventArgs());

        var run = (await jobs.Store.RunsAsync("", 1, 0, default))[0];
        Assert.Equal(("retry", 2L, 2L), (run.Origin, run.Documents, run.Waiting));
        Assert.Equal($"jobs/runs/{run.RunId}", (await harness.PageAsync()).QuerySelector(".said a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Schedule_is_told_in_words_and_a_wrong_one_is_refused_with_the_reason()
    {
        await using var harness = await ShowAsync("?tab=schedules");
        Assert.Contains("每 3 秒", (await harness.PageAsync()).QuerySelector(".schedules li")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync("[aria-label='修改 收件箱']", "onclick", new MouseEventArgs());
        await harness.FireAsync(".scheduleform input[type=text]", "oninput", new ChangeEventArgs { Value = "every day" });
        await harness.FireAsync(".scheduleform", "onsubmit", EventArgs.Empty);
        var page = await harness.PageAsync();
        Assert.Contains("every day", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector(".scheduleform input[type=text]")!.GetAttribute("aria-invalid"));

        await harness.FireAsync(".scheduleform input[type=text]", "oninput", new ChangeEventArgs { Value = " 0 15 4 ? * MON " });
        Assert.Contains("每周一 04:15", (await harness.PageAsync()).QuerySelector(".scheduleform")!.TextContent, StringComparison.Ordinal);
        await harness.FireAsync(".scheduleform", "onsubmit", EventArgs.Empty);
        page = await harness.PageAsync();
        Assert.Null(page.QuerySelector(".scheduleform"));
        Assert.Contains("每周一 04:15", page.QuerySelector(".schedules li")!.TextContent, StringComparison.Ordinal);
        var kept = Assert.Single(await jobs.Store.SchedulesAsync(default));
        Assert.Equal(("inbox", "0 15 4 ? * MON", true, "本机"), (kept.Job, kept.Cron, kept.IsEnabled, kept.ChangedBy));
    }

    [Fact]
    public async Task Schedule_that_is_switched_off_has_no_next_time_and_can_be_run_by_hand()
    {
        await using var harness = await ShowAsync("?tab=schedules");
        await harness.FireAsync("[aria-label='修改 收件箱']", "onclick", new MouseEventArgs());
        await harness.FireAsync(".scheduleform input[type=checkbox]", "onchange", new ChangeEventArgs { Value = false });
        await harness.FireAsync(".scheduleform", "onsubmit", EventArgs.Empty);
        Assert.Contains("停用", (await harness.PageAsync()).QuerySelector(".schedules li .state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不自动运行", (await harness.PageAsync()).QuerySelector(".schedules li")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync("[aria-label='立即运行 收件箱']", "onclick", new MouseEventArgs());
        Assert.Contains("已开始", (await harness.PageAsync()).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_are_listed_and_dead_ones_marked()
    {
        var tables = jobs.Services.GetRequiredService<OperationsDatabase>();
        var now = DateTime.UtcNow;
        foreach (var (name, seen) in new[] { ("alive-1-a", now), ("dead-2-b", now.AddMinutes(-5)) })
        {
            await tables.ExecuteAsync("NodeSeen", new Values
            {
                ["node"] = name,
                ["role"] = "worker",
                ["host"] = name,
                ["process_id"] = 7,
                ["cores"] = 2,
                ["started_at"] = now.AddHours(-1),
                ["now"] = seen,
            }, default);
        }
        await using var harness = await ShowAsync("?tab=nodes");
        var rows = (await harness.PageAsync()).QuerySelectorAll("table.nodes tbody tr");

        Assert.Equal(["正常", "失联"], rows.Select(row => row.QuerySelector(".state")!.ChildNodes[^1].TextContent));
        Assert.Contains("5 分", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("dead", rows[1].ClassName);
    }

    [Fact]
    public async Task Tables_that_do_not_answer_are_told_and_the_last_state_stays()
    {
        await using var harness = await RenderHarness.ShowAsync<JobTiles>(jobs.Services, (nameof(JobTiles.Counts), new QueueCounts(1234, 0, 5, 0, 2)));
        Assert.Equal(["1,234", "0", "5", "0", "2"], Tiles(await harness.PageAsync()));

        await jobs.Services.GetRequiredService<OperationsDatabase>().DisposeAsync();
        using var monitor = ActivatorUtilities.CreateInstance<JobsMonitor>(jobs.Services);
        Assert.True((await monitor.NowAsync(default)).IsStale);
    }

    [Fact]
    public async Task Question_that_needs_a_reason_does_not_take_none()
    {
        await using var harness = await RenderHarness.ShowAsync<JobQuestion>(jobs.Services,
            (nameof(JobQuestion.Text), "text"), (nameof(JobQuestion.Action), "do"), (nameof(JobQuestion.ReasonLabel), "why"));
        dynamic? answer = null;
        Dialogs.OnClose += value => answer = value;

        await harness.FireAsync("input", "oninput", new ChangeEventArgs { Value = "  " });
        await harness.FireAsync("form", "onsubmit", EventArgs.Empty);
        Assert.Null(answer);
        Assert.NotNull((await harness.PageAsync()).QuerySelector("[role=alert]"));
    }

    private static List<string> Tiles(IHtmlDocument page) => page.QuerySelectorAll(".tile strong").Select(tile => tile.TextContent).ToList();

    private static List<string> Names(IHtmlDocument page) => page.QuerySelectorAll("table tbody th").Select(head => head.FirstChild!.TextContent).ToList();

    private static IElement Button(IHtmlDocument page, string text) => page.QuerySelectorAll(".bulk button").Single(button => button.TextContent == text);

    private static async Task<IHtmlDocument> UntilAsync(RenderHarness harness, Func<IHtmlDocument, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var page = await harness.PageAsync();
            if (isSo(page)) return page;
            await Task.Delay(50, patience.Token);
        }
    }

    // Answers the next question that is asked; null: the person does not want to.
    private Task AnswerAsync(string? answer)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Opened(string? title, Type type, Dictionary<string, object?> parameters, DialogOptions options)
        {
            Dialogs.OnOpen -= Opened;
            Assert.Equal(typeof(JobQuestion), type);
            asked.SetResult();
        }
        Dialogs.OnOpen += Opened;
        return asked.Task.ContinueWith(_ => Dialogs.Close(answer), TaskScheduler.Default);
    }

    private async Task<RenderHarness> ShowAsync(string query)
    {
        jobs.Services.GetRequiredService<NavigationManager>().NavigateTo("jobs" + query);
        return await RenderHarness.ShowAsync<JobsPage>(jobs.Services);
    }
}
