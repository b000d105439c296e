// How times and durations are written: in the clock of this machine, as short as they can be told apart.
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of times.</summary>
public sealed class Times(TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>A time of day for today, day and time for this year, else with the year.</summary>
    /// <param name="utc">UTC, of any kind.</param>
    public string Show(DateTime utc)
    {
        var (time, now) = (Local(utc), clock.GetLocalNow());
        var format = time.Date == now.Date ? "HH:mm:ss" : time.Year == now.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return time.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The same in full, with its distance from UTC.</summary>
    public string Full(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>How long something took, or has taken until now where it has no end.</summary>
    public string Took(DateTime from, DateTime? to) => Lasting((to ?? clock.GetUtcNow().UtcDateTime) - from);

    /// <summary>How long ago something was.</summary>
    public string Ago(DateTime utc) => texts["Time.Ago", Lasting(clock.GetUtcNow().UtcDateTime - utc)];

    /// <summary>A duration in its two largest units.</summary>
    public string Lasting(TimeSpan time) => time switch
    {
        { Ticks: <= 0 } => texts["Time.Seconds", 0],
        { TotalSeconds: < 10 } => texts["Time.Seconds", time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)],
        { TotalMinutes: < 1 } => texts["Time.Seconds", (int)time.TotalSeconds],
        { TotalHours: < 1 } => texts["Time.Minutes", (int)time.TotalMinutes, time.Seconds],
        { TotalDays: < 1 } => texts["Time.Hours", (int)time.TotalHours, time.Minutes],
        _ => texts["Time.Days", (int)time.TotalDays, time.Hours],
    };

    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), clock.LocalTimeZone);
}
