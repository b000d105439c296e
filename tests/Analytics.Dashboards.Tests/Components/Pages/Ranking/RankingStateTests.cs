// The address is the page's memory: what is chosen comes back from it, and nothing in it can break the page.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Ranking;
using Microsoft.AspNetCore.WebUtilities;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

public sealed class RankingStateTests
{
    [Fact]
    public void State_comes_back_from_its_address()
    {
        var state = new RankingState(new GroupState(new RegionCode("330000"), "county", "教育"), new MetricKey("disclosure_rate"), 2021, ReportScope.Territory,
            RankingOrder.Least, RankingView.Bump, 3, ["330105.教育局", "X.甲,乙~丙"]);

        var back = Read(state.ToQuery());

        Assert.Equal(state.Chosen, back.Chosen);
        Assert.Equal(state, back with { Chosen = state.Chosen });
    }

    [Fact]
    public void Nothing_chosen_is_the_bare_address() => Assert.Equal("", Read("").ToQuery());

    [Theory]
    [InlineData("?m=nonsense&y=20x&r=1&l=village&s=x&c=all&o=up&v=pie&p=-1&e=,r:330105,")]
    [InlineData("?m=%00&y=99999999999&p=99999999999&e=%20")]
    public void What_cannot_be_understood_is_left_out(string query) => Assert.Equal("", Read(query).ToQuery());

    [Fact]
    public void More_agencies_than_can_be_told_apart_are_not_chosen() =>
        Assert.Equal(RankingState.MostChosen, Read("?e=" + string.Join(',', Enumerable.Range(1, 20))).Chosen.Count);

    [Fact]
    public void Another_question_begins_at_the_first_page() => Assert.Equal(1, Read("?p=7").FromTheTop().Page);

    [Fact]
    public void The_better_value_is_first_where_the_metric_says_which_it_is()
    {
        Assert.Equal(RankingOrder.Least, LeagueQuestion.UsualOrder(new MetricKey("dispute_rate")));
        Assert.Equal(RankingOrder.Greatest, LeagueQuestion.UsualOrder(new MetricKey("disclosure_rate")));
        Assert.Equal(RankingOrder.Greatest, LeagueQuestion.UsualOrder(CompareState.DefaultMetric));
    }

    internal static RankingState Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? Part(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
        return RankingState.Parse(GroupState.Parse(Part("r"), Part("l"), Part("s"), CatalogData.Current), Part("m"), Part("y"), Part("c"), Part("o"), Part("v"), Part("p"), Part("e"));
    }
}
