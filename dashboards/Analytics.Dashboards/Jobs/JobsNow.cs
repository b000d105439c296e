// What is going on in the jobs, as the open pages are told.
using Analytics.Etl.Operations;

namespace Analytics.Dashboards.Jobs;

/// <summary>The jobs at one moment.</summary>
/// <param name="Active">Runs that go on, the newest first; the first of them where there are very many.</param>
/// <param name="Newest">The run begun last, whatever its state; null before the first.</param>
/// <param name="IsStale">The tables did not answer: these are the last that were read.</param>
public sealed record JobsNow(QueueCounts Counts, IReadOnlyList<RunRow> Active, RunRow? Newest, DateTimeOffset At, bool IsStale)
{
    /// <summary>Before anything was read.</summary>
    public static readonly JobsNow Nothing = new(new QueueCounts(0, 0, 0, 0, 0), [], null, DateTimeOffset.MinValue, false);

    /// <summary>Changes whenever a run begins, ends or goes: lists of runs are then to be read again.</summary>
    public string Shape { get; } = $"{Newest?.RunId} {Newest?.State} {Newest?.Total} {string.Join(' ', Active.Select(run => run.RunId))}";
}
