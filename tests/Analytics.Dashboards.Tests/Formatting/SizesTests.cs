// Sizes are told in the unit people know.
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class SizesTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(24_576, "24 KB")]
    [InlineData(1_572_864, "1.5 MB")]
    [InlineData(100L << 20, "100 MB")]
    [InlineData(3L << 40, "3072 GB")]
    public void Size_is_told_in_the_largest_unit(long bytes, string expected) => Assert.Equal(expected, Sizes.Show(bytes));
}
