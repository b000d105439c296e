// The made-up country must have the real one's shape and never be taken for it.
namespace Analytics.Catalog.Tests;

public sealed class SyntheticCountryTests
{
    private static readonly Gazetteer Regions = Catalog.Current.Regions;
    private static readonly List<Region> MadeUp = SyntheticCountry.Regions().ToList();

    [Fact]
    public void It_has_31_provinces_of_11_prefectures_of_9_counties()
    {
        Assert.Equal(31, MadeUp.Count(region => region.Level == RegionLevel.Province));
        Assert.Equal(31 * 11, MadeUp.Count(region => region.Level == RegionLevel.Prefecture));
        Assert.Equal(31 * 11 * 9, MadeUp.Count(region => region.Level == RegionLevel.County));
        Assert.Equal(MadeUp.Count, MadeUp.DistinctBy(region => region.Code).Count());
    }

    [Fact]
    public void Its_regions_are_known_and_marked_and_the_real_ones_are_not()
    {
        Assert.All(MadeUp, region => Assert.Equal(region, Regions.Find(region.Code)));
        Assert.All(MadeUp, region => Assert.True(region.Code.IsSynthetic && region.Name.StartsWith("合成", StringComparison.Ordinal)));
        Assert.All(Regions.All.Except(MadeUp), region => Assert.False(region.Code.IsSynthetic || region.Name.StartsWith("合成", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_means_one_region()
    {
        Assert.All(MadeUp, region => Assert.Equal(region.Code, Assert.Single(Regions.Named(region.Name)).Code));
        Assert.All(MadeUp, region => Assert.Equal(region.Code, Assert.Single(Regions.Named(region.Short)).Code));
    }

    [Fact]
    public void A_line_goes_from_its_province_down() =>
        Assert.Equal(["合成甲子省", "合成甲子十一市", "合成甲子十一后县"], Regions.Line(SyntheticCountry.Code(1, 11, 9)).Select(region => region.Name));
}
