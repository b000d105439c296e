// 0, a printed blank, an unread cell and a missing report must never look alike, and no number may lose a digit.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Formatting;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class NumbersTests
{
    private static readonly Gen<decimal> Facts =
        Gen.Choose(-1_000_000_000, 1_000_000_000).SelectMany(_ => Gen.Choose(0, 6), (digits, places) => digits / (decimal)Math.Pow(10, places));

    [Theory]
    [InlineData("0", "件", "0")]
    [InlineData("1234567", "件", "1,234,567")]
    [InlineData("-93", "项", "-93")]
    [InlineData("3336.05", "万元", "3,336.05")]
    [InlineData("3336.050000", "万元", "3,336.05")]
    [InlineData("0.000001", "万元", "0.000001")]
    [InlineData("0", "%", "0.0%")]
    [InlineData("0.444444", "%", "44.4%")]
    [InlineData("0.4445", "%", "44.5%")]
    [InlineData("1", "%", "100.0%")]
    public void Number_is_written_with_thousands_and_all_its_digits_and_a_rate_in_per_cent(string value, string unit, string text) =>
        Assert.Equal(text, Numbers.Show(decimal.Parse(value, CultureInfo.InvariantCulture), unit));

    [Fact]
    public void Written_number_is_the_number() => Prop.ForAll(Facts.ToArbitrary(), fact =>
        decimal.Parse(Numbers.Show(fact, "万元"), NumberStyles.Number, CultureInfo.InvariantCulture) == fact).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(PointState.Blank, "／")]
    [InlineData(PointState.Absent, "—")]
    [InlineData(PointState.Unread, "?")]
    [InlineData(PointState.Undefined, "·")]
    [InlineData(PointState.Incomplete, "·")]
    [InlineData(PointState.Disputed, "⚠")]
    public void What_is_no_number_has_a_sign_of_its_own(PointState state, string sign)
    {
        Assert.Equal(sign, Numbers.Show(new Point(2020, state, null, null, false, false, true, 1), "件"));
        Assert.NotEqual(sign, Numbers.Show(new Point(2020, PointState.Number, 0, null, false, false, true, 1), "件"));
    }

    [Fact]
    public void Every_state_can_be_written() => Assert.All(Enum.GetValues<PointState>(), state =>
        Assert.NotEmpty(Numbers.Show(new Point(2020, state, state == PointState.Number ? 1 : null, null, false, false, true, 1), "件")));

    [Theory]
    [InlineData(new int[] { }, "")]
    [InlineData(new[] { 2019 }, "2019")]
    [InlineData(new[] { 2024, 2019, 2021, 2022, 2023 }, "2019 2021–2024")]
    public void Years_that_follow_each_other_are_drawn_together(int[] years, string ranges) => Assert.Equal(ranges, string.Join(' ', Numbers.Ranges(years)));

    [Fact]
    public void Expanding_the_ranges_gives_the_years_back() => Prop.ForAll(Gen.Choose(2008, 2100).ListOf().ToArbitrary(), years =>
    {
        var ranges = Numbers.Ranges(years.Distinct()).Select(range => range.Split('–').Select(year => int.Parse(year, CultureInfo.InvariantCulture)).ToList()).ToList();
        var expanded = ranges.SelectMany(range => Enumerable.Range(range[0], range[^1] - range[0] + 1)).ToList();
        var isShortest = ranges.Zip(ranges.Skip(1)).All(pair => pair.First[^1] + 1 < pair.Second[0]);
        return expanded.SequenceEqual(years.Distinct().Order()) && isShortest;
    }).QuickCheckThrowOnFailure();
}
