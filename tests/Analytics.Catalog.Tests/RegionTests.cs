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
}
