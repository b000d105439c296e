// A small chart for each agency, all on the same axes: shapes can be compared where lines in one chart would cross.
namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>Small multiples in one drawing.</summary>
public sealed class MultiplesChart(PanelMarks marks)
{
    private const int RowHeight = 168;
    private const int Columns = 3;

    /// <summary>Until the script knows better.</summary>
    public static int Height(ComparePanel panel) => (panel.Series.Count + Columns - 1) / Columns * RowHeight;

    public object Option(ComparePanel panel)
    {
        var most = PanelMarks.Values(panel).DefaultIfEmpty(0).Max();
        return new
        {
            tooltip = new { trigger = "axis", axisPointer = new { type = "line", lineStyle = new { color = "var:--line" } } },
            // The script places them: how many fit beside each other only the browser knows.
            multiples = new { rowHeight = RowHeight },
            title = panel.Series.Select(series => new
            {
                text = marks.Name(panel, series),
                textStyle = new { color = PanelMarks.Colour(series), fontSize = 13, fontWeight = 600, overflow = "truncate" },
            }).ToList(),
            grid = panel.Series.Select(_ => new { containLabel = true }).ToList(),
            xAxis = panel.Series.Select((_, at) => PanelMarks.YearAxis(panel, at)).ToList(),
            yAxis = panel.Series.Select((_, at) => PanelMarks.ValueAxis(panel, at, Rounded(most))).ToList(),
            series = panel.Series.SelectMany((series, at) => marks.Line(panel, series, at, carriesBreaks: true, isNamedAtEnd: false)).ToList(),
        };
    }

    // A scale that ends on a round number, so that it is the same in every chart.
    private static decimal Rounded(decimal most)
    {
        if (most <= 0) return 1;
        var step = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)most)));
        return Math.Ceiling(most / step * 2) / 2 * step;
    }
}
