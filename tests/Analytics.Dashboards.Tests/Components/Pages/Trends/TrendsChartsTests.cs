// What is drawn of a group: nothing is joined across a year without values or a break that does not join.
using System.Globalization;
using System.Text.Json.Nodes;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Tests.Components.Charts;
using static Analytics.Dashboards.Tests.Components.Pages.Trends.Groups;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

public sealed class TrendsChartsTests
{
    private static readonly TrendsCharts Charts = new(new PanelMarks(PageServices.Texts), PageServices.Texts, new GroupWords(PageServices.Texts));

    [Fact]
    public async Task Series_that_are_not_comparable_are_not_joined()
    {
        var trend = Of([Year(2019, 4), Year(2020, 5), Year(2021, 6), Year(2022, 7)], [new Break(2021, "新表式", Joins: false)], [Line([2019, 2020, 2021, 2022], Value(2020, 8), Value(2021, 9))]);

        var option = await Drawn.AsJsonAsync(Charts.Band(trend));

        Assert.Equal([["2019", "2020"], ["2021", "2022"]], Bands(option).Select(band => Points(band).Select(point => point[..4]).ToArray()));
        Assert.Equal(["2019=4", "2020=5", "gap", "2021=6", "2022=7"], Points(Named(option, "中位数")));
        Assert.Equal(["2020=8", "gap", "2021=9"], Points(Named(option, "拱墅区教育局")));
    }

    [Fact]
    public async Task Break_across_which_a_series_goes_on_is_a_visible_band_and_the_line_goes_on()
    {
        var option = await Drawn.AsJsonAsync(Charts.Band(Of([Year(2020, 5), Year(2021, 6)], [new Break(2021, "新表式", Joins: true)])));

        Assert.Equal(["2020=5", "2021=6"], Points(Named(option, "中位数")));
        var area = Assert.Single(option["series"]!.AsArray(), series => series!["markArea"] is not null)!["markArea"]!;
        var band = Assert.Single(area["data"]!.AsArray())!;
        Assert.InRange((double)band[0]!["xAxis"]!, 2020, 2021);
        Assert.InRange((double)band[1]!["xAxis"]!, (double)band[0]!["xAxis"]!, 2021);
        Assert.Equal("var:--hatch-line", (string)area["itemStyle"]!["hatch"]!);
    }

    [Fact]
    public async Task Year_in_which_nobody_counts_is_a_gap_in_median_band_and_sum()
    {
        var trend = Of([Year(2019, 4), Year(2020, null), Year(2021, 6)]);

        var option = await Drawn.AsJsonAsync(Charts.Band(trend));

        Assert.Equal(2, Bands(option).Count());
        Assert.Equal(["2019=4", "gap", "2021=6"], Points(Named(option, "中位数")));
        Assert.Equal(["2019=40", "gap", "2021=60"], Points(Named(await Drawn.AsJsonAsync(Charts.Total(trend)), "合计")));
    }

    [Fact]
    public async Task Pointer_tells_of_how_many_agencies_a_median_is_and_how_complete_a_sum()
    {
        var trend = Of([Year(2020, 5, new GroupCoverage(10, 21, 5))]);

        Assert.Equal("5 件（10 个机关）", Tip(Named(await Drawn.AsJsonAsync(Charts.Band(trend)), "中位数")));
        Assert.Equal("50 件（10 个机关合计，覆盖 16 / 21）", Tip(Named(await Drawn.AsJsonAsync(Charts.Total(trend)), "合计")));
        Assert.Equal("4 至 6 件", Tip(Bands(await Drawn.AsJsonAsync(Charts.Band(trend))).Single()));
    }

    [Fact]
    public async Task Blank_of_a_chosen_agency_is_a_hollow_mark_a_disputed_number_dashed_and_both_open_their_source()
    {
        int[] years = [2019, 2020, 2021];
        var trend = Of([Year(2019, 4), Year(2020, 5), Year(2021, 6)], lines: [Line(years, Value(2019, null, "blank"), Value(2020, 7, isDisputed: true))]);

        var own = (await Drawn.AsJsonAsync(Charts.Lines(trend)))["series"]!.AsArray().Where(series => (string?)series!["name"] == "拱墅区教育局").ToList();

        Assert.Equal(["2020=7"], Points(own[0]!));
        Assert.Equal("dashed", (string)own[0]!["data"]![0]!["itemStyle"]!["borderType"]!);
        Assert.Equal("2020/requests.received.total", (string)own[0]!["data"]![0]!["source"]!);
        Assert.Equal(("scatter", "emptyCircle"), ((string)own[1]!["type"]!, (string)own[1]!["symbol"]!));
        Assert.Equal("2019/requests.received.total", (string)own[1]!["data"]![0]!["source"]!);
    }

    [Fact]
    public async Task Small_charts_share_one_axis()
    {
        int[] years = [2019, 2020];
        var trend = Of([Year(2019, 4), Year(2020, 5)], lines: [Line(years, Value(2019, 3)), Line(years, Value(2020, 70))]);

        var ends = await Task.WhenAll(trend.Lines.Select(async line => (decimal)(await Drawn.AsJsonAsync(Charts.Small(trend, line)))["yAxis"]!["max"]!));

        Assert.Equal([100m, 100m], ends);
    }

    private static IEnumerable<JsonNode> Bands(JsonNode option) => option["series"]!.AsArray().Where(series => series!["band"] is not null)!;

    private static JsonNode Named(JsonNode option, string name) => option["series"]!.AsArray().First(series => (string?)series!["name"] == name)!;

    private static string Tip(JsonNode series) => (string)series["data"]![0]!["tip"]!;

    private static IEnumerable<string> Points(JsonNode series) => series["data"]!.AsArray().Select(point => point!["value"]![1] is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)point["value"]![0]!}={((decimal)value).ToString("0.##", CultureInfo.InvariantCulture)}")
        : "gap");
}
