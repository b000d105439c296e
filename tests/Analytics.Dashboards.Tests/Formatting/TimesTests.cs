// Times are told in the clock of this machine, and no longer than needed.
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class TimesTests
{
    private readonly Times times = new(new Shanghai(), PageServices.Texts);

    [Theory]
    [InlineData("2026-11-20T01:02:03", "09:02:03")]
    [InlineData("2026-11-19T16:00:00", "00:00:00")]
    [InlineData("2026-11-19T15:59:59", "11-19 23:59")]
    [InlineData("2025-12-31T15:59:00", "2025-12-31 23:59")]
    public void Time_is_local_and_short(string utc, string expected) => Assert.Equal(expected, times.Show(Of(utc)));

    [Fact]
    public void Full_time_has_its_distance_from_UTC() => Assert.Equal("2026-11-20 09:02:03 +08:00", times.Full(Of("2026-11-20T01:02:03")));

    [Theory]
    [InlineData(-5, "0 秒")]
    [InlineData(0, "0 秒")]
    [InlineData(3.25, "3.3 秒")]
    [InlineData(59, "59 秒")]
    [InlineData(200, "3 分 20 秒")]
    [InlineData(3900, "1 小时 5 分")]
    [InlineData(90000, "1 天 1 小时")]
    public void Duration_has_its_two_largest_units(double seconds, string expected) => Assert.Equal(expected, times.Lasting(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void What_has_no_end_lasts_until_now()
    {
        Assert.Equal("1 小时 0 分", times.Took(Of("2026-11-20T03:00:00"), null));
        Assert.Equal("20 秒", times.Took(Of("2026-11-20T03:00:00"), Of("2026-11-20T03:00:20")));
        Assert.Equal("2 分 0 秒前", times.Ago(Of("2026-11-20T03:58:00")));
    }

    private static DateTime Of(string utc) => DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);

    // Noon of a November day.
    private sealed class Shanghai : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(8), "here", "here");

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);
    }
}
