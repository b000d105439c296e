// A label in Traditional characters must meet its Simplified definition, and Simplified text must not change.
namespace Analytics.Catalog.Tests;

public sealed class CharactersTests
{
    private static readonly Characters Characters = Catalog.Current.Characters;

    [Theory]
    [InlineData("拖市鎮人民政府辦公室", "拖市镇人民政府办公室")]
    [InlineData("第二十條第(五)項 處理決定數量", "第二十条第(五)项 处理决定数量")]
    [InlineData("廣東省深圳市龍崗區", "广东省深圳市龙岗区")]
    [InlineData("屬於國家秘密", "属于国家秘密")]
    public void Traditional_text_comes_out_simplified(string text, string simplified) => Assert.Equal(simplified, Characters.Simplify(text));

    [Theory]
    [InlineData("杭州市拱墅区教育局2020年")]
    [InlineData("於潜镇人民政府")]
    [InlineData("乾县人民政府")]
    [InlineData("")]
    public void Simplified_text_is_left_as_it_is(string text) => Assert.Same(text, Characters.Simplify(text));

    [Fact]
    public void A_character_is_defined_once_and_not_replaced_in_two_steps()
    {
        var traditional = Characters.All.Select(pair => pair.Traditional).ToHashSet();

        Assert.Equal(Characters.All.Count, traditional.Count);
        Assert.DoesNotContain(Characters.All, pair => traditional.Contains(pair.Simplified));
        Assert.InRange(traditional.Count, 500, 5000);
    }

    [Fact]
    public void No_definition_in_simplified_characters_changes()
    {
        var catalog = Catalog.Current;
        var names = catalog.Regions.All.SelectMany(region => new[] { region.Name, region.Short })
            .Concat(catalog.Sectors.SelectMany(sector => sector.Patterns.Append(sector.Name)))
            .Concat(catalog.Forms.Lines.SelectMany(line => line.Labels)).Concat(catalog.Forms.Columns.SelectMany(column => column.Labels))
            .Concat(catalog.Forms.Marks.SelectMany(mark => mark.Labels)).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Same(name, Characters.Simplify(name)));
    }
}
