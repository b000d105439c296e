// Region names are found in running text and followed downwards, so that an ambiguous one is settled by what precedes it.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class RegionScannerTests
{
    private static readonly RegionScanner Scanner = new(CatalogData.Current.Regions);

    [Fact]
    public void Names_that_follow_each_other_downwards_are_one_mention()
    {
        var mention = Scanner.LineAt("浙江省杭州市拱墅区教育局", 0)!;

        Assert.Equal((0, 9, 3), (mention.Start, mention.End, mention.Depth));
        Assert.Equal("330105", Assert.Single(mention.Candidates).Code.Value);
    }

    [Fact]
    public void A_name_may_skip_a_level()
    {
        Assert.Equal("330105", Assert.Single(Scanner.LineAt("浙江省拱墅区", 0)!.Candidates).Code.Value);
    }

    [Fact]
    public void The_names_before_it_settle_an_ambiguous_one()
    {
        Assert.Equal(2, Scanner.LineAt("朝阳区教育局", 0)!.Candidates.Count);
        Assert.Equal("110105", Assert.Single(Scanner.LineAt("北京市朝阳区教育局", 0)!.Candidates).Code.Value);
        Assert.Equal("220104", Assert.Single(Scanner.LineAt("长春市朝阳区教育局", 0)!.Candidates).Code.Value);
    }

    [Fact]
    public void A_region_that_is_not_below_the_one_before_it_begins_a_mention_of_its_own()
    {
        Assert.Equal([["110000"], ["330100"]], Scanner.Scan("北京市杭州市").Select(mention => mention.Candidates.Select(region => region.Code.Value).ToList()));
    }

    [Fact]
    public void Mentions_are_found_in_order_in_running_text()
    {
        var mentions = Scanner.Scan("学习静安区经验，拱墅区在杭州市内率先");

        Assert.Equal(["静安区", "拱墅区", "杭州市"], mentions.Select(mention => mention.Candidates[0].Name));
    }

    [Theory]
    [InlineData("拱墅区教育局", false)]
    [InlineData("拱墅教育局", true)]
    public void A_name_without_its_level_is_known_as_short(string text, bool isShort) => Assert.Equal(isShort, Scanner.LineAt(text, 0)!.IsShort);

    [Fact]
    public void Where_no_name_begins_there_is_no_mention()
    {
        Assert.Null(Scanner.LineAt("教育局", 0));
        Assert.Null(Scanner.LineAt("", 0));
        Assert.Empty(Scanner.Scan("某某局"));
    }
}
