// What a rule of one report may look at.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>One report before its findings are complete.</summary>
internal sealed class ReportContext(
    CatalogData catalog, IReadOnlyList<Fact> facts, IReadOnlyDictionary<string, string> forms, ReportYear? year, Agency? agency,
    AgencyFound agencyFound, YearFound yearFound, TextClaims claims, IReadOnlyList<Finding> readings)
{
    private readonly Dictionary<MetricKey, Fact> byMetric = facts.ToDictionary(fact => fact.Metric);
    private readonly HashSet<MetricKey> doubtful = readings.SelectMany(finding => finding.Metrics).ToHashSet();

    public CatalogData Catalog { get; } = catalog;

    public IReadOnlyList<Fact> Facts { get; } = facts;

    public IReadOnlyDictionary<string, string> Forms { get; } = forms;

    public ReportYear? Year { get; } = year;

    public Agency? Agency { get; } = agency;

    public AgencyFound AgencyFound { get; } = agencyFound;

    public YearFound YearFound { get; } = yearFound;

    /// <summary>Numbers that the text states.</summary>
    public IReadOnlyList<Statement> Statements { get; } = claims.Statements;

    /// <summary>Years other than the report's that the text states for the body's own work.</summary>
    public IReadOnlyList<YearClaim> OtherYears { get; } = claims.OtherYears;

    /// <summary>Regions that the text names as the body's own and that are not.</summary>
    public IReadOnlyList<RegionClaim> OtherRegions { get; } = claims.OtherRegions;

    /// <summary>Whether the table was read there with a doubt (R18).</summary>
    public bool IsDoubtful(MetricKey metric) => doubtful.Contains(metric);

    public Fact? Fact(MetricKey metric) => byMetric.GetValueOrDefault(metric);

    public Fact? Fact(string metric) => Fact(new MetricKey(metric));

    /// <summary>The printed number, null where the cell is blank, unread or absent.</summary>
    public decimal? Number(string metric) => Fact(metric)?.Value;

    /// <summary>A finding of a rule with its own severity.</summary>
    public Finding Finding(string rule, IReadOnlyList<MetricKey> metrics, string message, decimal? expected = null, decimal? printed = null)
    {
        var definition = Catalog.Rule(rule);
        return new Finding(rule, definition.Severity, metrics, expected, printed, $"{definition.MessageZh}：{message}");
    }

    /// <summary>How a person calls a cell.</summary>
    public string Label(MetricKey metric) => Catalog.Metric(metric)?.LabelZh ?? metric.Value;
}

/// <summary>A rule that looks at one report.</summary>
internal interface IReportRule
{
    IEnumerable<Finding> Check(ReportContext report);
}
