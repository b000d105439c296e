// A panel as an ECharts option. Gaps where nothing was reported, hollow points for printed blanks, dashed outlines for
// what is disputed, a hatched band at a break.
using Analytics.Catalog;
using Analytics.Dashboards.Formatting;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Options of the compare page's charts.</summary>
public sealed class CompareCharts(IStringLocalizer<Texts> texts)
{
    private const int ColoursOfSeries = 8;

    /// <summary>The option of a panel as lines or bars.</summary>
    public object Option(ComparePanel panel, CompareView view) => view == CompareView.Bar ? Bars(panel) : Lines(panel);

    /// <summary>Lines for several years with reports, bars for one.</summary>
    public static CompareView Resolve(CompareView view, IEnumerable<ComparePanel> panels) => view != CompareView.Auto
        ? view
        : panels.SelectMany(panel => panel.ReportedYears).Distinct().Count() > 1 ? CompareView.Line : CompareView.Bar;

    private static string Colour(Series series) => $"var:--series-{series.Colour % ColoursOfSeries}";

    // The scope is named where it tells two lines of a panel apart; else the subtitle says it.
    private string Name(ComparePanel panel, Series series) => series.Scope.Length == 0 || panel.Series.All(other => other.Scope == series.Scope || other.Scope.Length == 0)
        ? series.Name
         : texts["Compare.Scoped", series.Name, texts["Scope." + series.Scope].Value];

    private string Head(Point point) => texts["Compare.YearHead", point.Year];

    private object Lines(ComparePanel panel) => new
    {
        grid = new { left = 8, right = RoomForLabels(panel), top = 16, bottom = 8, containLabel = true },
        narrow = new { grid = new { right = 16, top = 56 } },
        legend = Legend(show: panel.Series.Count > ColoursOfSeries),
        tooltip = new { trigger = "axis", axisPointer = new { type = "line", lineStyle = new { color = "var:--line" } } },
        xAxis = new
        {
            type = "value",
            min = panel.Years[0] - (panel.Years.Count == 1 ? 1 : 0),
            max = panel.Years[^1] + (panel.Years.Count == 1 ? 1 : 0),
            interval = 1,
            years = true,
            axisLabel = new { color = "var:--text-2", showMinLabel = true, showMaxLabel = true, hideOverlap = true },
            splitLine = new { show = false },
            axisLine = new { lineStyle = new { color = "var:--line" } },
            axisTick = new { show = false },
        },
        yAxis = ValueAxis(panel),
        series = panel.Series.SelectMany((series, index) => LineSeries(panel, series, index == 0)).ToList(),
    };

    // A line that ends near the right edge has its name beyond it.
    private static int RoomForLabels(ComparePanel panel) => panel.Series.Any(series => series.Points.TakeLast(2).Any(point => point.State == PointState.Number)) ? 132 : 24;

    private IEnumerable<object> LineSeries(ComparePanel panel, Series series, bool carriesBreaks)
    {
        var colour = Colour(series);
        yield return new
        {
            type = "line",
            name = Name(panel, series),
            connectNulls = false,
            symbol = "circle",
            symbolSize = 9,
            showAllSymbol = true,
            lineStyle = new { width = 2, color = colour },
            itemStyle = new { color = colour },
            endLabel = new { show = series.Points.Any(point => point.State == PointState.Number), formatter = "{a}", color = colour, distance = 8, width = 120, overflow = "truncate" },
            labelLayout = new { moveOverlap = "shiftY" },
            emphasis = new { focus = "series" },
            data = Split(panel, series).Select(point => LinePoint(panel, series, point, colour)).ToList(),
            markArea = carriesBreaks && panel.Breaks.Count > 0 ? BreakBands(panel, year => (year - 0.58, year - 0.42)) : null,
        };
        // What was reported but is no number stands on the axis as a hollow point: neither a zero nor a gap.
        var marks = series.Points.Where(point => point.State is not (PointState.Number or PointState.Absent)).ToList();
        if (marks.Count == 0) yield break;
        yield return new
        {
            type = "scatter",
            name = Name(panel, series),
            symbol = "emptyCircle",
            symbolSize = 11,
            z = 5,
            itemStyle = new { color = "var:--surface", borderColor = colour, borderWidth = 2, borderType = "solid" },
            data = marks.Select(point => new
            {
                value = new object?[] { point.Year, 0 },
                name = Name(panel, series),
                head = Head(point),
                tip = Absence(point.State),
                itemStyle = point.State == PointState.Disputed ? Style(point, colour) : null,
                source = Source(panel, point),
            }).ToList(),
        };
    }

    // From the first number to the last; across a break that does not join, an empty point parts the line.
    private static IEnumerable<Point?> Split(ComparePanel panel, Series series)
    {
        var points = series.Points.SkipWhile(point => point.State != PointState.Number).ToList();
        foreach (var point in points.Take(points.FindLastIndex(point => point.State == PointState.Number) + 1))
        {
            if (panel.Breaks.Any(change => change.Year == point.Year && !change.Joins)) yield return null;
            yield return point;
        }
    }

    private object LinePoint(ComparePanel panel, Series series, Point? point, string colour) => point is not { State: PointState.Number, Value: { } value }
        ? new { value = new object?[] { point?.Year, null } }
        : new
        {
            value = new object?[] { point.Year, value },
            name = Name(panel, series),
            head = Head(point),
            tip = Tip(panel, point),
            order = value,
            source = Source(panel, point),
            symbolSize = point.IsDisputed ? 12 : 9,
            itemStyle = Style(point, colour),
        };

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
        xAxis = new { type = "value", min = FromZero(panel), show = false },
        yAxis = new
        {
            type = "category",
            inverse = true,
            data = panel.Series.Select(series => Name(panel, series)).ToList(),
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
        legend = Legend(show: true),
        tooltip = new { trigger = "axis", axisPointer = new { type = "shadow" } },
        xAxis = new
        {
            type = "category",
            data = years.Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList(),
            axisLabel = new { color = "var:--text-2" },
            axisLine = new { lineStyle = new { color = "var:--line" } },
            axisTick = new { show = false },
        },
        yAxis = ValueAxis(panel),
        series = panel.Series.Select((series, index) => new
        {
            type = "bar",
            barMaxWidth = 32,
            name = Name(panel, series),
            itemStyle = new { color = Colour(series) },
            data = years.Select(year => BarItem(panel, series, series.Points.First(point => point.Year == year), withLabel: false)).ToList(),
            markLine = index == 0 && panel.Breaks.Count > 0 ? BreakLines(panel, years) : null,
        }).ToList(),
    };

    private object BarItem(ComparePanel panel, Series series, Point point, bool withLabel)
    {
        var text = point.State == PointState.Number ? Numbers.Show(point.Value!.Value, panel.Unit) : Absence(point.State);
        var mark = point is { IsDisputed: true, State: PointState.Number } ? " ⚠" : "";
        return new
        {
            // What is no number has no bar: where it was reported, or has a row of its own, a label on the axis says so.
            value = point.State switch { PointState.Number => point.Value, PointState.Absent when !withLabel => null, _ => 0m },
            name = Name(panel, series),
            head = Head(point),
            tip = point.State == PointState.Absent ? null : Tip(panel, point),
            order = point.Value,
            source = point.State == PointState.Absent ? null : Source(panel, point),
            itemStyle = Style(point, Colour(series)),
            label = withLabel || (point.State != PointState.Absent && point.Value is null or 0)
                ? new { show = true, position = withLabel ? "right" : "top", formatter = withLabel ? text + mark : Numbers.Show(point, panel.Unit), color = point.State == PointState.Number ? "var:--text" : "var:--text-2" }
                : null,
        };
    }

    private static object Style(Point point, string colour) => point.IsDisputed
        ? new { color = "var:--surface", borderColor = colour, borderWidth = 2, borderType = "dashed", opacity = 1.0 }
        : new { color = colour, borderColor = colour, borderWidth = 0, borderType = "solid", opacity = point.IsSmall || !point.HasUnit ? 0.45 : 1.0 };

    private static object Legend(bool show) => new { show, type = "scroll", top = 0, left = 0, textStyle = new { color = "var:--text" }, pageIconColor = "var:--accent", pageTextStyle = new { color = "var:--text-2" } };

    private static object ValueAxis(ComparePanel panel) => new
    {
        type = "value",
        min = FromZero(panel),
        minInterval = Metric.IsCountUnit(panel.Unit) ? 1 : (int?)null,
        max = panel.IsRate && Values(panel).All(value => value <= 1) ? 1 : (int?)null,
        interval = panel.IsRate && Values(panel).All(value => value <= 1) ? 0.25 : (double?)null,
        percent = panel.IsRate,
        axisLine = new { show = false },
        axisTick = new { show = false },
        axisLabel = new { color = "var:--text-2", hideOverlap = true },
        splitLine = new { lineStyle = new { color = "var:--line" } },
        splitNumber = 4,
    };

    private static IEnumerable<decimal> Values(ComparePanel panel) => panel.Series.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>();

    // Changes may be negative; everything else stands on zero.
    private static int? FromZero(ComparePanel panel) => Values(panel).Any(value => value < 0) ? null : 0;

    private static object BreakBands(ComparePanel panel, Func<int, (double From, double To)> band) => new
    {
        silent = true,
        itemStyle = new { color = "var:--hatch", decal = new { symbol = "rect", dashArrayX = new[] { 1, 0 }, dashArrayY = new[] { 2, 4 }, rotation = -0.785, color = "var:--hatch-line" } },
        label = new { show = true, position = "insideTop", color = "var:--text-2", fontSize = 11, formatter = "{b}" },
        data = panel.Breaks.GroupBy(change => change.Year).Select(group => new object[]
        {
            new { name = "┆", xAxis = band(group.Key).From },
            new { xAxis = band(group.Key).To },
        }).ToList(),
    };

    private static object BreakLines(ComparePanel panel, IReadOnlyList<int> years) => new
    {
        silent = true,
        symbol = "none",
        lineStyle = new { type = "dashed", color = "var:--text-2" },
        label = new { show = false },
        data = panel.Breaks.Select(change => years.Count(year => year < change.Year)).Where(before => before > 0 && before < years.Count).Distinct()
            .Select(before => new { xAxis = before - 0.5 }).ToList(),
    };

    private string Absence(PointState state) => texts["Point." + state];

    private string Tip(ComparePanel panel, Point point)
    {
        if (point.State != PointState.Number) return Absence(point.State);
        var parts = new List<string> { Numbers.Show(point.Value!.Value, panel.Unit) + (panel.IsRate || !point.HasUnit ? "" : " " + panel.Unit) };
        if (point.IsDisputed) parts.Add(texts["Point.DisputedShort"]);
        if (point.IsSmall) parts.Add(texts["Point.Small", point.Denominator ?? 0]);
        if (!point.HasUnit) parts.Add(texts["Point.NoUnitShort"]);
        return string.Join(texts["List.Comma"], parts);
    }

    /// <summary>What a click on a mark names: report and metric.</summary>
    private static string? Source(ComparePanel panel, Point point) => point.ReportId is { } report ? $"{report}/{panel.Metric}" : null;
}
