// The quality page: which agencies and years, and one of its three parts. Every choice is in the address.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Quality;

/// <summary>What is amiss in reports, which are lacking, and what became of letters about it.</summary>
public sealed partial class QualityPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private QualityState state = QualityState.Parse(_ => null, Catalog.Catalog.Current);
    private IReadOnlyList<int> years = [];
    private ReportYears? span;
    private bool isNothingPublished;

    [SupplyParameterFromQuery(Name = "r")]
    private string? RegionInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "l")]
    private string? LevelInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "s")]
    private string? SectorInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearsInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? TabInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? ShowInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "rule")]
    private string? RuleInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "severity")]
    private string? SeverityInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    private string? AgencyInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageInAddress { get; set; }

    [Inject]
    private Defaults Defaults { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The years that are asked for, of those there are; null where there are none.</summary>
    public static ReportYears? SpanOf(QualityState state, IReadOnlyList<int> years)
    {
        if (years.Count == 0) return null;
        var first = state.FirstYear ?? Math.Min(years[0], state.LastYear ?? years[0]);
        return new ReportYears(new ReportYear(first), new ReportYear(Math.Max(first, state.LastYear ?? years[^1])));
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        string?[] parts =
        [
            RegionInAddress, LevelInAddress, SectorInAddress, YearsInAddress, TabInAddress, ShowInAddress, RuleInAddress, SeverityInAddress, StateInAddress, AgencyInAddress, PageInAddress,
        ];
        state = QualityState.Parse(name => parts[QualityState.Parts.ToList().IndexOf(name)], Catalog.Catalog.Current);
        try
        {
            years = await Defaults.YearsAsync(Viewer.Scope, leaving.Token);
            span = SpanOf(state, years);
            isNothingPublished = span is null;
        }
        catch (NothingPublishedException)
        {
            (span, isNothingPublished) = (null, true);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    // Another group or other years begin at the first page.
    private void Go(QualityState next) => Navigation.NavigateTo((next with { Page = 1 }).ToAddress(), replace: true);
}
