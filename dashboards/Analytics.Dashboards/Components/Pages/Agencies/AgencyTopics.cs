// All metrics of an agency as panels, and how they are grouped into topics. Which metrics are sums, parts or outcomes is told by
// the rules of the forms.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>Builds the topics of an agency's page.</summary>
public sealed class AgencyTopics(Catalog.Catalog catalog, ComparePanels builder, MetricNames names, IStringLocalizer<Texts> texts)
{
    private readonly HashSet<MetricKey> disputes = catalog.RuleTerms.Where(term => term.Rule == "R04").Select(term => term.Metric).ToHashSet();

    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<string> Keys = ["disclosure", "received", "outcomes", "disputes", "derived"];

    /// <summary>Parts of the outcomes, as the form has them.</summary>
    public static readonly IReadOnlyList<string> OutcomeGroups = ["granted", "denied", "unavailable", "declined", "other"];

    /// <summary>A panel per metric of the catalog, printed and derived, in the order of the form.</summary>
    /// <param name="values">Of one scope of report.</param>
    public IReadOnlyDictionary<MetricKey, ComparePanel> Panels(AgencyHead head, IReadOnlyList<int> years, IEnumerable<ProfileValue> values, IReadOnlyList<RegionChange> changes)
    {
        IReadOnlyList<(AgencyEntry, int)> agency = [(Entry(head), 0)];
        var byMetric = values.ToLookup(value => value.Metric, value => Value(head, value), StringComparer.Ordinal);
        return catalog.Metrics.Select(metric => metric.Key).Concat(catalog.DerivedMetrics.Select(metric => metric.Key))
            .Select(metric => builder.Build(metric, agency, years, byMetric[metric.Value], changes)).ToDictionary(panel => panel.Metric);
    }

    /// <param name="panels">As <see cref="Panels"/> gives them.</param>
    public IReadOnlyList<Topic> Build(IReadOnlyDictionary<MetricKey, ComparePanel> panels)
    {
        var table = catalog.Metric(CompareState.DefaultMetric)!.Table;
        var printed = catalog.Metrics.Where(metric => metric.Table == table).Select(metric => panels[metric.Key]).ToList();
        var totals = catalog.RuleTerms.Where(term => term is { Rule: "R01", IsResult: true }).Select(term => term.Metric).ToHashSet();
        // R02 adds the outcomes up to those closed.
        var outcomes = catalog.RuleTerms.Where(term => term is { Rule: "R02", IsResult: false }).Select(term => term.Metric.Line).ToHashSet(StringComparer.Ordinal);
        var ends = printed.Where(panel => outcomes.Contains(panel.Metric.Line)).ToList();
        return
        [
            new Topic("disclosure", [Alone("", catalog.Metrics.Where(metric => metric.Table != table && !disputes.Contains(metric.Key)).Select(metric => panels[metric.Key]))], []),
            new Topic("received",
                [Alone("", printed.Where(panel => totals.Contains(panel.Metric) && !outcomes.Contains(panel.Metric.Line))), .. ByApplicant(printed.Where(panel => panel.Metric.Line == CompareState.DefaultMetric.Line))],
                ByApplicant(printed.Where(panel => panel.Metric.Line != CompareState.DefaultMetric.Line && !outcomes.Contains(panel.Metric.Line)))),
            new Topic("outcomes", ByOutcome(ends.Where(panel => totals.Contains(panel.Metric))), ByApplicant(ends)),
            new Topic("disputes", Lines(panels).Select(line => Shared(texts["DisputeLine." + line.Key], line)).ToList(), []),
            new Topic("derived", catalog.DerivedMetrics.Select(metric => panels[metric.Key]).GroupBy(panel => panel.IsRate)
                .OrderBy(group => !group.Key).Select(group => group.Key ? Shared(texts["Agency.Rates"], group) : Alone(texts["Agency.Sums"], group)).ToList(), []),
        ];

        List<ChartGroup> ByApplicant(IEnumerable<ComparePanel> of) => of.Where(panel => !totals.Contains(panel.Metric)).GroupBy(panel => panel.Metric.Line, StringComparer.Ordinal)
            .Select(line => Shared(texts["Agency.ByApplicant", names.Of(totals.Single(total => total.Line == line.Key))], line)).ToList();
    }

    /// <summary>Reconsideration and litigation by result; none where the agency never printed the table.</summary>
    /// <param name="panels">As <see cref="Panels"/> gives them.</param>
    public IReadOnlyList<DisputeKind> Disputes(IReadOnlyDictionary<MetricKey, ComparePanel> panels) => Lines(panels).Any(line => line.Any(panel => panel.Reported > 0))
        ? Lines(panels).Select(line => new DisputeKind(line.Key, line.Select(panel => (panel.Metric, panel.Series[0].Points)).ToList())).ToList()
        : [];

    private IEnumerable<IGrouping<string, ComparePanel>> Lines(IReadOnlyDictionary<MetricKey, ComparePanel> panels) =>
        catalog.Metrics.Where(metric => disputes.Contains(metric.Key)).GroupBy(metric => metric.Key.Line, metric => panels[metric.Key], StringComparer.Ordinal);

    // requests.denied.state_secret and its like are parts of requests.denied; those without parts stand together.
    private List<ChartGroup> ByOutcome(IEnumerable<ComparePanel> panels) => panels.GroupBy(panel => GroupOf(panel.Metric.Line), StringComparer.Ordinal)
        .OrderBy(group => OutcomeGroups.ToList().IndexOf(group.Key)).Select(group => Shared(texts["OutcomeGroup." + group.Key], group)).ToList();

    private static string GroupOf(string line) => OutcomeGroups.FirstOrDefault(group => line.Split('.').Contains(group, StringComparer.Ordinal)) ?? OutcomeGroups[0];

    private static ChartGroup Alone(string title, IEnumerable<ComparePanel> panels) => Of(title, panels, isShared: false);

    private static ChartGroup Shared(string title, IEnumerable<ComparePanel> panels) => Of(title, panels, isShared: true);

    private static ChartGroup Of(string title, IEnumerable<ComparePanel> panels, bool isShared)
    {
        var all = panels.ToList();
        var told = all.Where(panel => panel.Reported > 0).ToList();
        return new ChartGroup(title, told, isShared && told.Count > 0 ? SmallDrawing.AxisOf(told.SelectMany(panel => panel.Series[0].Points), told[0].Unit) : null, all.Count - told.Count);
    }

    private static AgencyEntry Entry(AgencyHead head) => new()
    {
        Code = head.Code,
        Name = head.Name,
        ShortName = head.ShortName,
        Sector = head.Sector,
        RegionCode = head.RegionCode,
        RegionName = head.RegionName,
        RegionPath = head.RegionPath,
        RegionLevel = head.RegionLevel,
        Years = head.Years,
        IsGovernment = head.IsGovernment,
    };

    private static SeriesValue Value(AgencyHead head, ProfileValue value) => new()
    {
        Agency = head.Code,
        AgencyName = head.ShortName,
        Metric = value.Metric,
        Year = value.Year,
        Scope = value.ReportScope,
        ReportId = value.ReportId,
        Form = value.Form,
        State = value.State,
        Value = value.Value,
        Denominator = value.Denominator,
        IsDisputed = value.IsDisputed,
        HasUnit = value.HasUnit,
        IsCorrected = value.IsCorrected,
    };
}
