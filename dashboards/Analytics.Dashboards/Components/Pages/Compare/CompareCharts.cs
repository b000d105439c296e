// A panel as an ECharts option: lines, bars, dumbbells or small multiples. Gaps where nothing was reported, hollow points for
// printed blanks, dashed outlines for what is disputed, a hatched band at a break.
using System.Globalization;
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Options of the compare page's charts.</summary>
public sealed class CompareCharts(PanelMarks marks, DumbbellChart dumbbells, MultiplesChart multiples)
{
    /// <summary>The option of a panel in a view that is a chart.</summary>
    public object Option(ComparePanel panel, CompareView view) => view switch
    {
        CompareView.Bar => Bars(panel),
        CompareView.Dumbbell => dumbbells.Option(panel),
        CompareView.Multiples => multiples.Option(panel),
        _ => Lines(panel),
    };

    /// <summary>Its height in pixels: room for each bar where agencies stand below each other.</summary>
    public static int Height(ComparePanel panel, CompareView view) => view switch
    {
        CompareView.Bar when panel.ReportedYears.Count == 1 => Math.Clamp(24 + (panel.Series.Count * 52), 128, 1100),
        CompareView.Dumbbell => DumbbellChart.Height(panel),
        CompareView.Multiples => MultiplesChart.Height(panel),
        _ => 320,
    };

    /// <summary>Lines for several years with reports, bars for one.</summary>
    public static CompareView Resolve(CompareView view, IEnumerable<ComparePanel> panels) => view != CompareView.Auto
        ? view
        : panels.SelectMany(panel => panel.ReportedYears).Distinct().Count() > 1 ? CompareView.Line : CompareView.Bar;

    private object Lines(ComparePanel panel) => new
    {
        grid = new { left = 8, right = RoomForLabels(panel), top = 16, bottom = 8, containLabel = true },
        narrow = new { grid = new { right = 16, top = 56 } },
        legend = PanelMarks.Legend(show: panel.Series.Count > PanelMarks.ColoursOfSeries),
        tooltip = new { trigger = "axis", axisPointer = new { type = "line", lineStyle = new { color = "var:--line" } } },
        xAxis = PanelMarks.YearAxis(panel),
        yAxis = PanelMarks.ValueAxis(panel),
        series = panel.Series.SelectMany((series, index) => marks.Line(panel, series, 0, carriesBreaks: index == 0, isNamedAtEnd: panel.Series.Count <= PanelMarks.ColoursOfSeries)).ToList(),
    };

    // A line that ends near the right edge has its name beyond it.
    private int RoomForLabels(ComparePanel panel) => panel.Series.Count <= PanelMarks.ColoursOfSeries
        && panel.Series.Any(series => series.Points.TakeLast(2).Any(point => point.State == PointState.Number)) ? marks.LabelWidth(panel) + 12 : 24;

    private object Bars(ComparePanel panel)
    {
        var years = panel.ReportedYears;
        return years.Count == 1 ? BarsOfYear(panel, years[0]) : BarsOfYears(panel, years);
    }

    // One year: a bar an agency, named beside it.
    private object BarsOfYear(ComparePanel panel, int year) => new
    {
        grid = new { left = 8, right = 96, top = 8, bottom = 8, containLabel = true },
        tooltip = new { trigger = "item" },
        // Each bar carries its number, so the axis needs neither labels nor lines.
        xAxis = new { type = "value", min = PanelMarks.FromZero(panel), show = false },
        yAxis = new
        {
            type = "category",
            inverse = true,
            data = panel.Series.Select(series => marks.Name(panel, series)).ToList(),
            axisLabel = new { color = "var:--text", width = 150, overflow = "break" },
            axisLine = new { lineStyle = new { color = "var:--line" } },
            axisTick = new { show = false },
        },
        series = new object[]
        {
            new
            {
                type = "bar",
                barMaxWidth = 32,
                name = panel.Title,
                label = new { show = true, position = "right" },
                data = panel.Series.Select(series => BarItem(panel, series, series.Points.First(point => point.Year == year), withLabel: true)).ToList(),
            },
        },
    };

    // Several years: groups by year, agencies by colour.
    private object BarsOfYears(ComparePanel panel, IReadOnlyList<int> years) => new
    {
        grid = new { left = 8, right = 16, top = 40, bottom = 8, containLabel = true },
        legend = PanelMarks.Legend(show: true),
        tooltip = new { trigger = "axis", axisPointer = new { type = "shadow" } },
        xAxis = PanelMarks.Categories(years.Select(year => year.ToString(CultureInfo.InvariantCulture))),
        yAxis = PanelMarks.ValueAxis(panel),
        series = panel.Series.Select((series, index) => new
        {
            type = "bar",
            barMaxWidth = 32,
            name = marks.Name(panel, series),
            itemStyle = new { color = PanelMarks.Colour(series) },
            data = years.Select(year => BarItem(panel, series, series.Points.First(point => point.Year == year), withLabel: false)).ToList(),
            markLine = index == 0 && panel.Breaks.Count > 0 ? BreakLines(panel, years) : null,
        }).ToList(),
    };

    private object BarItem(ComparePanel panel, Series series, Point point, bool withLabel)
    {
        var text = point.State == PointState.Number ? Numbers.Show(point.Value!.Value, panel.Unit) : marks.Absence(point.State);
        var mark = point is { IsDisputed: true, State: PointState.Number } ? " ⚠" : "";
        return new
        {
            // What is no number has no bar: where it was reported, or has a row of its own, a label on the axis says so.
            value = point.State switch { PointState.Number => point.Value, PointState.Absent when !withLabel => null, _ => 0m },
            name = marks.Name(panel, series),
            head = marks.Head(point),
            tip = point.State == PointState.Absent ? null : marks.Tip(panel, point),
            order = point.Value,
            source = point.State == PointState.Absent ? null : PanelMarks.Source(panel, point),
            itemStyle = PanelMarks.Style(point, PanelMarks.Colour(series)),
            label = withLabel || (point.State != PointState.Absent && point.Value is null or 0)
                ? new { show = true, position = withLabel ? "right" : "top", formatter = withLabel ? text + mark : Numbers.Show(point, panel.Unit), color = point.State == PointState.Number ? "var:--text" : "var:--text-2" }
                : null,
        };
    }

    private static object BreakLines(ComparePanel panel, IReadOnlyList<int> years) => new
    {
        silent = true,
        symbol = "none",
        lineStyle = new { type = "dashed", color = "var:--text-2" },
        label = new { show = false },
        data = panel.Breaks.Select(change => years.Count(year => year < change.Year)).Where(before => before > 0 && before < years.Count).Distinct()
            .Select(before => new { xAxis = before - 0.5 }).ToList(),
    };
}
