// What is drawn is what people remember: every mark must be a printed number, and every gap a missing one.
using System.Globalization;
using System.Text.Json.Nodes;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Tests.Components.Charts;
using Analytics.Warehouse;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class CompareChartsTests
{
    private const string Evil = "{a}<script>alert(1)</script>{b}";

    [Fact]
    public async Task Line_has_no_point_where_nothing_was_reported()
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2018, 2020, [Gongshu], [], Value(Gongshu, 2018, 5), Value(Gongshu, 2020, 0)), CompareView.Line);
        var line = Assert.Single(option["series"]!.AsArray())!;

        Assert.Equal(["2018=5", "gap", "2020=0"], Points(line));
        Assert.False((bool)line["connectNulls"]!);
    }

    [Fact]
    public async Task Line_begins_and_ends_with_a_number_so_that_its_name_stands_at_its_end()
    {
        var line = await LineAsync(Of(Received, 2016, 2020, [Gongshu], [], Value(Gongshu, 2017, 5), Value(Gongshu, 2018, 6), Value(Gongshu, 2019, null)));

        Assert.Equal(["2017=5", "2018=6"], Points(line));
        Assert.True((bool)line["endLabel"]!["show"]!);
    }

    [Fact]
    public async Task Agency_without_any_number_has_neither_points_nor_a_name_at_the_edge()
    {
        var line = await LineAsync(Of(Received, 2019, 2020, [Gongshu], []));

        Assert.Empty(Points(line));
        Assert.False((bool)line["endLabel"]!["show"]!);
    }

    [Theory]
    [InlineData("blank", "印为空白")]
    [InlineData("unread", "未能读出")]
    public async Task What_is_reported_without_a_number_is_a_hollow_mark_and_a_gap_in_the_line(string state, string tip)
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2018, 2020, [Gongshu], [],
            Value(Gongshu, 2018, 5), Value(Gongshu, 2019, null, state: state), Value(Gongshu, 2020, 6)), CompareView.Line);
        var (line, marks) = (option["series"]![0]!, option["series"]![1]!);

        Assert.Equal(["2018=5", "gap", "2020=6"], Points(line));
        Assert.Equal(["2019=0"], Points(marks));
        Assert.Equal(("scatter", "emptyCircle"), ((string)marks["type"]!, (string)marks["symbol"]!));
        Assert.Equal("var:--surface", (string)marks["itemStyle"]!["color"]!);
        Assert.Equal(tip, (string)marks["data"]![0]!["tip"]!);
        Assert.Equal("2019/requests.received.total", (string)marks["data"]![0]!["source"]!);
    }

    [Fact]
    public async Task Hollow_mark_of_a_blank_is_told_from_a_zero_in_dispute()
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, [Gongshu], [],
            Value(Gongshu, 2019, 0, isDisputed: true), Value(Gongshu, 2020, null)), CompareView.Line);
        var disputed = option["series"]![0]!["data"]![0]!["itemStyle"]!;
        var blank = option["series"]![1]!["itemStyle"]!;

        // Both are hollow and stand on the axis: a dashed outline says dispute, so a blank must have a solid one.
        Assert.Equal("dashed", (string)disputed["borderType"]!);
        Assert.NotEqual("dashed", (string)blank["borderType"]!);
    }

    [Fact]
    public async Task Rate_in_dispute_is_a_dashed_mark_without_a_number()
    {
        var option = await Drawn.AsJsonAsync(Of(Disclosure, 2019, 2020, [Gongshu], [],
            Value(Gongshu, 2019, 0.5m, Disclosure, denominator: 50), Value(Gongshu, 2020, 0, Disclosure, isDisputed: true, denominator: 50)), CompareView.Line);
        var mark = Assert.Single(option["series"]![1]!["data"]!.AsArray())!;

        Assert.Equal(["2019=0.5"], Points(option["series"]![0]!));
        Assert.Equal("dashed", (string)mark["itemStyle"]!["borderType"]!);
        Assert.Contains("存疑", (string)mark["tip"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("%", (string)mark["tip"]!, StringComparison.Ordinal);
        Assert.Equal("2020/disclosure_rate", (string)mark["source"]!);
    }

    [Theory]
    [InlineData("licensing.decisions", "2020=1 2021=2")]
    [InlineData(Procurement, "2020=1 gap 2021=2")]
    public async Task Line_is_not_drawn_across_a_break_that_does_not_join(string metric, string points)
    {
        // A report of 2021 in the old form has the metric although the form of that year has not.
        var panel = Of(metric, 2020, 2021, [Gongshu], [], Value(Gongshu, 2020, 1, metric), Value(Gongshu, 2021, 2, metric));
        Assert.Single(panel.Breaks);

        Assert.Equal(points, string.Join(' ', Points(await LineAsync(panel))));
    }

    [Fact]
    public async Task Every_year_of_a_break_has_one_band_between_it_and_the_year_before()
    {
        var panel = Of(Received, 2019, 2023, [Gongshu, Chaoyang],
            [
                new RegionChange(Gongshu.Code, new DateOnly(2021, 4, 9), "merge", "one"),
                new RegionChange(Gongshu.Code, new DateOnly(2023, 4, 9), "merge", "two"),
            ], Value(Gongshu, 2019, 1), Value(Chaoyang, 2019, 1));
        var series = (await Drawn.AsJsonAsync(panel, CompareView.Line))["series"]!.AsArray();

        var bands = series[0]!["markArea"]!["data"]!.AsArray().Select(band => ((double)band![0]!["xAxis"]!, (double)band[1]!["xAxis"]!)).ToList();
        Assert.Equal(2, bands.Count);
        Assert.All(bands.Zip([2021, 2023]), pair => Assert.True(pair.Second - 1 < pair.First.Item1 && pair.First.Item1 < pair.First.Item2 && pair.First.Item2 < pair.Second));
        Assert.All(series.Skip(1), other => Assert.Null(other!["markArea"]));
    }

    [Theory]
    [InlineData(CompareView.Line)]
    [InlineData(CompareView.Bar)]
    public async Task Number_in_dispute_is_drawn_as_printed_with_a_dashed_outline(CompareView view)
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, [Gongshu], [], Value(Gongshu, 2019, 7, isDisputed: true), Value(Gongshu, 2020, 8)), view);
        var (disputed, sound) = (option["series"]![0]!["data"]![0]!, option["series"]![0]!["data"]![1]!);

        Assert.Equal(("dashed", "var:--surface", 2), ((string)disputed["itemStyle"]!["borderType"]!, (string)disputed["itemStyle"]!["color"]!, (int)disputed["itemStyle"]!["borderWidth"]!));
        Assert.Equal("7 件，存疑", (string)disputed["tip"]!);
        Assert.Equal("solid", (string)sound["itemStyle"]!["borderType"]!);
        Assert.Equal("8 件", (string)sound["tip"]!);
    }

    [Theory]
    [InlineData(CompareView.Line)]
    [InlineData(CompareView.Bar)]
    public async Task Axis_begins_at_zero_and_counts_have_whole_steps(CompareView view)
    {
        var axis = (await Drawn.AsJsonAsync(Of(Received, 2019, 2020, Value(Gongshu, 2019, 900), Value(Gongshu, 2020, 910)), view))["yAxis"]!;

        Assert.Equal((0, 1), ((int)axis["min"]!, (int)axis["minInterval"]!));
        Assert.Null(axis["max"]);
        Assert.False((bool)axis["percent"]!);
    }

    [Theory]
    [InlineData(CompareView.Line)]
    [InlineData(CompareView.Bar)]
    public async Task Axis_of_a_rate_runs_from_none_to_all_in_per_cent(CompareView view)
    {
        var axis = (await Drawn.AsJsonAsync(Of(Disclosure, 2019, 2020, Value(Gongshu, 2019, 0.9m, Disclosure), Value(Gongshu, 2020, 0.91m, Disclosure)), view))["yAxis"]!;

        Assert.Equal((0, 1, true), ((int)axis["min"]!, (int)axis["max"]!, (bool)axis["percent"]!));
    }

    [Theory]
    [InlineData(CompareView.Line, 2019, 2020)]
    [InlineData(CompareView.Bar, 2019, 2020)]
    [InlineData(CompareView.Bar, 2020, 2020)]
    public async Task Negative_number_lies_within_the_axis(CompareView view, int first, int last)
    {
        var option = await Drawn.AsJsonAsync(Of(Change, first, last, [Gongshu], [], Enumerable.Range(first, last - first + 1).Select(year => Value(Gongshu, year, -93, Change)).ToArray()), view);

        Assert.All(ValueAxes(option), axis => Assert.True(axis["min"] is null || (double)axis["min"]! <= -93, $"The axis begins at {axis["min"]}."));
    }

    [Theory]
    [InlineData(CompareView.Line)]
    [InlineData(CompareView.Bar)]
    public async Task Rate_above_all_lies_within_the_axis(CompareView view)
    {
        // More disputes than requests closed are possible: they are not the same cohort.
        var option = await Drawn.AsJsonAsync(Of("dispute_rate", 2019, 2020, [Gongshu], [],
            Value(Gongshu, 2019, 1.4m, "dispute_rate", denominator: 50), Value(Gongshu, 2020, 0.5m, "dispute_rate", denominator: 50)), view);

        Assert.All(ValueAxes(option), axis => Assert.True(axis["max"] is null || (double)axis["max"]! >= 1.4, $"The axis ends at {axis["max"]}."));
    }

    [Theory]
    [InlineData(CompareView.Line)]
    [InlineData(CompareView.Bar)]
    public async Task Every_mark_names_its_source_its_agency_its_year_and_its_text(CompareView view)
    {
        var panel = Of(Procurement, 2019, 2020, Value(Gongshu, 2019, 3336.05m, Procurement), Value(Gongshu, 2020, 0, Procurement),
            Value(Chaoyang, 2019, null, Procurement), Value(Chaoyang, 2020, 1234567, Procurement));
        var marks = (await Drawn.AsJsonAsync(panel, view))["series"]!.AsArray().SelectMany(series => series!["data"]!.AsArray()).Where(mark => mark!["source"] is not null).ToList();

        Assert.Equal(
            [
                (2019, "拱墅区教育局", "2019 年", "3,336.05 万元"), (2020, "拱墅区教育局", "2020 年", "0 万元"),
                (12019, "朝阳区教育委员会", "2019 年", "印为空白"), (12020, "朝阳区教育委员会", "2020 年", "1,234,567 万元"),
            ],
            marks.Select(mark => (SourceKey.Parse((string)mark!["source"]!)!.Value.Report, (string)mark["name"]!, (string)mark["head"]!, (string)mark["tip"]!)).Order());
        Assert.All(marks, mark => Assert.Equal(Procurement, SourceKey.Parse((string)mark!["source"]!)!.Value.Metric.Value));
    }

    [Fact]
    public async Task Amount_without_a_unit_is_pale_and_says_so()
    {
        var line = await LineAsync(Of(Procurement, 2019, 2020, [Gongshu], [], Value(Gongshu, 2019, 5, Procurement, hasUnit: false), Value(Gongshu, 2020, 5, Procurement)));

        Assert.EndsWith("单位未注明", (string)line["data"]![0]!["tip"]!, StringComparison.Ordinal);
        Assert.True((double)line["data"]![0]!["itemStyle"]!["opacity"]! < (double)line["data"]![1]!["itemStyle"]!["opacity"]!);
    }

    [Fact]
    public async Task Amount_without_a_unit_is_not_given_one()
    {
        var line = await LineAsync(Of(Procurement, 2019, 2019, [Gongshu], [], Value(Gongshu, 2019, 5, Procurement, hasUnit: false)));

        Assert.DoesNotContain("万元", (string)line["data"]![0]!["tip"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_of_few_is_pale_and_says_of_how_many()
    {
        var line = await LineAsync(Of(Disclosure, 2019, 2020, [Gongshu], [],
            Value(Gongshu, 2019, 0.444444m, Disclosure, denominator: 9), Value(Gongshu, 2020, 0.5m, Disclosure, denominator: 50)));

        Assert.Equal("44.4%，分母仅 9，不宜比较", (string)line["data"]![0]!["tip"]!);
        Assert.True((double)line["data"]![0]!["itemStyle"]!["opacity"]! < (double)line["data"]![1]!["itemStyle"]!["opacity"]!);
    }

    [Fact]
    public async Task Scope_is_named_where_it_tells_lines_apart()
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, [Gongshu], [], Value(Gongshu, 2019, 1), Value(Gongshu, 2019, 2, scope: "level")), CompareView.Line);
        Assert.Equal(["拱墅区教育局（本机关）", "拱墅区教育局（本级）"], Names(option));

        option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, Value(Gongshu, 2019, 1, scope: "level")), CompareView.Line);
        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会"], Names(option));
    }

    [Fact]
    public async Task Single_year_has_a_bar_for_each_agency_with_its_number_or_the_reason_why_there_is_none()
    {
        var silent = Agency("140900.教育局", "忻州市教育局", "忻州市");
        var option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, [Gongshu, Chaoyang, silent, Agency("140902.教育局", "忻府区教育局", "忻府区")], [],
            Value(Gongshu, 2020, 1234, isDisputed: true), Value(Chaoyang, 2020, null), Value(Agency("140902.教育局", "忻府区教育局", "忻府区"), 2020, 0)), CompareView.Bar);
        var bars = Assert.Single(option["series"]!.AsArray())!["data"]!.AsArray();

        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会", "忻州市教育局", "忻府区教育局"], option["yAxis"]!["data"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["1,234 ⚠", "印为空白", "未报告", "0"], bars.Select(bar => (string)bar!["label"]!["formatter"]!));
        Assert.Equal(["1234", "0", "0", "0"], bars.Select(bar => bar!["value"]?.ToString()));
        Assert.Equal([true, true, false, true], bars.Select(bar => bar!["source"] is not null));
        Assert.Equal(0, (int)option["xAxis"]!["min"]!);
    }

    [Fact]
    public async Task Bars_of_several_years_stand_for_the_years_there_are_reports_of()
    {
        var panel = Of(Received, 2017, 2021, Value(Gongshu, 2019, 1), Value(Chaoyang, 2019, 2), Value(Chaoyang, 2021, 3));
        var option = await Drawn.AsJsonAsync(panel, CompareView.Bar);

        Assert.Equal(["2019", "2021"], option["xAxis"]!["data"]!.AsArray().Select(year => (string)year!));
        Assert.Equal(["1", null, "2", "3"], option["series"]!.AsArray().SelectMany(series => series!["data"]!.AsArray()).Select(bar => bar!["value"]?.ToString()));
        // The change of form of 2021 stands between the two.
        Assert.Equal(0.5, (double)Assert.Single(option["series"]![0]!["markLine"]!["data"]!.AsArray())!["xAxis"]!);
    }

    [Fact]
    public async Task Break_between_two_bars_is_drawn_though_nobody_reported_in_its_year()
    {
        var panel = Of(Received, 2019, 2022, [Gongshu], [], Value(Gongshu, 2019, 1), Value(Gongshu, 2022, 3));
        Assert.Equal(2021, Assert.Single(panel.Breaks).Year);

        var line = (await Drawn.AsJsonAsync(panel, CompareView.Bar))["series"]![0]!["markLine"]!["data"]!.AsArray();
        Assert.Equal([0.5], line.Select(mark => (double)mark!["xAxis"]!));
    }

    [Fact]
    public async Task Zero_blank_and_absent_look_different_as_bars_of_several_years()
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2017, 2020, [Gongshu, Chaoyang], [],
            Value(Gongshu, 2017, 5), Value(Gongshu, 2018, 0), Value(Gongshu, 2019, null), Value(Chaoyang, 2020, 1)), CompareView.Bar);

        // What stands there of one agency and year without a pointer having to find it: bars with a height, labels, points.
        string Look(int year) => string.Join(' ',
            from series in option["series"]!.AsArray()
            from mark in series!["data"]!.AsArray()
            where (string?)mark!["name"] == Gongshu.ShortName && (string?)mark["head"] == $"{year} 年"
            let isBar = (string)series["type"]! == "bar"
            where mark["label"] is not null || (isBar ? mark["value"] is { } value && (double)value != 0 : mark["value"] is not null)
            select isBar ? $"bar {mark["label"]?.ToJsonString()}" : $"{series["symbol"]} {mark["symbol"]} {series["itemStyle"]?.ToJsonString()} {mark["itemStyle"]?.ToJsonString()}");

        Assert.NotEqual("", Look(2017));
        Assert.Equal(3, new[] { Look(2018), Look(2019), Look(2020) }.Distinct().Count());
    }

    [Theory]
    [InlineData(CompareView.Line, 2020)]
    [InlineData(CompareView.Bar, 2020)]
    [InlineData(CompareView.Bar, 2019)]
    public async Task Agencys_name_is_data_and_never_a_template_or_markup(CompareView view, int first)
    {
        var evil = Agency("330105.x", Evil, "拱墅区");
        var option = await Drawn.AsJsonAsync(Of(Received, first, 2020, [evil, Chaoyang], [],
            Enumerable.Range(first, 2021 - first).Select(year => Value(evil, year, 1)).Append(Value(Chaoyang, 2020, null)).ToArray()), view);

        // It stands where plain text stands, and the chart's script escapes what it puts into its tooltip.
        var places = Strings(option).Where(text => text.Value.Contains(Evil, StringComparison.Ordinal)).Select(text => text.Name).Distinct().ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Contains(place, new[] { "name", "data" }));
        // No label is made from a template that a name could extend.
        Assert.All(Strings(option).Where(text => text.Name == "formatter"), text => Assert.Contains(text.Value, new[] { "{a}", "{b}", "1", "／", "印为空白" }));
        Assert.All(Strings(option).Where(text => text.Name == "tip"), text => Assert.DoesNotContain("script", text.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_lines_than_colours_have_a_legend_instead_of_guesses()
    {
        var nine = Enumerable.Range(0, 9).Select(i => Agency($"{i:000000}.教育局", $"第{i}教育局", "")).ToList();
        async Task<bool> HasLegend(int count) => (bool)(await Drawn.AsJsonAsync(
            Of(Received, 2019, 2020, nine.Take(count).ToList(), [], nine.Take(count).Select(agency => Value(agency, 2020, 1)).ToArray()), CompareView.Line))["legend"]!["show"]!;

        Assert.False(await HasLegend(8));
        Assert.True(await HasLegend(9));
    }

    [Fact]
    public void Years_with_reports_decide_between_lines_and_bars()
    {
        var one = Of(Received, 2019, 2024, Value(Gongshu, 2020, 1), Value(Chaoyang, 2020, 1));
        var two = Of(Received, 2019, 2024, Value(Gongshu, 2020, 1), Value(Chaoyang, 2021, 1));

        Assert.Equal(CompareView.Bar, CompareCharts.Resolve(CompareView.Auto, [one]));
        Assert.Equal(CompareView.Line, CompareCharts.Resolve(CompareView.Auto, [one, two]));
        Assert.Equal(CompareView.Bar, CompareCharts.Resolve(CompareView.Bar, [two]));
        Assert.Equal(CompareView.Line, CompareCharts.Resolve(CompareView.Line, [one]));
    }

    private static async Task<JsonNode> LineAsync(ComparePanel panel) => (await Drawn.AsJsonAsync(panel, CompareView.Line))["series"]![0]!;

    // 2020=5 for a point, gap for one without a value.
    private static IEnumerable<string> Points(JsonNode series) => series["data"]!.AsArray().Select(point => point!["value"]![1] is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{point["value"]![0]}={value}")
        : "gap");

    private static IEnumerable<string> Names(JsonNode option) => option["series"]!.AsArray().Select(series => (string)series!["name"]!);

    private static IEnumerable<JsonNode> ValueAxes(JsonNode option) =>
        new[] { option["xAxis"]!, option["yAxis"]! }.Where(axis => (string)axis["type"]! == "value" && axis["years"] is null);

    // Every text of an option with the name of the property it stands in.
    private static IEnumerable<(string Name, string Value)> Strings(JsonNode? node, string name = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Strings(field.Value, field.Key)),
        JsonArray items => items.SelectMany(item => Strings(item, name)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };
}
