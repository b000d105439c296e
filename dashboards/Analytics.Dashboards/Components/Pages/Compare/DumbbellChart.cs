// The first and the last year of each agency on one line: who moved, how far, which way.
using Analytics.Dashboards.Formatting;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Dumbbells: a hollow point for the first year with reports, a filled one for the last.</summary>
public sealed class DumbbellChart(PanelMarks marks, IStringLocalizer<Texts> texts)
{
    private const int RowHeight = 40;

    public static int Height(ComparePanel panel) => Math.Clamp(64 + (panel.Series.Count * RowHeight), 144, 900);

    /// <summary>Ordered by the last year's value; an agency without a number in a year has no point there, and its row says why.</summary>
    public object Option(ComparePanel panel)
    {
        var (from, to) = Ends(panel);
        var rows = panel.Series.Select(series => (Series: series, Before: At(series, from), After: At(series, to)))
            .OrderByDescending(row => row.After.Value ?? decimal.MinValue).ToList();
        // Across a break that does not join, two points stand side by side and nothing joins them.
        var joins = !panel.Breaks.Any(change => change.Year > from && change.Year <= to && !change.Joins);
        return new
        {
            grid = new { left = 8, right = 72, top = 40, bottom = 8, containLabel = true },
            legend = PanelMarks.Legend(show: true),
            tooltip = new { trigger = "item" },
            xAxis = PanelMarks.ValueAxis(panel),
            yAxis = new
            {
                type = "category",
                inverse = true,
                data = rows.Select(row => marks.Name(panel, row.Series)).ToList(),
                axisLabel = new { color = "var:--text", width = 150, overflow = "break" },
                axisLine = new { show = false },
                axisTick = new { show = false },
            },
            series = (object[])
            [
                new { type = "bar", stack = "span", silent = true, itemStyle = new { color = "transparent" }, data = rows.Select(row => Low(row.Before, row.After)).ToList() },
                new
                {
                    type = "bar", stack = "span", silent = true, barWidth = 3,
                    data = rows.Select(row => new { value = joins ? Span(row.Before, row.After) : null, itemStyle = new { color = PanelMarks.Colour(row.Series), opacity = 0.5 } }).ToList(),
                },
                .. from == to ? [] : new[] { Points(panel, texts["Compare.YearHead", from], rows.Select(row => (row.Series, row.Before)), isFilled: false) },
                Points(panel, texts["Compare.YearHead", to], rows.Select(row => (row.Series, row.After)), isFilled: true),
            ],
        };
    }

    /// <summary>The two years that are compared: the first and the last in which someone reported; the same where it is one.</summary>
    public static (int From, int To) Ends(ComparePanel panel) => panel.ReportedYears is [var first, ..] years ? (first, years[^1]) : (panel.Years[0], panel.Years[^1]);

    private object Points(ComparePanel panel, string name, IEnumerable<(Series Series, Point Point)> points, bool isFilled) => new
    {
        type = "scatter",
        name,
        symbol = "circle",
        symbolSize = 14,
        z = 5,
        itemStyle = new { color = isFilled ? "var:--text-2" : "var:--surface", borderColor = "var:--text-2", borderWidth = 2 },
        data = points.Select((item, row) => Item(panel, item.Series, item.Point, row, isFilled)).ToList(),
    };

    private object Item(ComparePanel panel, Series series, Point point, int row, bool isFilled)
    {
        var colour = PanelMarks.Colour(series);
        var isNumber = point.State == PointState.Number;
        return new
        {
            value = isNumber ? new object?[] { point.Value, row } : isFilled && point.State != PointState.Absent ? [0, row] : [null, row],
            name = marks.Name(panel, series),
            head = marks.Head(point),
            tip = point.State == PointState.Absent ? null : marks.Tip(panel, point),
            order = point.Value,
            source = PanelMarks.Source(panel, point),
            symbol = isNumber ? "circle" : "emptyCircle",
            itemStyle = new { color = isFilled && isNumber && !point.IsDisputed ? colour : "var:--surface", borderColor = colour, borderWidth = 2, borderType = point.IsDisputed ? "dashed" : "solid" },
            label = isFilled ? new { show = true, position = "right", formatter = Numbers.Show(point, panel.Unit) + (point.IsDisputed && isNumber ? " ⚠" : ""), color = "var:--text" } : null,
        };
    }

    private static Point At(Series series, int year) => series.Points.First(point => point.Year == year);

    private static decimal? Low(Point before, Point after) => before.Value is { } one && after.Value is { } other ? Math.Min(one, other) : null;

    private static decimal? Span(Point before, Point after) => before.Value is { } one && after.Value is { } other ? Math.Abs(one - other) : null;
}
