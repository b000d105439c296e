// Findings of one kind worked through together: chosen on this page or all of the kind, marked with one reason, published soon after.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Dashboards.Components.Sources;
using Analytics.Etl.Jobs;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Quality;

/// <summary>The list of findings.</summary>
public sealed partial class FindingsTab : LivePage
{
    /// <summary>So many at most are decided at once: more than anybody has looked at.</summary>
    public const int MostAtOnce = 2000;

    private const int Size = 50;
    private readonly Dictionary<string, ListedFinding> chosen = new(StringComparer.Ordinal);

    // Decided here and not published yet.
    private readonly HashSet<string> decided = new(StringComparer.Ordinal);
    private IReadOnlyList<FindingKind> kinds = [];
    private IReadOnlyList<ListedFinding> rows = [];
    private QualityState? shown;
    private int? version;
    private string? told;
    private string? problem;

    [Parameter, EditorRequired]
    public QualityState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReportYears Years { get; set; }

    [Inject]
    private QualityQueries Quality { get; set; } = default!;

    [Inject]
    private PublishedWarehouse Published { get; set; } = default!;

    [Inject]
    private FindingMarks Marking { get; set; } = default!;

    [Inject]
    private JobCenter Center { get; set; } = default!;

    [Inject]
    private SourceOpener Sources { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private Catalog.Catalog Catalog { get; set; } = default!;

    private IEnumerable<ListedFinding> Undecided => rows.Where(row => !decided.Contains(FindingsState.Of(row)));

    protected override async Task OnParametersSetAsync()
    {
        if (shown == State && version == Published.Version) return;
        // Another page of the same list keeps what was chosen.
        if (shown is not null && shown with { Page = 1 } != State with { Page = 1 }) chosen.Clear();
        shown = State;
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
        version = Published.Version;
        try
        {
            kinds = (await Quality.KindsAsync(Viewer.Scope, State.Group.Group, Years, Leaving)).Where(kind => kind.State == State.Finding).ToList();
            rows = await Quality.FindingsAsync(Viewer.Scope, State.Group.Group, State.Filter(Years), new ListPage(Size, (State.Page - 1) * Size), Leaving);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string Count(IEnumerable<FindingKind> some) => some.Sum(kind => kind.Findings).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Address(QualityState state) => (state with { Page = 1 }).ToAddress();

    private void ChooseRule(ChangeEventArgs change) => Navigation.NavigateTo(Address(State with { Rule = (string?)change.Value ?? "" }));

    private void Choose(ListedFinding row, ChangeEventArgs change)
    {
        if (change.Value is true) chosen[FindingsState.Of(row)] = row;
        else chosen.Remove(FindingsState.Of(row));
    }

    private void ChooseAll(ChangeEventArgs change)
    {
        foreach (var row in Undecided.ToList()) Choose(row, change);
    }

    private async Task ChooseKindAsync()
    {
        var all = await Quality.FindingsAsync(Viewer.Scope, State.Group.Group, State.Filter(Years), new ListPage(MostAtOnce), Leaving);
        foreach (var row in all.Where(row => !decided.Contains(FindingsState.Of(row)))) chosen[FindingsState.Of(row)] = row;
    }

    private async Task MarkAsync()
    {
        problem = null;
        try
        {
            if (!await Marking.AskAsync(chosen.Values.ToList(), Leaving)) return;
            decided.UnionWith(chosen.Keys);
            chosen.Clear();
            told = T["Findings.Waiting"];
            Center.RequestPublish();
        }
        catch (DecisionRefusedException e)
        {
            problem = e.Message;
        }
    }
}
