// Two points and a bar between them claim a change: only two numbers of one definition make one.
using System.Text.Json.Nodes;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Tests.Components.Charts;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class DumbbellChartTests
{
    [Fact]
    public async Task First_and_last_year_of_each_agency_are_joined_and_the_greatest_stands_first()
    {
        var series = await SeriesAsync(Of(Received, 2018, 2022, Value(Gongshu, 2019, 9), Value(Gongshu, 2021, 2), Value(Chaoyang, 2019, 3), Value(Chaoyang, 2020, 50), Value(Chaoyang, 2021, 8)));

        Assert.Equal(["3", "2"], series[0]!["data"]!.AsArray().Select(value => value!.ToString()));
        Assert.Equal(["5", "7"], series[1]!["data"]!.AsArray().Select(item => item!["value"]!.ToString()));
        Assert.Equal(["3,0", "9,1"], Points(series[2]!));
        Assert.Equal(["8,0", "2,1"], Points(series[3]!));
        Assert.Equal(("2019 年", "2021 年"), ((string)series[2]!["name"]!, (string)series[3]!["name"]!));
        Assert.Equal("2021/requests.received.total", (string)series[3]!["data"]![1]!["source"]!);
    }

    [Fact]
    public async Task Where_one_end_is_no_number_nothing_is_joined_and_the_row_says_what_there_is()
    {
        var series = await SeriesAsync(Of(Received, 2019, 2020, Value(Gongshu, 2019, 9), Value(Gongshu, 2020, null), Value(Chaoyang, 2020, 3)));

        Assert.All(series[1]!["data"]!.AsArray(), item => Assert.Null(item!["value"]));
        Assert.Equal(["3", "／"], series[3]!["data"]!.AsArray().Select(item => (string)item!["label"]!["formatter"]!));
    }

    [Fact]
    public async Task Across_a_break_that_does_not_join_there_is_no_bar()
    {
        var panel = Of(Received, 2020, 2021, [Gongshu], [], Value(Gongshu, 2020, 1), Value(Gongshu, 2021, 5)) with { Breaks = [new Break(2021, "", Joins: false)] };

        Assert.Null((await SeriesAsync(panel))[1]!["data"]![0]!["value"]);
    }

    private static async Task<JsonArray> SeriesAsync(ComparePanel panel) => (await Drawn.AsJsonAsync(panel, CompareView.Dumbbell))["series"]!.AsArray();

    private static IEnumerable<string> Points(JsonNode series) => series["data"]!.AsArray().Select(item => string.Join(',', item!["value"]!.AsArray().Select(value => value?.ToString() ?? "-")));
}
