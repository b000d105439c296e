// The overview: one year of a group at a glance, everything leading on. Every choice is in the address.
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Overview;

/// <summary>The first page.</summary>
public sealed partial class OverviewPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private OverviewState state = OverviewState.Parse(null, null, null, null, null, null, Catalog.Catalog.Current);
    private OverviewResult? shown;
    private bool isEmpty;

    [SupplyParameterFromQuery(Name = "r")]
    private string? RegionInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "l")]
    private string? LevelInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "s")]
    private string? SectorInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "scope")]
    private string? ScopeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "m")]
    private string? MetricInAddress { get; set; }

    [Inject]
    private OverviewData Data { get; set; } = default!;

    [Inject]
    private OverviewWords Words { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        state = OverviewState.Parse(RegionInAddress, LevelInAddress, SectorInAddress, YearInAddress, ScopeInAddress, MetricInAddress, Catalog.Catalog.Current);
        try
        {
            shown = await Data.LoadAsync(Viewer.Scope, state, leaving.Token);
            isEmpty = shown is null;
        }
        catch (NothingPublishedException)
        {
            (shown, isEmpty) = (null, true);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private string Quality(string severity)
    {
        var all = QualityState.Parse(_ => null, Catalog.Catalog.Current) with { Group = state.Group };
        return (severity.Length == 0 ? all : all.Listed("", severity)).ToAddress();
    }

    private void Go(OverviewState next) => Navigation.NavigateTo(next.ToAddress(), replace: true);
}
