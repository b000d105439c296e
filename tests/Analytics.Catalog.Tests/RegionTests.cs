// Codes of regions come from outside too: from addresses, sidecars and settings.
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Catalog.Tests;

public sealed class RegionTests
{
    private static readonly Gen<string> NearCodes = Gen.Choose(0, 7)
        .SelectMany(length => Gen.Elements("0123456789ZXCNzx٣５\n".ToCharArray()).ArrayOf(length)).Select(letters => new string(letters));

    [Fact]
    public void Only_six_digits_or_Z_or_X_and_five_digits_or_CN_are_a_code()
    {
        Prop.ForAll(NearCodes.ToArbitrary(), text =>
        {
            var isCode = Regex.IsMatch(text, @"\A([0-9ZX][0-9]{5}|CN)\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            if (!isCode) Assert.Throws<FormatException>(() => new RegionCode(text));
            return isCode == RegionCode.IsCode(text) && (!isCode || new RegionCode(text).Value == text);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("330105")]
    [InlineData("Z35001")]
    [InlineData("X01011")]
    [InlineData("CN")]
    public void The_four_kinds_of_codes_are_accepted(string text) => Assert.Equal(text, new RegionCode(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("33010")]
    [InlineData("3301050")]
    [InlineData("33O105")]
    [InlineData("Z3500A")]
    [InlineData("cn")]
    public void A_text_that_is_no_code_says_so(string? text)
    {
        var error = Assert.Throws<FormatException>(() => new RegionCode(text!));

        Assert.Contains("is not a region code", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_compare_as_their_texts_do()
    {
        var (first, second) = (new RegionCode("110105"), new RegionCode("330105"));

        Assert.True(first < second && second > first && first <= second && second >= first);
    }

    [Fact]
    public void Every_province_has_one_tile_of_its_own()
    {
        var tiles = Catalog.Current.ProvinceTiles;

        Assert.Equal(
            Catalog.Current.Regions.All.Where(region => region.Level == RegionLevel.Province && !region.Code.IsSynthetic).Select(region => region.Code).Distinct().Order(),
            tiles.Select(tile => tile.Code).Order());
        Assert.Distinct(tiles.Select(tile => (tile.Row, tile.Column)));
        Assert.All(tiles, tile => Assert.True(tile is { Row: > 0, Column: > 0 }, $"{tile} lies outside the grid."));
    }

    [Fact]
    public void Tiles_lie_roughly_where_their_provinces_do()
    {
        var tiles = Catalog.Current.ProvinceTiles.ToDictionary(tile => tile.Code.Value, StringComparer.Ordinal);

        Assert.True(tiles["230000"].Row < tiles["130000"].Row && tiles["130000"].Row < tiles["440000"].Row, "From north to south: Heilongjiang, Hebei, Guangdong.");
        Assert.True(tiles["650000"].Column < tiles["610000"].Column && tiles["610000"].Column < tiles["370000"].Column, "From west to east: Xinjiang, Shaanxi, Shandong.");
    }
}
