// Reports exist since the 条例 of 2008; any other number is a year of something else.
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Catalog.Tests;

public sealed class ReportYearTests
{
    [Fact]
    public void Only_years_from_2008_to_2100_are_accepted()
    {
        Prop.ForAll(Gen.Choose(1900, 2200).ToArbitrary(), value =>
        {
            if (value is >= 2008 and <= 2100) return new ReportYear(value).Value == value && ReportYear.IsYear(value);
            Assert.Throws<ArgumentOutOfRangeException>(() => new ReportYear(value));
            return !ReportYear.IsYear(value);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(2007)]
    [InlineData(2101)]
    [InlineData(0)]
    [InlineData(-2020)]
    [InlineData(int.MaxValue)]
    public void A_year_outside_is_refused_and_named(int value)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ReportYear(value));

        Assert.Equal(value, error.ActualValue);
    }

    [Fact]
    public void Years_compare_as_numbers()
    {
        var (earlier, later) = (new ReportYear(2008), new ReportYear(2100));

        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.Equal([earlier, later], new[] { later, earlier }.Order());
        Assert.Equal("2008", earlier.ToString());
    }
}
