// The address is the page's memory.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Trends;
using Microsoft.AspNetCore.WebUtilities;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Trends;

public sealed class TrendsStateTests
{
    [Fact]
    public void Every_choice_comes_back_from_the_address()
    {
        var state = new TrendsState(
            new GroupState(new RegionCode("330000"), "county", "教育"), new MetricKey("disclosure_rate"), ReportScope.Level, 2019, 2024,
            ["330105.教育局", "110105.教,育&委~员会"], TrendsView.Small);

        var again = Read(state.ToQuery());

        Assert.Equal(state with { Agencies = again.Agencies }, again);
        Assert.Equal(state.Agencies, again.Agencies);
    }

    [Fact]
    public void Default_is_an_empty_address() => Assert.Equal("", TrendsState.Default.ToQuery());

    [Fact]
    public void What_cannot_be_understood_is_left_out()
    {
        var state = Read("?r=33&l=street&s=x&m=nothing&c=all&y=1000-&e=,r:330105,&v=pie");

        Assert.Equal(TrendsState.Default with { Agencies = state.Agencies }, state);
        Assert.Empty(state.Agencies);
    }

    [Fact]
    public void More_agencies_than_there_are_colours_are_not_taken() =>
        Assert.Equal(TrendsState.MostAgencies, Read("?e=" + string.Join(',', Enumerable.Range(1, 20).Select(number => $"330105.{number}局"))).Agencies.Count);

    private static TrendsState Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? Part(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
        return TrendsState.Parse(GroupState.Parse(Part("r"), Part("l"), Part("s"), CatalogData.Current), Part("m"), Part("c"), Part("y"), Part("e"), Part("v"));
    }
}
