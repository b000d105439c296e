// A tile is honest about what stands behind it: 0 is not nobody, and a region without data has its place all the same.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Map;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Map;

public sealed class MapPartsTests
{
    private static readonly IReadOnlyList<RegionTile> Grid = CatalogData.Current.ProvinceTiles;
    private static readonly Gazetteer Regions = CatalogData.Current.Regions;

    [Fact]
    public void Zero_nothing_that_counts_and_nobody_are_told_apart()
    {
        var parts = Parts([Spread("110000", 3, 0), Spread("120000", 0, null, disputed: 2)], Coverage("110000", 3), Coverage("120000", 2), Coverage("130000", 0));

        Assert.Equal([MapPartState.Value, MapPartState.NothingCounts, MapPartState.NobodyReported], parts.Select(part => part.State));
        Assert.Equal([0m, null, null], parts.Select(part => part.Value));
        Assert.Equal(2, parts[1].LeftOut.Disputed);
    }

    [Fact]
    public void Province_of_which_there_is_nothing_has_its_tile_and_says_so()
    {
        var tiles = MapParts.Tiles(Parts([Spread("110000", 3, 5)], Coverage("110000", 3)), Grid, Regions);

        Assert.Equal(34, tiles.Count);
        Assert.Equal(["台湾", "澳门", "香港"], tiles.Where(tile => tile.Part.Code.Value[0] is '7' or '8').Select(tile => tile.Part.Short));
        Assert.All(tiles.Where(tile => tile.Part.Code.Value != "110000"), tile => Assert.Equal(MapPartState.NotHere, tile.Part.State));
    }

    [Fact]
    public void Regions_that_are_on_no_grid_stand_in_order_around_the_legend()
    {
        var parts = Parts([], Enumerable.Range(1, 31).Select(number => Coverage($"X{number:00}000", 1)).ToArray());

        var tiles = MapParts.Tiles(parts, Grid, Regions);

        Assert.Equal(parts.Select(part => part.Code), tiles.OrderBy(tile => tile.Row).ThenBy(tile => tile.Column).Select(tile => tile.Part.Code));
        Assert.Distinct(tiles.Select(tile => (tile.Row, tile.Column)));
        Assert.All(tiles, tile => Assert.True(tile.Row > MapParts.LegendRows || tile.Column > MapParts.LegendColumns, "A tile lies under the legend."));
        Assert.All(tiles, tile => Assert.InRange(tile.Column, 1, MapParts.Columns));
    }

    [Fact]
    public void Provinces_leave_room_for_the_legend() =>
        Assert.All(Grid, tile => Assert.True((tile.Row > MapParts.LegendRows || tile.Column > MapParts.LegendColumns) && tile.Column <= MapParts.Columns, $"{tile.Code} lies under the legend."));

    [Fact]
    public void What_lies_in_the_region_itself_is_named_so_stands_first_and_has_nothing_below_it()
    {
        var parts = MapParts.Of(new RegionCode("110000"), true, "北京市本级", [Spread("110000", 1, 5)], [Coverage("110105", 1) with { Level = "county" }, Coverage("110000", 1)]);

        Assert.Equal([("北京市本级", true, false), ("110105", false, false)], parts.Select(part => (part.Name, part.IsOwn, part.HasParts)));
        Assert.DoesNotContain(MapParts.Tiles(MapParts.Of(RegionCode.Country, true, "", [], [Coverage("CN", 1)]), Grid, Regions), tile => tile.Part.IsOwn);
    }

    [Fact]
    public void Rates_show_their_median_and_counts_their_sum()
    {
        RegionSpread[] spreads = [Spread("110000", 3, 12, median: 4)];

        Assert.Equal(12, MapParts.Of(RegionCode.Country, true, "", spreads, [Coverage("110000", 3)])[0].Value);
        Assert.Equal(4, MapParts.Of(RegionCode.Country, false, "", spreads, [Coverage("110000", 3)])[0].Value);
    }

    [Fact]
    public void Parts_without_a_value_come_last_whichever_way_they_are_sorted()
    {
        var parts = Parts([Spread("120000", 1, 9), Spread("130000", 1, 2)], Coverage("110000", 0), Coverage("120000", 1), Coverage("130000", 1));

        Assert.Equal(["130000", "120000", "110000"], MapParts.Sorted(parts, MapColumn.Value, isDescending: false).Select(part => part.Code.Value));
        Assert.Equal(["120000", "130000", "110000"], MapParts.Sorted(parts, MapColumn.Value, isDescending: true).Select(part => part.Code.Value));
        Assert.Equal(["110000", "120000", "130000"], MapParts.Sorted(parts, MapColumn.Region, isDescending: false).Select(part => part.Code.Value));
    }

    [Theory]
    [InlineData(21, 11, true)]
    [InlineData(20, 10, false)]
    [InlineData(0, 0, false)]
    public void Coverage_under_half_is_what_is_hatched(int expected, int missing, bool isUnderHalf) =>
        Assert.Equal(isUnderHalf, new GroupCoverage(expected - missing, expected, missing).IsUnderHalf);

    [Fact]
    public void Without_a_roster_nothing_is_known_to_be_under_half() => Assert.False(new GroupCoverage(1, null, null).IsUnderHalf);

    private static IReadOnlyList<MapPart> Parts(IReadOnlyList<RegionSpread> spreads, params RegionCoverage[] coverages) => MapParts.Of(RegionCode.Country, true, "", spreads, coverages);

    private static RegionSpread Spread(string code, long counted, decimal? total, decimal? median = null, long disputed = 0) => new(code, counted, total, median, disputed, 0, 0, 0, null);

    private static RegionCoverage Coverage(string code, long reported) => new(code, code, code, "province", reported, null, null);
}
