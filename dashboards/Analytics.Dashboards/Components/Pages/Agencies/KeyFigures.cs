// The figures at the head of an agency's page: the change is told only where the two years can be compared.
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>Builds key figures.</summary>
public static class KeyFigures
{
    /// <param name="panel">Of one agency in one scope.</param>
    /// <param name="year">One of the panel's.</param>
    /// <param name="changed">Years in which the agency's territory changed.</param>
    public static KeyFigure Of(ComparePanel panel, int year, IReadOnlySet<int> changed, PeerStanding? standing)
    {
        var points = panel.Series[0].Points;
        var now = points.First(point => point.Year == year);
        var (kind, change) = Change(panel, now, points.FirstOrDefault(point => point.Year == year - 1), changed);
        return new KeyFigure(panel, now, kind, change, standing);
    }

    private static (FigureChange Kind, decimal? Change) Change(ComparePanel panel, Point now, Point? before, IReadOnlySet<int> changed)
    {
        if (now.State is PointState.Absent or PointState.Blank or PointState.Unread or PointState.Undefined or PointState.Incomplete) return (FigureChange.None, null);
        if (changed.Contains(now.Year) || panel.Breaks.Any(one => one.Year == now.Year && !one.Joins)) return (FigureChange.Broken, null);
        if (before is null or { State: not (PointState.Number or PointState.Disputed) }) return (FigureChange.NothingBefore, null);
        if (!Counts(now) || !Counts(before)) return (FigureChange.Doubtful, null);
        if (panel.IsRate) return (FigureChange.Told, now.Value - before.Value);
        return before.Value == 0 ? now.Value == 0 ? (FigureChange.Told, 0) : (FigureChange.FromZero, null) : (FigureChange.Told, (now.Value - before.Value) / Math.Abs(before.Value!.Value));
    }

    private static bool Counts(Point point) => point is { State: PointState.Number, IsDisputed: false, IsSmall: false, HasUnit: true };
}
