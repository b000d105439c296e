// Numbers in running text are typed in many ways; what has no unit or is not exact is none to compare.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class QuantitiesTests
{
    private static readonly Quantities Reader = new(CatalogData.Current.NarrativeWords);

    [Theory]
    [InlineData("3件", "3")]
    [InlineData("共1,203件和12条", "1203 12")]
    [InlineData("三件、两起、十二项、一百零五份", "3 2 12 105")]
    [InlineData("一千二百件", "1200")]
    [InlineData("一万二千三百件", "12300")]
    [InlineData("零起", "0")]
    [InlineData("252.1万元、2521000元、3.2亿元", "252.1 252.1 32000")]
    [InlineData("100%、711号、2020年、12345热线、第20条例", "20")]
    [InlineData("200121", "")]
    [InlineData("一二三件", "")]
    [InlineData("十百件", "")]
    public void Numbers_with_a_unit_are_found(string text, string values) =>
        Assert.Equal(values, string.Join(' ', Reader.In(text).Select(quantity => quantity.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("10余件")]
    [InlineData("10多件")]
    [InlineData("十几件")]
    [InlineData("10件左右")]
    [InlineData("10件以上")]
    [InlineData("100余万元")]
    public void What_is_not_exact_is_marked(string text) => Assert.All(Reader.In(text), quantity => Assert.True(quantity.IsVague));

    [Fact]
    public void Amounts_say_how_far_they_are_printed()
    {
        Assert.Equal([0.1m, 0.0001m, 1m], Reader.In("252.1万元、2521000元、3万元").Select(quantity => quantity.Step));
        Assert.Equal([true, false], Reader.In("3万元、3件").Select(quantity => quantity.IsMoney));
    }
}
