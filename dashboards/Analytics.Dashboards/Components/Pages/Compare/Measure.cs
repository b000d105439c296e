// Values as they are, as shares of what is chosen, or against the first year.
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

public enum Measure
{
    /// <summary>As printed.</summary>
    Absolute,

    /// <summary>Part of the sum over the chosen agencies in the same year.</summary>
    Share,

    /// <summary>The first number of a line is 100.</summary>
    Index,
}

/// <summary>Turns a panel of printed values into one of shares or of an index.</summary>
public sealed class Measures(IStringLocalizer<Texts> texts)
{
    /// <summary>The panel in a measure; what was printed stays with each point. A rate has no share.</summary>
    public ComparePanel Of(ComparePanel panel, Measure measure) => measure switch
    {
        Measure.Share when !panel.IsRate => Shares(panel),
        Measure.Index => Indices(panel),
        _ => panel,
    };

    // A share of an incomplete sum would be too great, so a year counts only where everyone has a number without doubt about it.
    // Figures of different scopes overlap: they are never added.
    private ComparePanel Shares(ComparePanel panel)
    {
        var isOneScope = panel.Series.Select(series => series.Scope).Where(scope => scope.Length > 0).Distinct(StringComparer.Ordinal).Count() <= 1;
        var totals = panel.Years.Select((_, at) =>
        {
            var points = panel.Series.Select(series => series.Points[at]).ToList();
            return isOneScope && points.TrueForAll(point => point is { State: PointState.Number, IsDisputed: false, HasUnit: true }) ? points.Sum(point => point.Value!.Value) : (decimal?)null;
        }).ToList();
        return panel with
        {
            Unit = "%",
            Measure = Measure.Share,
            Note = Join(panel.Note, texts[isOneScope ? "Compare.ShareNote" : "Compare.ShareScopes"]),
            Series = panel.Series.Select(series => series with { Points = series.Points.Select((point, at) => Share(point, totals[at])).ToList() }).ToList(),
        };
    }

    private static Point Share(Point point, decimal? total) => point.State != PointState.Number ? point
        : total is > 0 ? point with { Value = point.Value / total, Printed = point.Value }
        : point with { State = PointState.Incomplete, Value = null, Printed = point.Value };

    private ComparePanel Indices(ComparePanel panel) => panel with
    {
        Unit = texts["Compare.IndexUnit"],
        Measure = Measure.Index,
        Note = Join(panel.Note, texts["Compare.IndexNote"]),
        Series = panel.Series.Select(series => series with { Points = Index(panel, series).ToList() }).ToList(),
    };

    // Where a definition changes so that lines may not be joined, the count begins anew.
    private static IEnumerable<Point> Index(ComparePanel panel, Series series)
    {
        decimal? first = null;
        foreach (var point in series.Points)
        {
            if (panel.Breaks.Any(change => change.Year == point.Year && !change.Joins)) first = null;
            if (point is { State: PointState.Number, IsDisputed: false, HasUnit: true, Value: > 0 }) first ??= point.Value;
            yield return point.State != PointState.Number ? point
                : first is { } start ? point with { Value = Math.Round(point.Value!.Value / start * 100, 1), Printed = point.Value }
                : point with { State = PointState.Incomplete, Value = null, Printed = point.Value };
        }
    }

    private static string Join(string note, string more) => note.Length == 0 ? more : note + " " + more;
}
