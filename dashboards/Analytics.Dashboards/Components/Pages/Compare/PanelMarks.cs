// What the charts of a comparison have in common: how a point is drawn, named and told, and what stands between the points.
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Formatting;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Parts of ECharts options.</summary>
public sealed class PanelMarks(IStringLocalizer<Texts> texts)
{
    public const int ColoursOfSeries = 8;

    public static string Colour(Series series) => $"var:--series-{series.Colour % ColoursOfSeries}";

    /// <summary>The scope is named where it tells two lines of a panel apart; else the subtitle says it.</summary>
    public string Name(ComparePanel panel, Series series) => series.Scope.Length == 0 || panel.Series.All(other => other.Scope == series.Scope || other.Scope.Length == 0)
        ? series.Name
        : texts["Compare.Scoped", series.Name, texts["Scope." + series.Scope].Value];

    /// <summary>Pixels that the longest name takes at the end of a line, within what a chart can spare.</summary>
    public int LabelWidth(ComparePanel panel) => Math.Clamp(panel.Series.Max(series => Name(panel, series).Length) * 13, 80, 190);

    public string Head(Point point) => texts["Compare.YearHead", point.Year];

    /// <summary>What there is instead of a number.</summary>
    public string Absence(PointState state) => texts["Point." + state];

    public string Tip(ComparePanel panel, Point point) => PointTexts.Tip(texts, point, panel.Unit, panel.PrintedUnit);

    /// <summary>What a click on a mark names: report and metric.</summary>
    public static string? Source(ComparePanel panel, Point point) => point.ReportId is { } report ? $"{report}/{panel.Metric}" : null;

    public static object Style(Point point, string colour) => point.IsDisputed
        ? new { color = "var:--surface", borderColor = colour, borderWidth = 2, borderType = "dashed", opacity = 1.0 }
        : new { color = colour, borderColor = colour, borderWidth = 0, borderType = "solid", opacity = point.IsSmall || !point.HasUnit ? 0.45 : 1.0 };

    public static object Legend(bool show) => new { show, type = "scroll", top = 0, left = 0, textStyle = new { color = "var:--text" }, pageIconColor = "var:--accent", pageTextStyle = new { color = "var:--text-2" } };

    /// <summary>A category axis of years or names.</summary>
    public static object Categories(IEnumerable<string> names) => new
    {
        type = "category",
        data = names.ToList(),
        axisLabel = new { color = "var:--text-2" },
        axisLine = new { lineStyle = new { color = "var:--line" } },
        axisTick = new { show = false },
    };

    /// <param name="grid">Of several, the one it belongs to.</param>
    /// <param name="most">The greatest value of all grids that share their scale; null: its own.</param>
    public static object ValueAxis(ComparePanel panel, int grid = 0, decimal? most = null) => ChartParts.ValueAxis(panel.Unit, Values(panel).ToList(), grid, most);

    public static object YearAxis(ComparePanel panel, int grid = 0) => ChartParts.YearAxis(panel.Years, grid);

    public static IEnumerable<decimal> Values(ComparePanel panel) => panel.Series.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>();

    /// <summary>Changes may be negative; everything else stands on zero.</summary>
    public static int? FromZero(ComparePanel panel) => Values(panel).Any(value => value < 0) ? null : 0;

    /// <summary>From the first number to the last; across a break that does not join, an empty point parts the line.</summary>
    public static IEnumerable<Point?> Split(ComparePanel panel, Series series)
    {
        var points = series.Points.SkipWhile(point => point.State != PointState.Number).ToList();
        foreach (var point in points.Take(points.FindLastIndex(point => point.State == PointState.Number) + 1))
        {
            if (panel.Breaks.Any(change => change.Year == point.Year && !change.Joins)) yield return null;
            yield return point;
        }
    }

    /// <summary>A line, and as hollow points on the axis what was reported but is no number: neither a zero nor a gap.</summary>
    /// <param name="grid">Of several, the one it stands in.</param>
    /// <param name="carriesBreaks">One line of a grid marks the breaks for all.</param>
    public IEnumerable<object> Line(ComparePanel panel, Series series, int grid, bool carriesBreaks, bool isNamedAtEnd)
    {
        var colour = Colour(series);
        var name = Name(panel, series);
        yield return new
        {
            type = "line",
            name,
            xAxisIndex = grid,
            yAxisIndex = grid,
            connectNulls = false,
            symbol = "circle",
            symbolSize = 9,
            showAllSymbol = true,
            lineStyle = new { width = 2, color = colour },
            itemStyle = new { color = colour },
            endLabel = new { show = isNamedAtEnd && series.Points.Any(point => point.State == PointState.Number), formatter = "{a}", color = colour, distance = 8, width = LabelWidth(panel), overflow = "truncate" },
            emphasis = new { focus = "series" },
            data = Split(panel, series).Select(point => LinePoint(panel, name, point, colour)).ToList(),
            markArea = carriesBreaks ? ChartParts.BreakBands(panel.Breaks) : null,
        };
        var marks = series.Points.Where(point => point.State is not (PointState.Number or PointState.Absent)).ToList();
        if (marks.Count == 0) yield break;
        yield return new
        {
            type = "scatter",
            name,
            xAxisIndex = grid,
            yAxisIndex = grid,
            symbol = "emptyCircle",
            symbolSize = 11,
            z = 5,
            itemStyle = new { color = "var:--surface", borderColor = colour, borderWidth = 2, borderType = "solid" },
            data = marks.Select(point => new
            {
                value = new object?[] { point.Year, 0 },
                name,
                head = Head(point),
                tip = Absence(point.State),
                itemStyle = point.State == PointState.Disputed ? Style(point, colour) : null,
                source = Source(panel, point),
            }).ToList(),
        };
    }

    private object LinePoint(ComparePanel panel, string name, Point? point, string colour) => point is not { State: PointState.Number, Value: { } value }
        ? new { value = new object?[] { point?.Year, null } }
        : new
        {
            value = new object?[] { point.Year, value },
            name,
            head = Head(point),
            tip = Tip(panel, point),
            order = value,
            source = Source(panel, point),
            symbolSize = point.IsDisputed ? 12 : 9,
            itemStyle = Style(point, colour),
        };
}
