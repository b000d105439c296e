// One look at the tables serves all open pages, and none is taken for nobody.
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Jobs;

public sealed class JobsMonitorTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly JobsForTest jobs = new();

    private JobsMonitor Monitor => jobs.Services.GetRequiredService<JobsMonitor>();

    public Task InitializeAsync() => jobs.InitializeAsync();

    public Task DisposeAsync() => jobs.DisposeAsync();

    [Fact]
    public async Task Watchers_are_told_what_goes_on_until_they_leave()
    {
        await Monitor.StartAsync(default);
        var told = new TaskCompletionSource<JobsNow>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Monitor.Watch(now =>
        {
            if (now.Counts.Queued > 0) told.TrySetResult(now);
            return Task.CompletedTask;
        }))
        {
            var run = await jobs.RunAsync("one", RunState.Running, DocumentState.Received, DocumentState.Extracting, DocumentState.Loaded, DocumentState.Quarantined);
            jobs.Raise();
            var now = await told.Task.WaitAsync(Patience);
            Assert.Equal(run, Assert.Single(now.Active).RunId);
            Assert.Equal((1, 1, 1), (now.Counts.Queued, now.Counts.Running, now.Counts.Quarantined));
            Assert.False(now.IsStale);
        }
        await Monitor.StopAsync(default);
    }

    [Fact]
    public async Task Watcher_who_is_busy_is_not_told_twice_at_a_time()
    {
        await Monitor.StartAsync(default);
        var (inside, most, calls) = (0, 0, 0);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Monitor.Watch(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(600);
            Interlocked.Decrement(ref inside);
            if (Interlocked.Increment(ref calls) == 2) second.SetResult();
        }))
        {
            while (!second.Task.IsCompleted)
            {
                jobs.Raise();
                await Task.Delay(50);
            }
        }
        await Monitor.StopAsync(default);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Nobody_watches_and_nothing_is_read()
    {
        await Monitor.StartAsync(default);
        await jobs.RunAsync("one", RunState.Running, DocumentState.Received);
        jobs.Raise();
        await Monitor.StopAsync(default);

        // The last look would be given again within a second.
        Assert.Single((await Monitor.NowAsync(default)).Active);
    }

    [Fact]
    public async Task Shape_changes_when_runs_begin_and_end_and_not_when_they_only_go_on()
    {
        var before = JobsNow.Nothing;
        var run = await jobs.RunAsync("one", RunState.Running, DocumentState.Received);
        var going = await LookAsync();
        await jobs.Store.AddDocumentsAsync([new NewDocument(run, 1, "b", DocumentKind.Document, null, "b", 1, null, null, DocumentState.Received)], default);
        var further = await LookAsync();
        await jobs.Store.CancelAsync(run, default);
        var ended = await LookAsync();

        Assert.NotEqual(before.Shape, going.Shape);
        Assert.Equal((going.Shape, 2), (further.Shape, further.Active[0].Documents));
        Assert.NotEqual(further.Shape, ended.Shape);
        Assert.Empty(ended.Active);
    }

    [Fact]
    public async Task What_failed_is_counted_until_it_was_tried_again()
    {
        await jobs.RunAsync("one", RunState.Failed, DocumentState.Failed, DocumentState.Failed);
        Assert.Equal(2, (await LookAsync()).Counts.Failed);
        var failed = await jobs.Store.FailedAsync(null, default);
        await jobs.Services.GetRequiredService<JobCenter>().RetryAsync([failed[0].Sha256!], "本机", default);

        Assert.Equal((1, 1), ((await LookAsync()).Counts.Failed, (await LookAsync()).Counts.Queued));
        Assert.Single(await jobs.Store.FailedAsync(null, default));
    }

    [Fact]
    public async Task Retry_that_was_cancelled_leaves_a_quarantined_document_where_it_was()
    {
        await jobs.RunAsync("one", RunState.Succeeded, DocumentState.Quarantined);
        var held = (await jobs.Store.QuarantineAsync(10, 0, default))[0].Sha256!;
        var center = jobs.Services.GetRequiredService<JobCenter>();
        var retry = await center.RetryAsync([held], "本机", default);
        Assert.Equal(0, (await LookAsync()).Counts.Quarantined);

        await center.CancelAsync(retry, "本机", default);

        Assert.Equal(1, (await LookAsync()).Counts.Quarantined);
        Assert.Equal(held, Assert.Single(await jobs.Store.QuarantineAsync(10, 0, default)).Sha256);
    }

    // A fresh monitor has no last look.
    private async Task<JobsNow> LookAsync()
    {
        using var monitor = ActivatorUtilities.CreateInstance<JobsMonitor>(jobs.Services);
        return await monitor.NowAsync(default);
    }
}
