// A schedule in words, for the kinds that people set.
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Says a cron expression (seconds, minutes, hours, days, months, weekdays) in words.</summary>
public sealed class CronWords(IStringLocalizer<Texts> texts)
{
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The words; null for a kind that is not told in words.</summary>
    public string? Say(string cron) => cron.Trim().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var second, "*", "*", "*" or "?", "*", "*" or "?"] => Every("Cron.Seconds", second) ?? (Number(second) is null ? null : Word("Cron.Minutes", 1)),
        [var second, var minute, "*", "*" or "?", "*", "*" or "?"] when Number(second) is not null =>
            Every("Cron.Minutes", minute) ?? (Number(minute) is { } at ? Word("Cron.Hourly", at) : null),
        [var second, var minute, var hour, var day, "*", var weekday] when Number(second) is { } s && Number(minute) is { } m => Number(hour) is { } h
            ? OnDays(day, weekday, s == 0 ? string.Create(CultureInfo.InvariantCulture, $"{h:00}:{m:00}") : string.Create(CultureInfo.InvariantCulture, $"{h:00}:{m:00}:{s:00}"))
            : day is "*" or "?" && weekday is "*" or "?" && Step(hour) is { } hours ? Word("Cron.Hours", hours, m) : null,
        _ => null,
    };

    private string? OnDays(string day, string weekday, string time) => (day, weekday) switch
    {
        ("*" or "?", "*" or "?") => Word("Cron.Daily", time),
        ("*" or "?", _) => Days(weekday) is { } days ? Word("Cron.Weekly", days, time) : null,
        (_, "?") => Number(day) is { } date ? Word("Cron.Monthly", date, time) : null,
        _ => null,
    };

    private string? Every(string key, string field) => field == "*" ? Word(key, 1) : Step(field) is { } step ? Word(key, step) : null;

    // From the beginning on: 0/5 or */5.
    private static int? Step(string field) => field.Split('/') is ["0" or "*", var step] ? Number(step) : null;

    private static int? Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Days(string field)
    {
        if (field.Split('-') is [var first, var last]) return Name(first) is { } from && Name(last) is { } to ? Word("Cron.Span", from, to) : null;
        var names = field.Split(',').Select(Name).ToList();
        return names.Contains(null) ? null : string.Join(texts["List.And"], names);
    }

    private string? Name(string weekday)
    {
        var at = Number(weekday) is { } number ? number - 1 : Array.IndexOf(Weekdays, weekday);
        return at >= 0 && at < Weekdays.Length ? Word("Weekday." + Weekdays[at]) : null;
    }

    private string Word(string key, params object[] values) => texts[key, values].Value;
}
