// The same number is printed in many ways; each of these was seen, or is what Excel makes of it.
using Analytics.Documents.Office;

namespace Analytics.Documents.Tests.Office;

public sealed class NumberFormatTextTests
{
    [Theory]
    [InlineData(5, null, "5")]
    [InlineData(3336.05, "General", "3336.05")]
    [InlineData(0.30000000000000004, "General", "0.3")]
    [InlineData(-1, "General", "-1")]
    [InlineData(1, "\\+0;\\-0;0", "+1")]
    [InlineData(-93, "\\+0;\\-0;0", "-93")]
    [InlineData(0, "\\+0;\\-0;0", "0")]
    [InlineData(1, "\"增\"0;\"减\"0", "增1")]
    [InlineData(-4, "\"增\"0;\"减\"0", "减4")]
    [InlineData(3336.05, "0.0000", "3336.0500")]
    [InlineData(23600, "#,##0.00", "23,600.00")]
    [InlineData(0.125, "0.0%", "12.5%")]
    [InlineData(23600, "0.00\"万元\"", "23600.00万元")]
    [InlineData(251000, "0,", "251")]
    [InlineData(1234.5, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1,234.50")]
    [InlineData(0, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-")]
    [InlineData(-2, "0_ ;[Red]\\-0\\ ", "-2")]
    [InlineData(5, "[$￥-804]#,##0.00", "￥5.00")]
    [InlineData(7, "[DBNum1]0", "7")]
    [InlineData(7, "[>5]0.0;0", "7")]
    [InlineData(0.5, "# ?/?", "0.5")]
    [InlineData(-0.4, "0", "0")]
    [InlineData(3, "@", "3")]
    public void Numbers_are_shown_as_a_person_sees_them(double value, string? format, string text) => Assert.Equal(text, NumberFormatText.Show(value, format));

    [Theory]
    [InlineData("yyyy-mm-dd", "2021年1月20日")]
    [InlineData("yyyy\"年\"m\"月\"", "2021年1月")]
    [InlineData("yyyy", "2021年")]
    public void Dates_are_shown_in_Chinese(string format, string text) => Assert.Equal(text, NumberFormatText.Show(new DateTime(2021, 1, 20, 0, 0, 0, DateTimeKind.Unspecified), format));

    [Fact]
    public void Any_format_gives_a_text()
    {
        var pieces = new[] { "0", "#", "?", ".", ",", "%", "\"", "\\", "_", "*", "[", "]", ";", "@", "General", "E+", "y", "$", "万" };
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var format = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotNull(NumberFormatText.Show(random.NextDouble() * 1e6, format));
        }
    }
}
