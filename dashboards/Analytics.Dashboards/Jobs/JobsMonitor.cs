// Watches the jobs once for all open pages, and only while there are any.
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboards.Jobs;

/// <summary>Reads what is going on at most once a second, at once when something changes here, and tells whoever watches.</summary>
public sealed class JobsMonitor(OperationsStore store, JobSignal signal, TimeProvider clock, ILogger<JobsMonitor> log) : BackgroundService
{
    private const int MostActive = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // Many changes may come at once; and where there is so much that a look takes long, the jobs shall not wait for looks.
    private const int RestPerLook = 9;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly HashSet<Watcher> watchers = [];
    private TaskCompletionSource somebody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JobsNow now = JobsNow.Nothing;

    /// <summary>Tells of every look until disposed; a look is left out for those who are still busy with the one before.</summary>
    public IDisposable Watch(Func<JobsNow, Task> tell)
    {
        var watcher = new Watcher(this, tell);
        lock (gate)
        {
            watchers.Add(watcher);
            somebody.TrySetResult();
        }
        return watcher;
    }

    /// <summary>The present state: what was read a moment ago, or now.</summary>
    public async Task<JobsNow> NowAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            return clock.GetUtcNow() - now.At < Look ? now : now = await ReadAsync(cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        reading.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await somebody.Task.WaitAsync(stoppingToken);
            var begun = clock.GetTimestamp();
            await LookAsync(stoppingToken);
            var rest = RestPerLook * clock.GetElapsedTime(begun);
            await Task.Delay(rest > Rest ? rest : Rest, clock, stoppingToken);
            if (rest < Look) await signal.WaitAsync(Look - Rest, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            now = await ReadAsync(cancellation);
        }
        finally
        {
            reading.Release();
        }
        List<Watcher> all;
        lock (gate) all = [.. watchers];
        foreach (var watcher in all) watcher.Tell(now);
    }

    private async Task<JobsNow> ReadAsync(CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        try
        {
            var midnight = new DateTimeOffset(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).Date, clock.LocalTimeZone.GetUtcOffset(at));
            var counts = await store.CountsAsync(midnight, cancellation);
            var active = await store.RunsAsync("active", MostActive, 0, cancellation);
            var newest = await store.RunsAsync("", 1, 0, cancellation);
            return new JobsNow(counts, active, newest.Count > 0 ? newest[0] : null, at, IsStale: false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!now.IsStale) log.LogWarning(e, "The operations tables do not answer; trying again");
            return now with { At = at, IsStale = true };
        }
    }

    private void Remove(Watcher watcher)
    {
        lock (gate)
        {
            if (watchers.Remove(watcher) && watchers.Count == 0) somebody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Watcher(JobsMonitor monitor, Func<JobsNow, Task> tell) : IDisposable
    {
        private Task telling = Task.CompletedTask;

        // What a page does wrong stays with it: its circuit shows the error.
        public void Tell(JobsNow now)
        {
            if (telling.IsCompleted) telling = tell(now);
        }

        public void Dispose() => monitor.Remove(this);
    }
}
