// Regions as somebody who assigns a document looks for them.
using Analytics.Dashboards.Components.Pages.Review;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Review;

public sealed class RegionSearchTests
{
    private readonly RegionSearch search = new(CatalogData.Current);

    [Theory]
    [InlineData("330105")]
    [InlineData("拱墅区")]
    [InlineData("拱墅")]
    [InlineData("gongshu")]
    public void Region_is_found_by_code_name_and_pinyin(string text)
    {
        var hit = search.Find(text)[0];
        Assert.Equal(("330105", "浙江省/杭州市/拱墅区"), (hit.Code.Value, hit.Path));
    }

    [Fact]
    public void Wider_regions_come_first_and_the_list_ends_somewhere()
    {
        var hits = search.Find("杭州");
        Assert.Equal("330100", hits[0].Code.Value);
        Assert.InRange(search.Find("区").Count, 1, 20);
    }

    [Fact]
    public void Nothing_is_asked_and_nothing_is_found()
    {
        Assert.Empty(search.Find("  "));
        Assert.Empty(search.Find("没有这个地方"));
        Assert.Null(search.Of("999999"));
        Assert.Null(search.Of(null));
        Assert.Equal("拱墅区", search.Of("330105")!.Name);
    }
}
