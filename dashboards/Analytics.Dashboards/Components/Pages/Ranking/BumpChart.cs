// Ranks over years as lines with names at their ends. A line is parted by a year without a rank, a new form and a new territory.
using System.Globalization;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>Options of the bump chart.</summary>
public sealed class BumpChart(IStringLocalizer<Texts> texts, MetricNames names)
{
    // Ranks beyond it stand together on a line below.
    private const int LastShown = 16;

    /// <summary>In CSS pixels.</summary>
    public static int Height(Bump bump) => 80 + (28 * (Shown(bump) + 1));

    /// <summary>Years that are not compared with the ones before, in words.</summary>
    public IEnumerable<string> Breaks(Bump bump) =>
    [
        .. bump.Points.Where(point => point.IsOtherForm).Select(point => point.Year).Distinct().Order().Select(year => texts["Ranking.BreakForm", year].Value),
        .. bump.Points.Where(point => point.IsOtherRegion).Select(point => texts["Ranking.BreakRegion", point.Year, point.AgencyName].Value),
    ];

    /// <summary>The option; <paramref name="colours"/> keeps an agency's colour.</summary>
    public object Option(Bump bump, EntityColours colours) => new
    {
        grid = new { left = 8, right = 190, top = 16, bottom = 8, containLabel = true },
        narrow = new { grid = new { right = 16, top = 56 } },
        legend = new { show = false, type = "scroll", top = 0, left = 0, textStyle = new { color = "var:--text" }, pageIconColor = "var:--accent", pageTextStyle = new { color = "var:--text-2" } },
        tooltip = new { trigger = "axis", axisPointer = new { type = "line", lineStyle = new { color = "var:--line" } } },
        xAxis = new
        {
            type = "value",
            min = bump.Years[0] - (bump.Years.Count == 1 ? 1 : 0),
            max = bump.Years[^1] + (bump.Years.Count == 1 ? 1 : 0),
            interval = 1,
            years = true,
            axisLabel = new { color = "var:--text-2", showMinLabel = true, showMaxLabel = true, hideOverlap = true },
            splitLine = new { show = false },
            axisLine = new { show = false },
            axisTick = new { show = false },
        },
        yAxis = new
        {
            type = "value",
            inverse = true,
            min = 0,
            max = Shown(bump) + 1,
            interval = 1,
            ranks = Shown(bump),
            axisLine = new { show = false },
            axisTick = new { show = false },
            axisLabel = new { color = "var:--text-2" },
            splitLine = new { lineStyle = new { color = "var:--line" } },
        },
        series = bump.Points.GroupBy(point => point.Agency, StringComparer.Ordinal).Select((line, index) => Line(bump, line.ToList(), colours, index == 0)).ToList(),
    };

    private static int Shown(Bump bump) => (int)Math.Clamp(bump.Points.Select(point => point.Rank).DefaultIfEmpty(1).Max(), 1, LastShown);

    private object Line(Bump bump, List<RankPoint> line, EntityColours colours, bool carriesBreaks)
    {
        var colour = $"var:--series-{colours.Of(line[0].Agency) % 8}";
        return new
        {
            type = "line",
            name = line[0].AgencyName,
            connectNulls = false,
            symbolSize = 11,
            showAllSymbol = true,
            lineStyle = new { width = 2.5, color = colour },
            itemStyle = new { color = colour },
            endLabel = new { show = true, formatter = "{a}", color = colour, distance = 10, width = 176, overflow = "truncate" },
            labelLayout = new { moveOverlap = "shiftY" },
            emphasis = new { focus = "series" },
            data = Parted(line).Select(point => point is null ? new { value = new object?[] { null, null } } : Item(bump, point)).ToList(),
            markArea = carriesBreaks ? Bands(bump) : null,
        };
    }

    // An empty point parts the line.
    private static IEnumerable<RankPoint?> Parted(List<RankPoint> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0 && (line[i].Year != line[i - 1].Year + 1 || line[i].IsOtherForm || line[i].IsOtherRegion)) yield return null;
            yield return line[i];
        }
    }

    private object Item(Bump bump, RankPoint point)
    {
        var isBeyond = point.Rank > Shown(bump);
        return new
        {
            value = new object?[] { point.Year, Math.Min(point.Rank, Shown(bump) + 1) },
            symbol = isBeyond ? "emptyCircle" : "circle",
            name = point.AgencyName,
            head = texts["Compare.YearHead", point.Year].Value,
            tip = Tip(bump, point),
            order = -point.Rank,
            source = string.Create(CultureInfo.InvariantCulture, $"{point.ReportId}/{bump.Question.Metric}"),
        };
    }

    private string Tip(Bump bump, RankPoint point)
    {
        var unit = names.UnitOf(bump.Question.Metric);
        return texts["Ranking.BumpTip", point.Rank, Numbers.Show(point.Value, unit) + (unit == "%" ? "" : " " + unit)];
    }

    private static object? Bands(Bump bump)
    {
        var years = bump.Points.Where(point => point.IsOtherForm || point.IsOtherRegion).Select(point => point.Year).Distinct().ToList();
        return years.Count == 0 ? null : new
        {
            silent = true,
            itemStyle = new { color = "var:--hatch", hatch = "var:--hatch-line" },
            label = new { show = true, position = "insideTop", color = "var:--text-2", fontSize = 11, formatter = "{b}" },
            data = years.Select(year => new object[] { new { name = "┆", xAxis = year - 0.58 }, new { xAxis = year - 0.42 } }).ToList(),
        };
    }
}
