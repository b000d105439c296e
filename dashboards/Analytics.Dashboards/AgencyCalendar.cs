// Which day it is where the agencies are: reports and answers are due by their calendar, wherever this machine stands.
namespace Analytics.Dashboards;

/// <summary>The calendar of the agencies: China has one time zone.</summary>
public sealed class AgencyCalendar(TimeProvider clock)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Their date now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
