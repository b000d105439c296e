// The address is the page's memory.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Map;
using Microsoft.AspNetCore.WebUtilities;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Map;

public sealed class MapStateTests
{
    [Fact]
    public void Every_choice_comes_back_from_the_address()
    {
        var state = new MapState(new GroupState(new RegionCode("330000"), "county", "教育"), new MetricKey("disclosure_rate"), ReportScope.Level, 2020, MapColumn.Coverage, true);

        Assert.Equal(state, Read(state.ToQuery()));
    }

    [Fact]
    public void Default_is_an_empty_address() => Assert.Equal("", MapState.Default.ToQuery());

    [Fact]
    public void What_cannot_be_understood_is_left_out() => Assert.Equal(MapState.Default, Read("?r=33&l=street&s=x&m=nothing&c=all&y=1000&o=colour"));

    [Fact]
    public void Numbers_begin_with_the_greatest_and_the_same_head_turns_round()
    {
        var state = MapState.Default.SortedBy(MapColumn.Value);

        Assert.True(state.IsDescending);
        Assert.False(state.SortedBy(MapColumn.Value).IsDescending);
        Assert.Equal(MapState.Default, state.SortedBy(MapColumn.Region));
    }

    private static MapState Read(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? Part(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
        return MapState.Parse(GroupState.Parse(Part("r"), Part("l"), Part("s"), CatalogData.Current), Part("m"), Part("c"), Part("y"), Part("o"));
    }
}
