// Runs that browsers add files to, one by one; what a browser leaves open is closed after a while.
using System.Collections.Concurrent;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboards.Jobs;

/// <summary>Opens, fills and closes runs of uploads.</summary>
public sealed class UploadRuns(JobCenter jobs, OperationsStore store, DataFolder folder, UploadSettings settings, TimeProvider clock, ILogger<UploadRuns> log) : BackgroundService
{
    private const int MostLeftOpen = 10_000;
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, OpenRun> open = new(StringComparer.Ordinal);

    /// <summary>Where files are until they are taken in.</summary>
    internal string Incoming => Path.Combine(folder.Root, "uploads");

    /// <summary>Opens a run.</summary>
    public async Task<string> OpenAsync(string title, string author, CancellationToken cancellation)
    {
        var run = await jobs.OpenAsync(RunOrigin.Upload, title, author, cancellation);
        open[run] = new OpenRun(clock.GetUtcNow());
        return run;
    }

    /// <summary>Whether files may be added to a run.</summary>
    public async Task<UploadRunState> StateAsync(string run, CancellationToken cancellation)
    {
        if (await store.StateOfAsync(run, cancellation) == RunState.Cancelled) return UploadRunState.Cancelled;
        return open.ContainsKey(run) ? UploadRunState.Open : UploadRunState.Closed;
    }

    /// <summary>Adds a file to an open run; on disk and in the tables when this returns.</summary>
    /// <param name="receive">Brings the file here; the run stays open meanwhile.</param>
    /// <returns>Null where the run was closed meanwhile.</returns>
    public async Task<NewDocument?> AddAsync(string run, int position, Func<Task<GivenFile>> receive, CancellationToken cancellation)
    {
        if (!open.TryGetValue(run, out var state)) return null;
        state.Begin();
        try
        {
            var file = await receive();
            return await StateAsync(run, cancellation) == UploadRunState.Open ? await jobs.AddAsync(run, position, file, cancellation) : null;
        }
        finally
        {
            state.End(clock.GetUtcNow());
        }
    }

    /// <summary>No more files come; nothing happens where the run is closed already.</summary>
    public async Task CloseAsync(string run, CancellationToken cancellation)
    {
        if (open.TryRemove(run, out _)) await jobs.CloseAsync(run, cancellation);
    }

    /// <summary>What an earlier process left open is closed, and files it had not taken in go.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Incoming)) Directory.Delete(Incoming, recursive: true);
        Directory.CreateDirectory(Incoming);
        foreach (var run in await store.RunsAsync("open", MostLeftOpen, 0, cancellationToken))
        {
            if (string.Equals(run.Origin, nameof(RunOrigin.Upload), StringComparison.OrdinalIgnoreCase)) await jobs.CloseAsync(run.RunId, cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Closes runs whose browser has gone.</summary>
    internal async Task CloseIdleAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - settings.Idle;
        foreach (var (run, state) in open)
        {
            if (state.IsIdleSince(before)) await CloseAsync(run, cancellation);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CloseIdleAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Uploads that were left open could not be closed; trying again");
            }
        }
    }

    private sealed class OpenRun(DateTimeOffset begun)
    {
        private readonly Lock gate = new();
        private int underWay;
        private DateTimeOffset last = begun;

        public void Begin()
        {
            lock (gate) underWay++;
        }

        public void End(DateTimeOffset at)
        {
            lock (gate)
            {
                underWay--;
                last = at;
            }
        }

        public bool IsIdleSince(DateTimeOffset before)
        {
            lock (gate) return underWay == 0 && last <= before;
        }
    }
}

/// <summary>Whether files may be added to a run.</summary>
public enum UploadRunState
{
    Open,

    /// <summary>Closed, or of a process before.</summary>
    Closed,
    Cancelled,
}
