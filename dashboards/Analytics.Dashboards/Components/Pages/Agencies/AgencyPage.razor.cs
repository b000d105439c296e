// An agency's page. Code, year, scope of report and view are in the address.
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>Shows all there is of one agency.</summary>
public sealed partial class AgencyPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private AgencyState state = AgencyState.Parse(null, null, null, null);
    private AgencyResult? result;
    private bool isNothingPublished;
    private bool isUnknown;
    private bool isLoading;

    /// <summary>Of the agency; null: it is still to be looked for.</summary>
    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "y")]
    private string? YearInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "scope")]
    private string? ScopeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "v")]
    private string? ViewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "d")]
    private string? DetailInAddress { get; set; }

    [Inject]
    private AgencyData Agencies { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private SourceOpener Sources { get; set; } = default!;

    private string Data => Addresses.Agency(result!.Head.Code) + "/data";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        state = AgencyState.Parse(YearInAddress, ScopeInAddress, ViewInAddress, DetailInAddress);
        isLoading = true;
        try
        {
            var code = Code ?? "";
            // Another agency is a page of its own: nothing of the one before stays.
            if (result?.Head.Code != code) result = null;
            var loaded = await Agencies.LoadAsync(Viewer.Scope, code, state, leaving.Token);
            // Of answers that overlap only the one for the present address is shown.
            if (code != (Code ?? "") || state != AgencyState.Parse(YearInAddress, ScopeInAddress, ViewInAddress, DetailInAddress)) return;
            (result, isUnknown, isNothingPublished, isLoading) = (loaded, loaded is null, false, false);
        }
        catch (NothingPublishedException)
        {
            (result, isUnknown, isNothingPublished) = (null, false, true);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string CompareAddress(AgencyResult shown) => Addresses.Compare(shown.Peers.Select(peer => peer.Code).Prepend(shown.Head.Code), CompareState.DefaultMetric);

    private List<(string Title, IEnumerable<ComparePanel> Panels)> Parts(AgencyResult shown) => shown.Topics.Select(topic => (T["AgencyTopic." + topic.Key].Value, topic.Panels)).ToList();

    // Kept at once: a second choice may be made before the address has come back as parameters.
    private void Go(AgencyState next)
    {
        state = next;
        Navigation.NavigateTo(Addresses.Agency(Code!) + next.ToQuery(), replace: true);
    }
}
