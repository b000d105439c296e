// One line: a change of rank is a sign and words, and the marks say what is in doubt.
using AngleSharp.Html.Dom;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

public sealed class LeagueRowTests
{
    private static readonly RankedAgency Agency = new("330105.教育局", "拱墅区教育局", "浙江省/杭州市/拱墅区", 7, 3, 5, "number", 40, 30, null, null, false, false);

    private static readonly League League = new(
        new LeagueQuestion(GroupState.Country, CompareState.DefaultMetric, 2022, ReportScope.Own, RankingOrder.Greatest), [2021, 2022], "全国", 1, [],
        new GroupSpread(2022, 9, null, null, null, null, null, 80, 0, 0, 0, 0), null, [], 1);

    [Theory]
    [InlineData(3, 5L, "▲2上升 2 位")]
    [InlineData(5, 3L, "▼2下降 2 位")]
    [InlineData(3, 3L, "－名次不变")]
    [InlineData(3, 2003L, "▲2,000上升 2,000 位")]
    [InlineData(3, null, "—上年没有名次")]
    public async Task Change_of_rank_is_a_sign_and_words(int rank, long? before, string shown) =>
        Assert.Equal(shown, (await ShowAsync(Agency with { Rank = rank, RankBefore = before })).QuerySelector(".won")!.TextContent.Trim());

    [Fact]
    public async Task Agency_leads_to_its_page_and_its_region_stands_below_it()
    {
        var head = (await ShowAsync(Agency)).QuerySelector("th")!;

        Assert.Equal("agency/330105." + Uri.EscapeDataString("教育局"), head.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("浙江省 · 杭州市 · 拱墅区", head.QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task Bar_is_a_part_of_the_greatest() => Assert.Equal("width:50%", (await ShowAsync(Agency)).QuerySelector(".fill")!.GetAttribute("style"));

    [Fact]
    public async Task Disputed_printed_number_stays_as_printed_with_its_mark_and_without_a_bar()
    {
        var row = await ShowAsync(Agency with { Rank = null, RankBefore = null, LeftOut = "disputed", IsCorrected = true });

        Assert.Equal("40", row.QuerySelector(".value")!.TextContent);
        Assert.Empty(row.QuerySelectorAll(".fill"));
        Assert.Equal(["⚠ 存疑", "✎ 已更正"], row.QuerySelectorAll(".marks span").Select(mark => mark.TextContent));
    }

    [Fact]
    public async Task Years_are_told_in_words_too()
    {
        var line = new LeagueLine(Agency, [new LinePoint(Agency.Agency, Agency.AgencyName, 2022, 7, "2021", "number", 40, null, false, true, false, null, null, null, null, false)], null);

        Assert.Equal("2021 年 —，2022 年 40", (await ShowAsync(line)).QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    private static Task<IHtmlDocument> ShowAsync(RankedAgency agency) => ShowAsync(new LeagueLine(agency, [], null));

    private static async Task<IHtmlDocument> ShowAsync(LeagueLine line)
    {
        await using var services = PageServices.Create();
        await using var harness = await RenderHarness.ShowAsync<LeagueRow>(services, (nameof(LeagueRow.League), League), (nameof(LeagueRow.Line), line));
        return await harness.PageAsync();
    }
}
