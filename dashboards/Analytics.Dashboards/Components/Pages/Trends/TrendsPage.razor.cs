// The trends page: one metric over years for a group, chosen agencies on top. Every choice is in the address.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Trends;

/// <summary>Shows how a metric goes in a group.</summary>
public sealed partial class TrendsPage
{
    private const int Hits = 12;
    private TrendsState state = TrendsState.Default;
    private Trend? trend;
    private IReadOnlyList<int> allYears = [];
    private IReadOnlyList<(AgencyEntry Agency, int Colour)> agencies = [];
    private IReadOnlyList<string> unknown = [];
    private string groupName = "";
    private int? version;
    private bool hasNoReports;
    private bool isFull;

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
    private string? YearsInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "e")]
    private string? AgenciesInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "v")]
    private string? ViewInAddress { get; set; }

    [Inject]
    private TrendsData Data { get; set; } = default!;

    [Inject]
    private TrendsCharts Charts { get; set; } = default!;

    [Inject]
    private CompareQueries Queries { get; set; } = default!;

    [Inject]
    private EntityColours Colours { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private Catalog.Catalog Catalog { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private SourceOpener Sources { get; set; } = default!;

    private int FirstYear => Math.Clamp(state.FirstYear ?? allYears[0], allYears[0], allYears[^1]);

    private int LastYear => Math.Clamp(state.LastYear ?? allYears[^1], allYears[0], allYears[^1]);

    // Rates are not added: an address that asks for their sum gets the band.
    private TrendsView View => state.View == TrendsView.Total && trend is { IsSum: false } ? TrendsView.Band : state.View;

    private bool IsDrawn => trend is { HasValues: true } && (View is TrendsView.Band or TrendsView.Total || trend.Lines.Count > 0);

    private object Option => View switch
    {
        TrendsView.Lines => Charts.Lines(trend!),
        TrendsView.Total => Charts.Total(trend!),
        _ => Charts.Band(trend!),
    };

    private string Subtitle => string.Join(" · ", new[]
    {
        groupName, T["Scope." + trend!.Scope.ToString().ToLowerInvariant()].Value, T["TrendsSubtitle." + View].Value,
        FirstYear == LastYear ? T["Compare.YearHead", FirstYear].Value : T["Compare.YearsHead", FirstYear, LastYear].Value,
    });

    private string EmptyText => trend!.Years.Any(year => year.Exists) ? T["Trends.EmptyText"] : T["Trends.NotInForms"];

    protected override async Task OnParametersSetAsync()
    {
        state = TrendsState.Parse(
            GroupState.Parse(RegionInAddress, LevelInAddress, SectorInAddress, Catalog), MetricInAddress, ScopeInAddress, YearsInAddress, AgenciesInAddress, ViewInAddress);
        isFull = false;
        if (await AskAsync(token => Data.LoadAsync(Viewer.Scope, state, Colours, token)) is not { } result) return;
        (trend, allYears, agencies, unknown, groupName, version) = (result.Trend, result.AllYears, result.Agencies, result.Unknown, result.GroupName, result.Version);
        hasNoReports = trend is null;
    }

    private Task<IReadOnlyList<AgencyEntry>> FindAsync(string text, CancellationToken cancellation) => Queries.FindAgenciesAsync(Viewer.Scope, text, Hits, cancellation);

    private void Add(AgencyEntry agency)
    {
        isFull = state.Agencies.Count >= TrendsState.MostAgencies && !state.Agencies.Contains(agency.Code, StringComparer.Ordinal);
        if (!isFull) Go(state with { Agencies = [.. state.Agencies.Where(code => code != agency.Code), agency.Code] });
    }

    private void Remove(string code) => Go(state with { Agencies = state.Agencies.Where(other => other != code).ToList() });

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(TrendsState next)
    {
        state = next;
        Navigation.NavigateTo("trends" + next.ToQuery(), replace: true);
    }
}
