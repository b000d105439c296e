// Review pages over real tables in which nothing moves by itself.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Pages.Review;

public sealed class ReviewPagesTests : IAsyncLifetime
{
    private readonly JobsForTest jobs = new();

    public Task InitializeAsync() => jobs.InitializeAsync();

    public Task DisposeAsync() => jobs.DisposeAsync();

    [Fact]
    public async Task Held_document_stands_beside_its_reason_with_the_way_to_its_neighbours()
    {
        await jobs.RunAsync("run", RunState.Succeeded, DocumentState.Quarantined, DocumentState.Quarantined, DocumentState.Quarantined);
        var queue = await jobs.Store.QuarantineAsync(10, 0, default);
        await using var harness = await RenderHarness.ShowAsync<HeldPage>(jobs.Services, ("Sha256", queue[1].Sha256));
        var page = await harness.PageAsync();

        Assert.Equal(queue[1].Name, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(queue[1].Reason!, page.QuerySelector(".reasontext")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 2 份，共 3 份", page.QuerySelector(".pagehead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("k", $"jobs/quarantine/{queue[0].Sha256}"), ("j", $"jobs/quarantine/{queue[2].Sha256}")],
            page.QuerySelectorAll(".pagehead nav a").Select(link => (link.GetAttribute("accesskey")!, link.GetAttribute("href")!)));
        var frame = page.QuerySelector("iframe")!;
        Assert.Equal(($"documents/{queue[1].Sha256}/view", "allow-downloads"), (frame.GetAttribute("src"), frame.GetAttribute("sandbox")));
    }

    [Fact]
    public async Task Form_says_what_is_lacking_and_refusals_are_told()
    {
        await jobs.RunAsync("run", RunState.Succeeded, DocumentState.Quarantined);
        var sha256 = (await jobs.Store.QuarantineAsync(1, 0, default))[0].Sha256!;
        string? begun = null;
        await using var harness = await RenderHarness.ShowAsync<AssignForm>(
            jobs.Services, ("Sha256", sha256), ("Said", new HeldDocument(null, null, "1", "330105", "北京市朝阳区教育委员会", 2020, "own", "x", "y")),
            ("OnAssigned", EventCallback.Factory.Create<string>(this, run => begun = run)));
        await harness.FireAsync("form", "onsubmit", EventArgs.Empty);
        Assert.Contains("不符", (await harness.PageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await harness.FireAsync(page => Input(page, "机关"), "oninput", new ChangeEventArgs { Value = "教育局" });
        await harness.FireAsync("form", "onsubmit", EventArgs.Empty);
        Assert.Contains("理由", (await harness.PageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(begun);
        await harness.FireAsync(page => Input(page, "理由"), "oninput", new ChangeEventArgs { Value = "封面所载" });
        await harness.FireAsync("form", "onsubmit", EventArgs.Empty);
        Assert.Equal(RunState.Running, (await jobs.Store.RunAsync(begun!, default))!.Status);
    }

    [Fact]
    public async Task Document_that_is_not_there_is_told_so()
    {
        await using var harness = await RenderHarness.ShowAsync<HeldPage>(jobs.Services, ("Sha256", "none"));
        Assert.Contains("没有这份文件", (await harness.PageAsync()).QuerySelector(".notice h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_wait_to_be_approved_or_rejected_and_only_then()
    {
        var run = await jobs.RunAsync("again", RunState.Review, DocumentState.Compared);
        await using var harness = await RenderHarness.ShowAsync<ChangesList>(jobs.Services, ("Run", await jobs.Store.RunAsync(run, default)));
        Assert.Equal(["确认并载入", "不采用"], (await harness.PageAsync()).QuerySelectorAll("header button").Select(button => button.TextContent));
        var done = await jobs.RunAsync("done", RunState.Succeeded, DocumentState.Loaded);
        await harness.ChangeAsync(("Run", await jobs.Store.RunAsync(done, default)));
        Assert.Empty((await harness.PageAsync()).QuerySelectorAll("button"));
    }

    [Fact]
    public async Task Before_the_first_publication_there_is_nothing_to_read_again_or_to_explain()
    {
        await using var panel = await RenderHarness.ShowAsync<RereadPanel>(jobs.Services, ("Now", JobsNow.Nothing));
        Assert.Empty((await panel.PageAsync()).QuerySelectorAll("button"));
        await using var findings = await RenderHarness.ShowAsync<FindingsPage>(jobs.Services);
        Assert.NotNull((await findings.PageAsync()).QuerySelector(".notice"));
    }

    [Fact]
    public async Task Allowed_hosts_and_the_way_to_change_them_are_told()
    {
        await using var harness = await RenderHarness.ShowAsync<FetchPanel>(jobs.Services, ("State", JobsState.Parse("fetch", null, null, null)), ("Now", JobsNow.Nothing));
        var page = await harness.PageAsync();
        Assert.Equal("*.gov.cn", page.QuerySelector("code")!.TextContent);
        Assert.Contains("hosts.txt", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IElement Input(IHtmlDocument page, string label) => page.GetElementById(page.QuerySelectorAll("label").Single(one => one.TextContent == label).GetAttribute("for")!)!;
}
