// A change always has its sign, and that of a rate is no per cent of a per cent.
using System.Globalization;
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class ChangesTests
{
    private static readonly Changes Changes = new(PageServices.Texts);

    [Theory]
    [InlineData("0.052", "+5.2%")]
    [InlineData("-0.5", "−50.0%")]
    [InlineData("0", "0.0%")]
    public void Relative_changes_are_in_per_cent(string change, string shown) => Assert.Equal(shown, Changes.Relative(decimal.Parse(change, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0.012", "%", "+1.2 个百分点")]
    [InlineData("-0.25", "%", "−25.0 个百分点")]
    [InlineData("-3", "件", "−3 件")]
    [InlineData("12.5", "万元", "+12.5 万元")]
    public void Others_are_in_the_unit_of_the_metric(string change, string unit, string shown) => Assert.Equal(shown, Changes.Absolute(decimal.Parse(change, CultureInfo.InvariantCulture), unit));
}
