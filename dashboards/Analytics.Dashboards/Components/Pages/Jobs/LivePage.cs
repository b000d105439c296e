// A page that is told what goes on in the jobs for as long as it is open.
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Knows the present state of the jobs, and tells in words which runs have ended.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IDisposable? watching;

    /// <summary>The last look.</summary>
    protected JobsNow Now { get; private set; } = JobsNow.Nothing;

    /// <summary>Runs that ended since the page was opened: the last of them, for those who hear the page.</summary>
    protected string? Ended { get; private set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving => leaving.Token;

    [Inject]
    private JobsMonitor Monitor { get; set; } = default!;

    [Inject]
    private OperationsStore Runs { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Texts> Words { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        watching?.Dispose();
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Now = await Monitor.NowAsync(Leaving);

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        // Not while it is prerendered: nobody is told then.
        if (firstRender) watching = Monitor.Watch(now => InvokeAsync(() => TakeAsync(now)));
    }

    /// <summary>Something may have changed.</summary>
    protected virtual Task ChangedAsync() => Task.CompletedTask;

    private async Task TakeAsync(JobsNow now)
    {
        if (leaving.IsCancellationRequested) return;
        try
        {
            var going = now.Active.Select(run => run.RunId).ToHashSet(StringComparer.Ordinal);
            var ended = Now.Active.FirstOrDefault(run => !going.Contains(run.RunId));
            Now = now;
            if (ended is not null && await Runs.RunAsync(ended.RunId, Leaving) is { IsActive: false } run)
                Ended = Words["Jobs.Ended", run.Title, Words["RunState." + run.Status], run.Loaded, run.Known, run.Quarantined, run.Failed];
            await ChangedAsync();
            StateHasChanged();
        }
        catch (Exception) when (leaving.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
