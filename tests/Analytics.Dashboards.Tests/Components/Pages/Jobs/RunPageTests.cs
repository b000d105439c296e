// One run with its documents and its log.
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Pages.Jobs;

public sealed class RunPageTests(JobsForTest jobs) : IClassFixture<JobsForTest>
{
    [Fact]
    public async Task Unknown_run_is_told_as_such()
    {
        await using var harness = await ShowAsync("nothing", "");

        Assert.Contains("没有这个运行", (await harness.PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_shown_with_their_state_and_reason_and_counted_by_it()
    {
        var run = await jobs.RunAsync("mixed", RunState.Succeeded, DocumentState.Loaded, DocumentState.Known, DocumentState.Quarantined, DocumentState.Failed, DocumentState.Cancelled);
        await using var harness = await ShowAsync(run, "");
        var page = await harness.PageAsync();

        Assert.Equal(["已载入", "已知", "已隔离", "失败", "已取消"], page.QuerySelectorAll("table.documents .state").Select(mark => mark.ChildNodes[^1].TextContent));
        Assert.Contains("看不懂 2", page.QuerySelectorAll("table.documents tbody tr")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(["5", "0", "1", "1", "1", "2"], page.QuerySelectorAll(".segmented .count").Select(count => count.TextContent));
        Assert.Equal("2 KB", page.QuerySelector("table.documents tbody small")!.TextContent);
    }

    [Theory]
    [InlineData("?state=failed", 2)]
    [InlineData("?state=waiting", 1)]
    [InlineData("?state=quarantined", 0)]
    public async Task Filter_is_in_the_address(string query, int expected)
    {
        var run = await jobs.RunAsync("filtered", RunState.Running, DocumentState.Failed, DocumentState.Cancelled, DocumentState.Extracted, DocumentState.Loaded);
        await using var harness = await ShowAsync(run, query);

        Assert.Equal(expected, (await harness.PageAsync()).QuerySelectorAll("table.documents tbody tr").Length);
    }

    [Fact]
    public async Task End_of_a_long_log_is_shown_and_the_whole_of_it_on_demand()
    {
        var run = await jobs.RunAsync("talkative", RunState.Running, DocumentState.Received);
        await LogAsync(run, 250);
        await using (var harness = await ShowAsync(run, ""))
        {
            var lines = (await harness.PageAsync()).QuerySelectorAll(".log li");
            Assert.Equal(200, lines.Length);
            Assert.Equal("line 249", lines[^1].QuerySelector(".message")!.TextContent);
            Assert.Equal("注意", lines[^1].QuerySelector(".state")!.ChildNodes[^1].TextContent);
            Assert.Contains((await harness.PageAsync()).QuerySelectorAll("a"), link => link.GetAttribute("href") == $"jobs/runs/{run}?log=all");
        }
        await using var whole = await ShowAsync(run, "?log=all");
        Assert.Equal(250, (await whole.PageAsync()).QuerySelectorAll(".log li").Length);
    }

    private async Task LogAsync(string run, int lines)
    {
        var all = Enumerable.Range(0, lines).ToList();
        await jobs.Services.GetRequiredService<OperationsDatabase>().ExecuteAsync("LogAdd", new Values
        {
            ["run_id"] = all.Select(_ => run).ToArray(),
            ["logged_at"] = all.Select(i => DateTime.UtcNow.Date.AddSeconds(i)).ToArray(),
            ["line"] = all.Select(i => (long)i).ToArray(),
            ["level"] = all.Select(_ => "warning").ToArray(),
            ["message"] = all.Select(i => $"line {i}").ToArray(),
            ["node"] = "node",
        }, default);
    }

    private async Task<RenderHarness> ShowAsync(string run, string query)
    {
        jobs.Services.GetRequiredService<NavigationManager>().NavigateTo($"jobs/runs/{run}{query}");
        return await RenderHarness.ShowAsync<RunPage>(jobs.Services, (nameof(RunPage.Id), run));
    }
}
