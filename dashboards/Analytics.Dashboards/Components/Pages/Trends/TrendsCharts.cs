// A trend as ECharts options: the middle half of a group as a band, its median as a line, chosen agencies on top. Gaps where
// nothing was reported, hollow points for printed blanks, dashed outlines for what is disputed, hatched bands at breaks.
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Trends;

/// <summary>Options of the trends page's charts.</summary>
public sealed class TrendsCharts(PanelMarks marks, IStringLocalizer<Texts> texts, GroupWords words)
{
    private const string OfGroup = "var:--text";
    private const int LeastLabel = 80;
    private static readonly int[] LowerAndUpper = [1, 2];
    private static readonly decimal[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The group's band and median with the chosen agencies.</summary>
    public object Band(Trend trend) => Chart(
        trend, [.. Bands(trend), Median(trend, isThin: false), .. trend.Lines.SelectMany(line => Agency(trend, line, isNamed: true))], [.. GroupValues(trend), .. LineValues(trend)]);

    /// <summary>The chosen agencies, the median as a thin line.</summary>
    public object Lines(Trend trend) => Chart(
        trend, [Median(trend, isThin: true), .. trend.Lines.SelectMany(line => Agency(trend, line, isNamed: true))],
        [.. trend.CountedYears.Select(year => year.Spread!.Median).OfType<decimal>(), .. LineValues(trend)]);

    /// <summary>The group's sum.</summary>
    public object Total(Trend trend) => Chart(trend, [TotalLine(trend)], trend.CountedYears.Select(year => year.Spread!.Total).OfType<decimal>().ToList());

    /// <summary>One agency over the band, on the axis that all small charts share.</summary>
    public object Small(Trend trend, TrendLine line)
    {
        List<decimal> values = [.. GroupValues(trend), .. LineValues(trend)];
        return Chart(trend, [.. Bands(trend), Median(trend, isThin: true, isNamed: false), .. Agency(trend, line, isNamed: false)], values, isSmall: true);
    }

    private object Chart(Trend trend, IEnumerable<object> series, List<decimal> values, bool isSmall = false) => new
    {
        grid = new { left = 8, right = isSmall ? 16 : (trend.Lines.Count > 0 ? marks.LabelWidth(trend.Panel) : LeastLabel) + 12, top = 16, bottom = 8, containLabel = true },
        narrow = isSmall ? null : new { grid = new { right = 16, top = 56 } },
        legend = PanelMarks.Legend(show: false),
        tooltip = new { trigger = "axis", axisPointer = new { type = "line", lineStyle = new { color = "var:--line" } } },
        xAxis = ChartParts.YearAxis(trend.Panel.Years),
        yAxis = ChartParts.ValueAxis(trend.Unit, values, greatest: isSmall && values.Count > 0 ? Ceiling(values.Max()) : null),
        series = series.Prepend(Breaks(trend)).ToList(),
    };

    private IEnumerable<object> Agency(Trend trend, TrendLine line, bool isNamed) => marks.Line(trend.Panel, line.Series, 0, carriesBreaks: false, isNamed);

    private static object Breaks(Trend trend) => new { type = "scatter", silent = true, data = Array.Empty<object>(), markArea = ChartParts.BreakBands(trend.Panel.Breaks) };

    // Years with quartiles next to each other are one shape; its points are what the pointer tells.
    private IEnumerable<object> Bands(Trend trend)
    {
        var years = trend.CountedYears.ToDictionary(year => year.Year);
        return ChartParts.Runs(years.Keys.Order(), trend.Panel.Breaks).Select(run => new
        {
            type = "custom",
            band = true,
            name = texts["Trends.Quartiles"].Value,
            silent = true,
            encode = new { x = 0, y = LowerAndUpper },
            itemStyle = new { color = "var:--text-2", opacity = 0.18 },
            data = run.Select(year => years[year].Spread!).Select(spread => new
            {
                value = new object?[] { spread.Year, spread.LowerQuartile, spread.UpperQuartile },
                name = texts["Trends.Quartiles"].Value,
                head = Head(spread.Year),
                tip = texts["Trends.FromTo", Numbers.Show(spread.LowerQuartile ?? 0, trend.Unit), Amount(trend, spread.UpperQuartile ?? 0)].Value,
                order = spread.UpperQuartile,
            }).ToList(),
        });
    }

    private object Median(Trend trend, bool isThin, bool isNamed = true) => GroupLine(
        trend, texts["Trends.Median"], spread => spread.Median, year => texts["Trends.OfAgencies", Amount(trend, year.Spread!.Median ?? 0), year.Counted], isThin, isNamed);

    private object TotalLine(Trend trend) => GroupLine(
        trend, texts["Trends.Sum"], spread => spread.Total,
        year => texts["Trends.OfAgenciesCovered", Amount(trend, year.Spread!.Total ?? 0), year.Counted, words.Coverage(year.Coverage)], isThin: false, isNamed: true);

    private object GroupLine(Trend trend, string name, Func<GroupSpread, decimal?> value, Func<TrendYear, string> tip, bool isThin, bool isNamed)
    {
        var years = trend.CountedYears.Where(year => value(year.Spread!) is not null).ToDictionary(year => year.Year);
        return new
        {
            type = "line",
            name,
            connectNulls = false,
            symbol = "circle",
            symbolSize = isThin ? 5 : 8,
            showAllSymbol = true,
            lineStyle = new { width = isThin ? 1 : 2.5, color = OfGroup, type = isThin ? "dashed" : "solid" },
            itemStyle = new { color = OfGroup },
            endLabel = new { show = isNamed && years.Count > 0, formatter = "{a}", color = OfGroup, distance = 8, width = 120, overflow = "truncate" },
            // An empty point between two runs parts the line.
            data = ChartParts.Runs(years.Keys.Order(), trend.Panel.Breaks).SelectMany((run, index) => run.Select(year => (object)new
            {
                value = new object?[] { year, value(years[year].Spread!) },
                name,
                head = Head(year),
                tip = tip(years[year]),
                order = value(years[year].Spread!),
            }).Prepend(index == 0 ? null : Gap(run[0])).OfType<object>()).ToList(),
        };
    }

    private static object Gap(int year) => new { value = new object?[] { year, null } };

    private string Head(int year) => texts["Compare.YearHead", year];

    private static string Amount(Trend trend, decimal value) => Numbers.Show(value, trend.Unit) + (trend.Unit == "%" ? "" : " " + MetricNames.Unit(trend.Unit));

    private static IEnumerable<decimal> GroupValues(Trend trend) => trend.CountedYears
        .SelectMany(year => new[] { year.Spread!.LowerQuartile, year.Spread.Median, year.Spread.UpperQuartile }).OfType<decimal>();

    private static IEnumerable<decimal> LineValues(Trend trend) => trend.Lines.SelectMany(line => line.Series.Points).Select(point => point.Value).OfType<decimal>();

    // The next of 1, 2, 5 times a power of ten, so that an axis that is shared ends at a round number.
    private static decimal? Ceiling(decimal greatest)
    {
        if (greatest <= 0) return null;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)greatest)));
        return RoundSteps.Select(step => step * power).First(limit => limit >= greatest);
    }
}
