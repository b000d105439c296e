// The flow and the disputes of an agency as ECharts options.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Formatting;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>Options of an agency's page.</summary>
public sealed class AgencyCharts(MetricNames names, IStringLocalizer<Texts> texts)
{
    /// <summary>Colours of results in the order of the form.</summary>
    public static readonly IReadOnlyList<int> ResultColours = [0, 1, 5, 6];

    private const int ColoursOfSeries = 8;

    /// <summary>Applicants on the left, outcomes on the right; what is zero has no band.</summary>
    public object Option(Flow flow)
    {
        var links = flow.Drawn.Select(link => (link.Applicant, link.Outcome, colour: flow.Applicants.ToList().IndexOf(link.Applicant), point: link.Point)).ToList();
        var head = texts["Compare.YearHead", flow.Year].Value;
        return new
        {
            tooltip = new { trigger = "item" },
            series = new object[]
            {
                new
                {
                    type = "sankey",
                    left = 4,
                    right = 4,
                    top = 8,
                    bottom = 8,
                    nodeWidth = 10,
                    nodeGap = 16,
                    draggable = false,
                    // In the order of the form.
                    layoutIterations = 0,
                    emphasis = new { focus = "adjacency" },
                    data = links.GroupBy(link => link.Applicant, StringComparer.Ordinal)
                        .Select(group => Node(group.Key, texts["Applicant." + group.Key], group.Sum(link => link.point.Value!.Value), $"var:--series-{group.First().colour % ColoursOfSeries}", "right"))
                        .Concat(links.GroupBy(link => link.Outcome, StringComparer.Ordinal).OrderBy(group => flow.Outcomes.ToList().IndexOf(group.Key))
                            .Select(group => Node(group.Key, names.Of($"{group.Key}.{Flow.Total}"), group.Sum(link => link.point.Value!.Value), "var:--text-2", "left"))).ToList(),
                    links = links.Select(link => new
                    {
                        source = link.Applicant,
                        target = link.Outcome,
                        value = link.point.Value,
                        name = texts["Agency.FromTo", texts["Applicant." + link.Applicant].Value, names.Of($"{link.Outcome}.{Flow.Total}")].Value,
                        head,
                        tip = PointTexts.Tip(texts, link.point, names.UnitOf(Flow.Key(link.Applicant, link.Outcome))),
                        cell = new SourceKey(link.point.ReportId!.Value, Flow.Key(link.Applicant, link.Outcome)).ToString(),
                        lineStyle = new
                        {
                            color = link.point.IsDisputed ? "var:--warning" : $"var:--series-{link.colour % ColoursOfSeries}",
                            opacity = link.point.IsDisputed ? 0.6 : 0.32,
                            curveness = 0.5,
                        },
                    }).ToList(),
                },
            },
        };
    }

    /// <summary>Room for the name of each outcome.</summary>
    public static int HeightOf(Flow flow) => Math.Max(240, 160 + (22 * flow.Drawn.Select(link => link.Outcome).Distinct(StringComparer.Ordinal).Count()));

    /// <summary>A bar a year, stacked by result; all kinds stand on the same axis.</summary>
    /// <param name="most">The highest stack of any kind.</param>
    public object Option(DisputeKind kind, decimal most) => new
    {
        grid = new { left = 4, right = 8, top = 16, bottom = 4, containLabel = true },
        tooltip = new { trigger = "axis", axisPointer = new { type = "shadow" } },
        xAxis = new
        {
            type = "category",
            // A year without a report says so: it has no bar, like one with zeros.
            data = kind.Results[0].Points.Select(point => point.Year.ToString(CultureInfo.InvariantCulture) + (IsReported(kind, point.Year) ? "" : "\n—")).ToList(),
            axisLabel = new { color = "var:--text-2" },
            axisLine = new { lineStyle = new { color = "var:--line" } },
            axisTick = new { show = false },
        },
        yAxis = new
        {
            type = "value",
            min = 0,
            max = Math.Ceiling(Math.Max(most, 1) / Step(most)) * Step(most),
            interval = Step(most),
            axisLabel = new { color = "var:--text-2", hideOverlap = true },
            splitLine = new { lineStyle = new { color = "var:--line" } },
        },
        series = kind.Parts.Select((part, index) => new
        {
            type = "bar",
            stack = kind.Line,
            barMaxWidth = 32,
            name = texts["DisputeResult." + part.Metric.Column].Value,
            itemStyle = new { color = Colour(index) },
            data = part.Points.Select(point => new
            {
                value = point.State == PointState.Absent ? (decimal?)null : point.Value ?? 0,
                name = texts["DisputeResult." + part.Metric.Column].Value,
                head = texts["Compare.YearHead", point.Year].Value,
                tip = point.State == PointState.Absent ? null : PointTexts.Tip(texts, point, names.UnitOf(part.Metric)),
                order = point.Value,
                source = point.ReportId is { } report ? new SourceKey(report, part.Metric).ToString() : null,
                itemStyle = point.IsDisputed
                    ? new { color = "var:--surface", borderColor = Colour(index), borderWidth = 2, borderType = "dashed" }
                    : null,
            }).ToList(),
        }).ToList(),
    };

    // About four steps of 1, 2 or 5 and their tens.
    private static decimal Step(decimal most)
    {
        var ten = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)Math.Max(most, 1))));
        return Math.Max(1, new[] { ten / 10, ten / 5, ten / 2, ten, ten * 2 }.First(step => step * 5 >= most));
    }

    private static object Node(string name, string label, decimal value, string colour, string position) => new
    {
        name,
        itemStyle = new { color = colour, borderWidth = 0 },
        label = new { formatter = $"{label} {Numbers.Show(value, "")}", color = "var:--text", position, fontSize = 12 },
    };

    private static string Colour(int index) => $"var:--series-{ResultColours[index % ResultColours.Count]}";

    private static bool IsReported(DisputeKind kind, int year) => kind.Results.Any(result => result.Points.Any(point => point.Year == year && point.State != PointState.Absent));
}
