// Whoever types pinyin finds only what has a reading: a label with a character that has none would not be found.
namespace Analytics.Catalog.Tests;

public sealed class PinyinTests
{
    private static readonly Catalog Catalog = Catalog.Current;

    private static IEnumerable<string> Labels => Catalog.Metrics.Select(metric => metric.LabelZh)
        .Concat(Catalog.DerivedMetrics.Select(metric => metric.LabelZh)).Concat(Catalog.Sectors.Select(sector => sector.Name));

    [Theory]
    [InlineData("收到申请（自然人）", "shoudaoshenqingziranren", "sdsqzrr")]
    [InlineData("公开率", "gongkailv", "gkl")]
    [InlineData("不予处理：重复申请", "buyuchulichongfushenqing", "byclcfsq")]
    [InlineData("R01", "", "")]
    public void Label_is_read_in_full_and_by_its_first_letters(string label, string full, string initials) =>
        Assert.Equal((full, initials), (Catalog.Pinyin.Full(label), Catalog.Pinyin.Initials(label)));

    [Fact]
    public void Every_character_of_a_label_has_a_reading() =>
        Assert.Empty(Labels.SelectMany(label => label).Where(character => char.IsLetter(character) && !Catalog.Pinyin.Knows(character)).Distinct());

    [Fact]
    public void Every_character_by_which_an_office_is_known_has_a_reading() =>
        Assert.Empty(Catalog.Sectors.SelectMany(sector => sector.Patterns).SelectMany(pattern => pattern).Where(character => char.IsLetter(character) && !Catalog.Pinyin.Knows(character)).Distinct());

    [Fact]
    public void Readings_agree_with_those_of_the_regions()
    {
        // 单 and 大 have a reading of their own in the names of these two.
        var read = Catalog.Regions.All.Where(region => region.Name.All(Catalog.Pinyin.Knows) && region.Name is not ("单县" or "大城县")).ToList();

        Assert.True(read.Count > 300, $"Only {read.Count} regions are written with known characters alone.");
        Assert.All(read, region => Assert.Equal((region.Pinyin, region.Initials), (Catalog.Pinyin.Full(region.Name), Catalog.Pinyin.Initials(region.Name))));
    }
}
