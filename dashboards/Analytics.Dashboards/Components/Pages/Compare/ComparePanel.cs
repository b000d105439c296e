// One metric over years for the chosen agencies, as it may honestly be shown: what is a number, what is blank, what was
// not reported, what is in doubt, and where a definition changes.
using Analytics.Catalog;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

public enum PointState
{
    /// <summary>No report of that year, or the report has no such cell.</summary>
    Absent,
    Number,

    /// <summary>Printed blank: neither 0 nor missing.</summary>
    Blank,

    /// <summary>Printed, but not read.</summary>
    Unread,

    /// <summary>A rate with nothing to divide by.</summary>
    Undefined,

    /// <summary>A derived value with a term that is no number.</summary>
    Incomplete,

    /// <summary>A derived value with a disputed term: shown as such, never as a number. (A printed value in dispute stays
    /// a number, as printed, with a mark.)</summary>
    Disputed,
}

/// <summary>One agency's value of one year.</summary>
/// <param name="IsDisputed">Named by an open error finding, or derived from such a value.</param>
/// <param name="IsSmall">A rate whose denominator is under the metric's minimum.</param>
/// <param name="HasUnit">False: an amount without a printed unit.</param>
/// <param name="ReportId">Null where there is no report.</param>
public sealed record Point(
    int Year, PointState State, decimal? Value, decimal? Denominator, bool IsDisputed, bool IsSmall, bool HasUnit, int? ReportId)
{
    /// <summary>A person's value stands in the place of the printed one.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>What was printed, where <see cref="Value"/> is a share or an index of it.</summary>
    public decimal? Printed { get; init; }
}

/// <summary>One line of a panel: an agency and the scope of its figures.</summary>
/// <param name="Agency">Code.</param>
/// <param name="Name">Name of the agency that reported, never its district alone.</param>
/// <param name="Scope">own, level or territory; empty where there is no value at all.</param>
/// <param name="Colour">Index into the colours of series.</param>
/// <param name="Points">One per year of the panel.</param>
public sealed record Series(string Agency, string Name, string Scope, int Colour, IReadOnlyList<Point> Points);

/// <summary>A year from which something is not the same any more.</summary>
/// <param name="Year">The first year after the change.</param>
/// <param name="Note">What changed.</param>
/// <param name="Joins">Whether lines may be drawn across it.</param>
public sealed record Break(int Year, string Note, bool Joins);

/// <summary>A metric's panel.</summary>
/// <param name="Metric">Key.</param>
/// <param name="Title">Short label.</param>
/// <param name="Unit">件, 项, 万元 or %.</param>
/// <param name="Note">What a reader must know before comparing; may be empty.</param>
/// <param name="Years">In order.</param>
/// <param name="Series">One per agency and scope, in the order chosen.</param>
/// <param name="Breaks">Within the years.</param>
/// <param name="Missing">Agency and year pairs without a value, of those the metric exists in.</param>
public sealed record ComparePanel(
    MetricKey Metric, string Title, string Unit, string Note, IReadOnlyList<int> Years, IReadOnlyList<Series> Series,
    IReadOnlyList<Break> Breaks, IReadOnlyList<(string Name, int Year)> Missing)
{
    /// <summary>What the values are; <see cref="Unit"/> is that of the measure.</summary>
    public Measure Measure { get; init; }

    /// <summary>Of what was printed.</summary>
    public string PrintedUnit { get; init; } = Unit;

    public bool IsRate => Unit == "%";

    /// <summary>Computed from printed values.</summary>
    public bool IsDerived => Catalog.Catalog.Current.Metric(Metric) is null;

    /// <summary>Years in which at least one of the agencies has a value, a blank one included.</summary>
    public IReadOnlyList<int> ReportedYears => Years.Where((_, i) => Series.Any(series => series.Points[i].State != PointState.Absent)).ToList();

    public int Reported => Series.Sum(series => series.Points.Count(point => point.State != PointState.Absent));

    public int Disputed => Series.Sum(series => series.Points.Count(point => point.IsDisputed));
}

/// <summary>Builds panels from rows of the warehouse.</summary>
public sealed class ComparePanels(Catalog.Catalog catalog, MetricNames labels, IStringLocalizer<Texts> texts)
{
    /// <param name="metric">Of the catalog.</param>
    /// <param name="agencies">Chosen agencies in order, each with its colour.</param>
    /// <param name="years">In order, without gaps.</param>
    /// <param name="values">Rows of any metrics; those of this one are taken.</param>
    /// <param name="changes">Dated changes of the agencies' regions.</param>
    public ComparePanel Build(
        MetricKey metric, IReadOnlyList<(AgencyEntry Agency, int Colour)> agencies, IReadOnlyList<int> years,
        IEnumerable<SeriesValue> values, IReadOnlyList<RegionChange> changes)
    {
        var printed = catalog.Metric(metric);
        var derived = catalog.DerivedMetrics.FirstOrDefault(candidate => candidate.Key == metric);
        var own = values.Where(value => value.Metric == metric.Value).ToLookup(value => value.Agency, StringComparer.Ordinal);
        var names = Names(agencies.Select(entry => entry.Agency).ToList());
        var series = new List<Series>();
        foreach (var (agency, colour) in agencies)
        {
            var scopes = own[agency.Code].GroupBy(value => value.Scope, StringComparer.Ordinal).ToList();
            if (scopes.Count == 0) series.Add(new Series(agency.Code, names[agency.Code], "", colour, years.Select(Absent).ToList()));
            foreach (var scope in scopes)
            {
                var byYear = scope.ToDictionary(value => (int)value.Year);
                series.Add(new Series(agency.Code, names[agency.Code], scope.Key, colour,
                    years.Select(year => byYear.TryGetValue(year, out var value) ? Of(value, derived) : Absent(year)).ToList()));
            }
        }
        var missing = series.GroupBy(line => line.Agency, StringComparer.Ordinal)
            .SelectMany(lines => years.Where(year => Exists(year, printed, derived) && lines.All(line => line.Points.First(point => point.Year == year).State == PointState.Absent))
                .Select(year => (lines.First().Name, year))).ToList();
        return new ComparePanel(metric, labels.Of(metric), printed?.Unit ?? derived!.Unit, labels.NoteOf(metric),
            years, series, Breaks(printed, derived, years, agencies, changes), missing);
    }

    /// <summary>What to call agencies side by side: short, unless that would call two of them the same.</summary>
    public static IReadOnlyDictionary<string, string> Names(IReadOnlyList<AgencyEntry> agencies)
    {
        var counts = agencies.CountBy(agency => agency.ShortName, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return agencies.ToDictionary(agency => agency.Code, agency => counts[agency.ShortName] == 1 ? agency.ShortName : agency.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether the forms of a year have a metric at all.</summary>
    public bool Exists(MetricKey metric, int year) => Exists(year, catalog.Metric(metric), catalog.DerivedMetrics.FirstOrDefault(candidate => candidate.Key == metric));

    private static Point Absent(int year) => new(year, PointState.Absent, null, null, false, false, true, null);

    private static Point Of(SeriesValue value, DerivedMetric? derived) => derived is not null && value is { IsDisputed: true, State: "number" }
        ? new Point(value.Year, PointState.Disputed, null, null, true, false, value.HasUnit, value.ReportId)
        : new Point(
            value.Year, Enum.Parse<PointState>(value.State, ignoreCase: true), value.Value, value.Denominator, value.IsDisputed,
            derived?.MinDenominator is { } least && value.Denominator < least, value.HasUnit, value.ReportId)
        {
            IsCorrected = value.IsCorrected,
        };

    private bool Exists(int year, Metric? printed, DerivedMetric? derived) => printed is not null
        ? printed.Forms.Any(form => catalog.Forms.Expected(new ReportYear(year)) == form)
        : year >= derived!.Since && (derived.Until is null || year <= derived.Until);

    private List<Break> Breaks(
        Metric? printed, DerivedMetric? derived, IReadOnlyList<int> years, IReadOnlyList<(AgencyEntry Agency, int Colour)> agencies, IReadOnlyList<RegionChange> changes)
    {
        var breaks = new List<Break>();
        foreach (var form in catalog.Forms.Names.Skip(1))
        {
            var year = catalog.Forms.FirstYears[form];
            if (years[0] >= year || years[^1] < year) continue;
            var isOnBothSides = Exists(year - 1, printed, derived) && Exists(year, printed, derived);
            var note = texts[isOnBothSides ? "Break.Form" : Exists(year, printed, derived) ? "Break.Added" : "Break.Dropped", year];
            breaks.Add(new Break(year, note, isOnBothSides));
        }
        var names = agencies.ToDictionary(entry => entry.Agency.Code, entry => entry.Agency.RegionName, StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change.Date.Year > years[0] && change.Date.Year <= years[^1]).DistinctBy(change => (change.Date, change.Note)))
            breaks.Add(new Break(change.Date.Year, texts["Break.Region", change.Date, names.GetValueOrDefault(change.Agency) ?? "", change.Note], true));
        return breaks;
    }
}
