// The ranking page: choices above, the table or the bump chart below. Every choice is in the address.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>Ranks agencies by one metric of one year.</summary>
public sealed partial class RankingPage : IDisposable
{
    // Addresses gone to that have not come back as parameters yet.
    private readonly List<string> underway = [];
    private CancellationTokenSource asking = new();
    private RankingState state = RankingState.Parse(GroupState.Country, null, null, null, null, null, null, null);
    private League? league;
    private Bump? bump;
    private bool isLoading = true;
    private bool isNothingPublished;

    [SupplyParameterFromQuery(Name = "m")]
    private string? MetricInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "r")]
    private string? RegionInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "l")]
    private string? LevelInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "s")]
    private string? SectorInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "c")]
    private string? ScopeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "o")]
    private string? OrderInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "v")]
    private string? ViewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "p")]
    private string? PageInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "e")]
    private string? ChosenInAddress { get; set; }

    [Inject]
    private LeagueData Data { get; set; } = default!;

    [Inject]
    private LeagueWords Words { get; set; } = default!;

    [Inject]
    private BumpChart Charts { get; set; } = default!;

    [Inject]
    private EntityColours Colours { get; set; } = default!;

    [Inject]
    private MetricNames Names { get; set; } = default!;

    [Inject]
    private Catalog.Catalog Catalog { get; set; } = default!;

    [Inject]
    private SourceOpener Sources { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Query => state.ToQuery();

    public void Dispose()
    {
        asking.Cancel();
        asking.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var arrived = RankingState.Parse(GroupState.Parse(RegionInAddress, LevelInAddress, SectorInAddress, Catalog),
            MetricInAddress, YearInAddress, ScopeInAddress, OrderInAddress, ViewInAddress, PageInAddress, ChosenInAddress);
        // An address that a newer choice has already left behind must not take that choice back.
        underway.RemoveRange(0, underway.Contains(arrived.ToQuery(), StringComparer.Ordinal) ? underway.IndexOf(arrived.ToQuery()) + 1 : underway.Count);
        if (underway.Count > 0) return;
        state = arrived;
        // Of questions that overlap only the newest may answer.
        var (before, own) = (asking, new CancellationTokenSource());
        (asking, isLoading) = (own, true);
        var token = own.Token;
        await before.CancelAsync();
        before.Dispose();
        try
        {
            var asked = state;
            var found = await Data.LoadAsync(Viewer.Scope, asked, token);
            var years = asked.View == RankingView.Bump ? await Data.BumpAsync(Viewer.Scope, asked, token) : null;
            if (token.IsCancellationRequested) return;
            (league, bump, isNothingPublished, isLoading) = (found, years, found is null, false);
        }
        catch (NothingPublishedException)
        {
            (league, isNothingPublished, isLoading) = (null, true, false);
        }
        catch (OperationCanceledException)
        {
            // A newer question is asked, or the page was left.
        }
    }

    private void SetYear(int year) => Go(state.FromTheTop() with { Year = year });

    private void SetOrder(RankingOrder order) => Go(state.FromTheTop() with { Order = order });

    // Another metric has its own order and its own scope unless they are chosen again.
    private void SetMetric(MetricKey metric) => Go(state.FromTheTop() with { Metric = metric, Order = null });

    private void Choose(string agency) => Go(state with
    {
        Chosen = state.Chosen.Contains(agency, StringComparer.Ordinal) ? state.Chosen.Where(other => other != agency).ToList() : [.. state.Chosen, agency],
    });

    // Beside the fragment that takes the reader to the top of the table.
    private string PageAddress(int page) => $"ranking{(state with { Page = page }).ToQuery()}#league";

    private void JumpTo(ChangeEventArgs change) => Go(state with { Page = AddressParts.Page(change.Value?.ToString()) });

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(RankingState next)
    {
        if (next.ToQuery() == state.ToQuery()) return;
        state = next;
        underway.Add(next.ToQuery());
        Navigation.NavigateTo("ranking" + next.ToQuery(), replace: true);
    }
}
