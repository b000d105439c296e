// How the requests of one report ended: from kinds of applicants to outcomes, and where the sums do not hold.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>A flow of requests.</summary>
/// <param name="Applicants">Columns of the form, in order.</param>
/// <param name="Outcomes">Lines of the form, in order.</param>
/// <param name="Cells">By applicant and outcome; the printed total and the printed line of all closed included.</param>
/// <param name="Gaps">Sums that do not hold.</param>
/// <param name="Disputed">Cells in dispute.</param>
/// <param name="NoNumber">Cells that are blank or unread: they are not drawn.</param>
public sealed record Flow(
    int Year, IReadOnlyList<string> Applicants, IReadOnlyList<string> Outcomes, IReadOnlyDictionary<MetricKey, Point> Cells, IReadOnlyList<FlowGap> Gaps, int Disputed, int NoNumber)
{
    /// <summary>The column of printed totals.</summary>
    public const string Total = "total";

    /// <summary>What flows: of each applicant in turn, the outcomes in order; what is zero or no number does not.</summary>
    public IEnumerable<(string Applicant, string Outcome, Point Point)> Drawn => Applicants.SelectMany(_ => Outcomes, (applicant, outcome) => (applicant, outcome, point: Of(applicant, outcome)))
        .Where(link => link.point is { State: PointState.Number, Value: > 0 }).Select(link => (link.applicant, link.outcome, link.point!));

    public Point? Of(string applicant, string outcome) => Cells.GetValueOrDefault(Key(applicant, outcome));

    public static MetricKey Key(string applicant, string outcome) => new($"{outcome}.{applicant}");
}

/// <summary>A printed sum that is not the sum of its parts.</summary>
/// <param name="Column">The applicant whose outcomes do not add up to those closed; null: the applicants of a line do not.</param>
/// <param name="Line">The outcome whose applicants do not add up to its total; null: see the column.</param>
public sealed record FlowGap(string? Column, string? Line, decimal Sum, decimal Printed);

/// <summary>Builds flows.</summary>
public sealed class Flows(Catalog.Catalog catalog)
{
    /// <summary>Line of all closed requests, the result of R02.</summary>
    public string Closed { get; } = catalog.RuleTerms.First(term => term is { Rule: "R02", IsResult: true }).Metric.Line;

    // What R02 adds up to it.
    private readonly List<string> ends = catalog.RuleTerms.Where(term => term is { Rule: "R02", IsResult: false }).Select(term => term.Metric.Line).Distinct(StringComparer.Ordinal).ToList();
    private readonly string table = catalog.Metric(catalog.RuleTerms.First(term => term.Rule == "R02").Metric)!.Table;

    /// <summary>Null where there is no report of the year, or it has none of the cells.</summary>
    /// <param name="panels">Of one agency and scope.</param>
    public Flow? Build(IReadOnlyDictionary<MetricKey, ComparePanel> panels, int year)
    {
        var applicants = catalog.Forms.Columns.Where(column => column.Table == table && column.Column != Flow.Total).OrderBy(column => column.Position).Select(column => column.Column).ToList();
        var columns = applicants.Append(Flow.Total).ToList();
        var cells = ends.Append(Closed).SelectMany(line => columns, (line, column) => Flow.Key(column, line)).Where(panels.ContainsKey)
            .Select(key => (key, point: panels[key].Series[0].Points.First(point => point.Year == year)))
            .Where(cell => cell.point.State != PointState.Absent).ToDictionary(cell => cell.key, cell => cell.point);
        // Each form has its own.
        var outcomes = ends.Where(line => columns.Exists(column => cells.ContainsKey(Flow.Key(column, line)))).ToList();
        if (outcomes.Count == 0) return null;
        var gaps = columns.Select(column => Gap(cells, outcomes.Select(line => Flow.Key(column, line)), Flow.Key(column, Closed), (sum, printed) => new FlowGap(column, null, sum, printed)))
            .Concat(outcomes.Append(Closed).Select(line => Gap(cells, applicants.Select(column => Flow.Key(column, line)), Flow.Key(Flow.Total, line), (sum, printed) => new FlowGap(null, line, sum, printed))));
        var drawn = applicants.SelectMany(_ => outcomes, (column, line) => cells.GetValueOrDefault(Flow.Key(column, line))).OfType<Point>().ToList();
        return new Flow(year, applicants, outcomes, cells, gaps.OfType<FlowGap>().ToList(),
            cells.Values.Count(point => point.IsDisputed), drawn.Count(point => point.State != PointState.Number));
    }

    // A sum can be checked where all its parts are numbers, as rule R01 and R02 do.
    private static FlowGap? Gap(Dictionary<MetricKey, Point> cells, IEnumerable<MetricKey> parts, MetricKey total, Func<decimal, decimal, FlowGap> gap)
    {
        var points = parts.Select(part => cells.GetValueOrDefault(part)).ToList();
        if (points.Any(point => point?.Value is null) || cells.GetValueOrDefault(total)?.Value is not { } printed) return null;
        var sum = points.Sum(point => point!.Value!.Value);
        return sum == printed ? null : gap(sum, printed);
    }
}
