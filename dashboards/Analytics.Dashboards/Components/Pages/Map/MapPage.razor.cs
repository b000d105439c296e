// The map: provinces as tiles, and the parts of whatever region is looked into as a table. Every choice is in the address.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Formatting;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Map;

/// <summary>Shows a metric of one year by region.</summary>
public sealed partial class MapPage
{
    private MapState state = MapState.Default;
    private MapResult? result;
    private bool hasNoReports;

    [SupplyParameterFromQuery(Name = "r")]
    private string? RegionInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "l")]
    private string? LevelInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "s")]
    private string? SectorInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "m")]
    private string? MetricInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "c")]
    private string? ScopeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "o")]
    private string? SortInAddress { get; set; }

    [Inject]
    private MapData Data { get; set; } = default!;

    [Inject]
    private GroupWords Words { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private Catalog.Catalog Catalog { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool HasValues => result!.Tiles.Any(tile => tile.Part.Value is not null);

    private LeftOut LeftOut => result!.Tiles.Aggregate(default(LeftOut), (sum, tile) => sum + tile.Part.LeftOut);

    private string Subtitle => string.Join(" · ", new[]
    {
        T["Compare.YearHead", result!.Year].Value, T["Scope." + result.Scope.ToString().ToLowerInvariant()].Value, result.GroupName,
        T[result.IsSum ? "Map.SubtitleSum" : "Map.SubtitleMedian"].Value,
    }.Where(part => part.Length > 0));

    protected override async Task OnParametersSetAsync()
    {
        state = MapState.Parse(GroupState.Parse(RegionInAddress, LevelInAddress, SectorInAddress, Catalog), MetricInAddress, ScopeInAddress, YearInAddress, SortInAddress);
        if (await AskAsync(async token => new Answer(await Data.LoadAsync(Viewer.Scope, state, token))) is not { } answer) return;
        result = answer.Result;
        hasNoReports = result is null;
    }

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(MapState next)
    {
        state = next;
        Navigation.NavigateTo("map" + next.ToQuery(), replace: true);
    }

    private sealed record Answer(MapResult? Result);
}
