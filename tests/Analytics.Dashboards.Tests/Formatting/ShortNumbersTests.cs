// Tiles have little room: large numbers are shortened as the reader's language does it.
using System.Globalization;
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class ShortNumbersTests
{
    private static readonly ShortNumbers Numbers = new(PageServices.Texts);

    [Theory]
    [InlineData("0", "件", "0")]
    [InlineData("9999", "件", "9,999")]
    [InlineData("3.5", "件", "3.5")]
    [InlineData("34560", "件", "3.5万")]
    [InlineData("1234567", "件", "123万")]
    [InlineData("123456789", "万元", "1.2亿")]
    [InlineData("-34560", "件", "-3.5万")]
    [InlineData("0.4444", "%", "44.4%")]
    public void Chinese_counts_by_ten_thousands(string value, string unit, string shown) => Assert.Equal(shown, Numbers.Show(decimal.Parse(value, CultureInfo.InvariantCulture), unit));

    [Theory]
    [InlineData("34560", "34.6k")]
    [InlineData("1234567", "1.2M")]
    public void English_counts_by_thousands(string value, string shown)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        try
        {
            Assert.Equal(shown, Numbers.Show(decimal.Parse(value, CultureInfo.InvariantCulture), "件"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
