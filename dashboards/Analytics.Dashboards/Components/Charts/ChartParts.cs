// Parts that charts over years have in common: axes, bands at breaks, where a line is parted.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Components.Charts;

/// <summary>Pieces of ECharts options.</summary>
public static class ChartParts
{
    /// <summary>Whole years as numbers, so that a break can lie between two.</summary>
    /// <param name="grid">Of several, the one it belongs to.</param>
    public static object YearAxis(IReadOnlyList<int> years, int grid = 0) => new
    {
        type = "value",
        gridIndex = grid,
        min = years[0] - (years.Count == 1 ? 1 : 0),
        max = years[^1] + (years.Count == 1 ? 1 : 0),
        interval = 1,
        years = true,
        axisLabel = new { color = "var:--text-2", showMinLabel = true, showMaxLabel = true, hideOverlap = true },
        splitLine = new { show = false },
        axisLine = new { lineStyle = new { color = "var:--line" } },
        axisTick = new { show = false },
    };

    /// <summary>Values from zero, unless some lie below it; shares up to the whole.</summary>
    /// <param name="values">All that are drawn on it.</param>
    /// <param name="grid">Of several, the one it belongs to.</param>
    /// <param name="greatest">Where the axis is to end; null leaves it to the values.</param>
    public static object ValueAxis(string unit, IReadOnlyCollection<decimal> values, int grid = 0, decimal? greatest = null)
    {
        var isShare = unit == "%" && values.All(value => value <= 1);
        return new
        {
            type = "value",
            gridIndex = grid,
            min = values.Any(value => value < 0) ? (decimal?)null : 0,
            max = isShare ? 1 : greatest,
            interval = isShare ? 0.25m : (decimal?)null,
            minInterval = Metric.IsCountUnit(unit) ? 1 : (int?)null,
            percent = unit == "%",
            axisLine = new { show = false },
            axisTick = new { show = false },
            axisLabel = new { color = "var:--text-2", hideOverlap = true },
            splitLine = new { lineStyle = new { color = "var:--line" } },
            splitNumber = 4,
        };
    }

    /// <summary>A hatched band before each year in which something changes; null where nothing does.</summary>
    public static object? BreakBands(IReadOnlyList<Break> breaks) => breaks.Count == 0 ? null : new
    {
        silent = true,
        itemStyle = new { color = "var:--hatch", hatch = "var:--hatch-line" },
        label = new { show = true, position = "insideTop", color = "var:--text-2", fontSize = 11, formatter = "{b}" },
        data = breaks.Select(change => change.Year).Distinct().Select(year => new object[] { new { name = "┆", xAxis = year - 0.58 }, new { xAxis = year - 0.42 } }).ToList(),
    };

    /// <summary>Parts a row of years where one is missing or a break does not join.</summary>
    /// <param name="years">In order; those without a value are left out.</param>
    public static IEnumerable<IReadOnlyList<int>> Runs(IEnumerable<int> years, IReadOnlyList<Break> breaks)
    {
        var run = new List<int>();
        foreach (var year in years)
        {
            if (run.Count > 0 && (run[^1] + 1 != year || breaks.Any(change => change.Year == year && !change.Joins)))
            {
                yield return run;
                run = [];
            }
            run.Add(year);
        }
        if (run.Count > 0) yield return run;
    }
}
