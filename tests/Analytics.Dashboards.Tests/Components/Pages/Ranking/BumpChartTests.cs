// Ranks over years: a line goes only where ranks can be compared, and its name stands at its end.
using System.Text.Json.Nodes;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Dashboards.Tests.Components.Charts;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

public sealed class BumpChartTests
{
    private static readonly BumpChart Chart = new(PageServices.Texts, new MetricNames(CatalogData.Current));

    [Fact]
    public async Task Line_is_named_at_its_end_and_each_point_leads_to_its_source()
    {
        var line = (await DrawAsync(Of(2021, 2), Of(2022, 1)))["series"]![0]!;

        Assert.Equal(["2021=2", "2022=1"], Points(line));
        Assert.True((bool)line["endLabel"]!["show"]!);
        Assert.Equal("2022/requests.received.total", (string)line["data"]![1]!["source"]!);
        Assert.Equal("第 1 名 · 7 件", (string)line["data"]![1]!["tip"]!);
        Assert.Null(line["markArea"]);
    }

    [Fact]
    public async Task Missing_year_new_form_and_new_territory_part_the_line()
    {
        Assert.Equal(["2019=1", "gap", "2021=1"], Points((await DrawAsync(Of(2019, 1), Of(2021, 1)))["series"]![0]!));
        Assert.Equal(["2020=1", "gap", "2021=1"], Points((await DrawAsync(Of(2020, 1), Of(2021, 1) with { IsOtherForm = true }))["series"]![0]!));
        Assert.Equal(["2021=1", "gap", "2022=1"], Points((await DrawAsync(Of(2021, 1), Of(2022, 1) with { IsOtherRegion = true }))["series"]![0]!));
    }

    [Fact]
    public async Task Breaks_are_a_band_and_said_in_words()
    {
        var bump = Show(Of(2020, 1), Of(2021, 1) with { IsOtherForm = true }, Of(2022, 1) with { IsOtherRegion = true });

        Assert.Equal([2020.42, 2021.42], (await Drawn.AsJsonAsync(Chart.Option(bump, new EntityColours())))["series"]![0]!["markArea"]!["data"]!.AsArray().Select(band => (double)band![0]!["xAxis"]!));
        Assert.Equal(["2021 年起改用新表式，前后名次不相连", "2022 年 甲局 所在地区区划有变动，前后名次不相连"], Chart.Breaks(bump));
    }

    [Fact]
    public async Task Ranks_far_below_stand_on_one_line_hollow_and_say_what_they_are()
    {
        var option = await DrawAsync(Of(2021, 3120), Of(2022, 1));
        var point = option["series"]![0]!["data"]![0]!;

        Assert.Equal((16, 17), ((int)option["yAxis"]!["ranks"]!, (int)point["value"]![1]!));
        Assert.Equal("emptyCircle", (string)point["symbol"]!);
        Assert.StartsWith("第 3120 名", (string)point["tip"]!, StringComparison.Ordinal);
    }

    private static RankPoint Of(short year, long rank) => new("a", "甲局", year, rank, 7, year, false, false);

    private static Bump Show(params RankPoint[] points) => new(
        new LeagueQuestion(GroupState.Country, CompareState.DefaultMetric, points[^1].Year, ReportScope.Own, RankingOrder.Greatest),
        Enumerable.Range(points[0].Year, points[^1].Year - points[0].Year + 1).ToList(), points);

    private static Task<JsonNode> DrawAsync(params RankPoint[] points) => Drawn.AsJsonAsync(Chart.Option(Show(points), new EntityColours()));

    private static List<string> Points(JsonNode line) => line["data"]!.AsArray().Select(item => item!["value"]![0] is null ? "gap" : $"{item["value"]![0]}={item["value"]![1]}").ToList();
}
