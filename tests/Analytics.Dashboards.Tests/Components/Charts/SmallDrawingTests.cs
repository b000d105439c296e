// Small charts keep the rules of the large ones: what is not a number is not drawn as one, and what does not follow is not joined.
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Tests.Components.Charts;

public sealed class SmallDrawingTests
{
    private static readonly MetricKey Received = new("requests.received.total");

    [Fact]
    public void Years_that_follow_each_other_are_joined_and_a_gap_is_not()
    {
        var drawing = Draw([Number(2019, 1), Number(2020, 2), Absent(2021), Number(2022, 3), Number(2023, 4)]);

        Assert.Equal(2, Segments(drawing));
        Assert.Equal(4, drawing.QuerySelectorAll(".point").Length);
    }

    [Fact]
    public void A_break_that_does_not_join_parts_the_line_and_one_that_joins_is_only_marked()
    {
        Point[] points = [Number(2020, 1), Number(2021, 2)];

        Assert.Equal(0, Segments(Draw(points, new Break(2021, "2021 年新增此项", Joins: false))));
        var joined = Draw(points, new Break(2021, "2021 年起改用新表式", Joins: true));
        Assert.Equal(1, Segments(joined));
        Assert.Equal("2021 年起改用新表式", joined.QuerySelector(".break title")!.TextContent);
    }

    [Fact]
    public void A_blank_is_a_hollow_point_on_the_axis_and_a_zero_a_full_one()
    {
        var drawing = Draw([Number(2019, 5), Number(2020, 0), Empty(2021, PointState.Blank), Empty(2022, PointState.Unread)]);
        var marks = drawing.QuerySelectorAll(".point").Select(point => point.QuerySelectorAll("circle")[^1]).ToList();

        Assert.Equal(["var(--series-0)", "var(--series-0)", "var(--surface)", "var(--surface)"], marks.Select(mark => mark.GetAttribute("fill")));
        Assert.Equal(marks[1].GetAttribute("cy"), marks[2].GetAttribute("cy"));
        Assert.Equal("var(--warning)", marks[3].GetAttribute("stroke"));
    }

    [Fact]
    public void What_is_disputed_has_a_dashed_outline_and_what_is_small_is_faint()
    {
        var drawing = Draw([Number(2019, 5) with { IsDisputed = true }, Number(2020, 5) with { IsSmall = true }, Number(2021, 5)]);
        var marks = drawing.QuerySelectorAll(".point").Select(point => point.QuerySelectorAll("circle")[^1]).ToList();

        Assert.Equal([true, false, false], marks.Select(mark => mark.HasAttribute("stroke-dasharray")));
        Assert.Equal([null, ".45", null], marks.Select(mark => mark.GetAttribute("opacity")));
    }

    [Fact]
    public void A_point_names_its_report_and_metric_and_says_its_value()
    {
        var point = Draw([Number(2020, 7)]).QuerySelector(".point")!;

        Assert.Equal("2020/requests.received.total", point.GetAttribute("data-source"));
        Assert.Equal("2020=7", point.QuerySelector("title")!.TextContent);
        Assert.False(Svg(new SmallDrawing([Number(2020, 7)], [], "件") { Label = "x", Tip = _ => "" }).QuerySelector(".point")!.HasAttribute("data-source"));
    }

    [Fact]
    public void Texts_are_escaped()
    {
        var drawing = Svg(new SmallDrawing([Number(2020, 7)], [new Break(2021, "<b>", true)], "件") { Label = "\"><script>", Tip = _ => "<i>" });

        Assert.Equal("\"><script>", drawing.GetAttribute("aria-label"));
        Assert.Equal("<i>", drawing.QuerySelector("title")!.TextContent);
        Assert.Empty(drawing.QuerySelectorAll("script, i, b"));
    }

    [Fact]
    public void Charts_of_one_axis_draw_the_same_value_at_the_same_height()
    {
        var axis = SmallDrawing.AxisOf([Number(2019, 3), Number(2020, 30)], "件");
        string Height(decimal other) => Svg(new SmallDrawing([Number(2019, 3), Number(2020, other)], [], "件") { Label = "x", Tip = _ => "", Axis = axis }).QuerySelector(".point circle:last-child")!.GetAttribute("cy")!;

        Assert.Equal((0m, 30m), axis);
        Assert.Equal(Height(3), Height(30));
    }

    [Fact]
    public void An_axis_begins_at_zero_reaches_below_it_for_changes_and_shows_a_share_of_the_whole()
    {
        Assert.Equal((0m, 9m), SmallDrawing.AxisOf([Number(2019, 5), Number(2020, 9)], "件"));
        Assert.Equal((-4m, 0m), SmallDrawing.AxisOf([Number(2019, -4)], "项"));
        Assert.Equal((0m, 1m), SmallDrawing.AxisOf([Number(2019, 0.7m)], "%"));
        Assert.Equal((0m, 0.04m), SmallDrawing.AxisOf([Number(2019, 0.04m)], "%"));
    }

    [Fact]
    public void A_sparkline_has_no_words() =>
        Assert.Empty(Svg(new SmallDrawing([Number(2019, 1), Number(2020, 2)], [], "件") { Label = "x", Tip = _ => "", IsBare = true, Width = 80, Height = 20 }).QuerySelectorAll("text"));

    private static int Segments(IElement drawing) => drawing.QuerySelector("path.line")?.GetAttribute("d")!.Count(c => c == 'L') ?? 0;

    private static Point Number(int year, decimal value) => new(year, PointState.Number, value, null, false, false, true, year);

    private static Point Empty(int year, PointState state) => new(year, state, null, null, false, false, true, year);

    private static Point Absent(int year) => new(year, PointState.Absent, null, null, false, false, true, null);

    private static IElement Draw(IReadOnlyList<Point> points, params Break[] breaks) => Svg(new SmallDrawing(points, breaks, "件")
    {
        Label = "收到申请",
        Tip = point => string.Create(CultureInfo.InvariantCulture, $"{point.Year}={point.Value}"),
        Metric = Received,
    });

    private static IElement Svg(SmallDrawing drawing) => new HtmlParser().ParseDocument(drawing.Write()).QuerySelector("svg")!;
}
