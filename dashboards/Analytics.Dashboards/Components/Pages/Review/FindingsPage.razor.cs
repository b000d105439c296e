// The queue of open findings: seen in their documents, explained or corrected, one or many at once.
using System.Globalization;
using Analytics.Etl.Jobs;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>Works off findings.</summary>
public sealed partial class FindingsPage
{
    private const int Size = 50;
    private const int Found = 10;
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);

    // Decided here and not published yet.
    private readonly HashSet<string> decided = new(StringComparer.Ordinal);
    private IReadOnlyList<FindingKind> allKinds = [];
    private IReadOnlyList<FindingKind> kinds = [];
    private IReadOnlyList<ListedFinding> rows = [];
    private FindingsState? shown;
    private int? version;
    private bool isNothingPublished;
    private string? told;
    private string? problem;

    [Inject]
    private QualityQueries Quality { get; set; } = default!;

    [Inject]
    private SearchQueries Searches { get; set; } = default!;

    [Inject]
    private PublishedWarehouse Published { get; set; } = default!;

    [Inject]
    private FindingMarks Marking { get; set; } = default!;

    [Inject]
    private JobCenter Center { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "rule")]
    private string? RuleInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "severity")]
    private string? SeverityInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "agency")]
    private string? AgencyInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "finding")]
    private string? FindingInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageInAddress { get; set; }

    private FindingsState State =>
        FindingsState.Parse(RuleInAddress, SeverityInAddress, StateInAddress, AgencyInAddress, FindingInAddress, PageInAddress, Catalog.Catalog.Current);

    private IEnumerable<string> Undecided => rows.Select(FindingsState.Of).Where(name => !decided.Contains(name));

    protected override async Task OnParametersSetAsync()
    {
        // Another finding of the same list needs nothing new.
        if (shown == State with { Finding = "" } && version == Published.Version) return;
        shown = State with { Finding = "" };
        chosen.Clear();
        await LoadAsync();
    }

    protected override async Task ChangedAsync()
    {
        if (version == Published.Version) return;
        await LoadAsync();
        if (decided.Count == 0) return;
        // What was decided before the version was made is in it.
        decided.Clear();
        told = T["Findings.PublishedNow", version ?? 0];
    }

    private async Task LoadAsync()
    {
        var before = version;
        version = Published.Version;
        isNothingPublished = version is null;
        if (isNothingPublished) return;
        if (before != version) allKinds = await Quality.KindsAsync(Viewer.Scope, AgencyGroup.All, null, Leaving);
        kinds = allKinds.Where(kind => kind.State == State.State).ToList();
        rows = await Quality.FindingsAsync(Viewer.Scope, AgencyGroup.All, State.Filter, new ListPage(Size, (State.Page - 1) * Size), Leaving);
        chosen.IntersectWith(rows.Select(FindingsState.Of));
    }

    private static string Count(IEnumerable<FindingKind> some) => some.Sum(kind => kind.Findings).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Address(FindingsState state) => (state with { Page = 1, Finding = "" }).ToAddress();

    private void Go(FindingsState state) => Navigation.NavigateTo(Address(state));

    private void ChooseRule(ChangeEventArgs change) => Go(State with { Rule = (string?)change.Value ?? "" });

    private void Pick(FoundEntry hit) => Go(State with { Agency = hit.Code });

    private async Task<IReadOnlyList<FoundEntry>> FindAsync(string text, CancellationToken cancellation) => isNothingPublished
        ? []
        : (await Searches.FindAsync(Viewer.Scope, text, Found, cancellation)).Where(hit => hit.Kind == "agency").ToList();

    private void Choose(string name, ChangeEventArgs change)
    {
        if (change.Value is true) chosen.Add(name);
        else chosen.Remove(name);
    }

    private void ChooseAll(ChangeEventArgs change)
    {
        chosen.Clear();
        if (change.Value is true) chosen.UnionWith(Undecided);
    }

    private async Task MarkChosenAsync()
    {
        problem = null;
        try
        {
            var some = rows.Where(row => chosen.Contains(FindingsState.Of(row))).ToList();
            if (!await Marking.AskAsync(some, Leaving)) return;
            chosen.Clear();
            Decided(some);
        }
        catch (DecisionRefusedException e)
        {
            problem = e.Message;
        }
    }

    private void Decided(IReadOnlyList<ListedFinding> some)
    {
        decided.UnionWith(some.Select(FindingsState.Of));
        told = T["Findings.Waiting"];
        Center.RequestPublish();
    }
}
