// A league table as it may honestly be shown: who has a rank, who has none and why, who is missing.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>What is asked, with the answers to what was left open.</summary>
public sealed record LeagueQuestion(GroupState Group, MetricKey Metric, int Year, ReportScope ReportScope, RankingOrder Order)
{
    private DerivedMetric? Derived => Catalog.Catalog.Current.DerivedMetrics.FirstOrDefault(metric => metric.Key == Metric);

    /// <summary>Computed from printed values.</summary>
    public bool IsDerived => Derived is not null;

    /// <summary>Has a denominator.</summary>
    public bool IsRate => Derived?.IsRate ?? false;

    /// <summary>Below it a rate has no rank; null where there is none.</summary>
    public int? LeastDenominator => Derived?.MinDenominator;

    /// <summary>higher, lower or neutral; null of printed metrics, where nobody has said which is better.</summary>
    public string? Polarity => Derived?.Polarity;

    /// <summary>The first year of a form; ranks are compared with another form's then.</summary>
    public bool IsFirstOfForm => Catalog.Catalog.Current.Forms.FirstYears.Values.Order().Skip(1).Contains(Year);

    /// <summary>What is first where nobody chose: the better value where the metric says which it is, else the greatest.</summary>
    public static RankingOrder UsualOrder(MetricKey metric) =>
        Catalog.Catalog.Current.DerivedMetrics.FirstOrDefault(candidate => candidate.Key == metric)?.Polarity == "lower" ? RankingOrder.Least : RankingOrder.Greatest;
}

/// <summary>A line of the table.</summary>
/// <param name="Points">Its years, those without a report left out.</param>
/// <param name="Pooled">Of a rate below its least denominator: over up to three years.</param>
public sealed record LeagueLine(RankedAgency Agency, IReadOnlyList<LinePoint> Points, PooledRate? Pooled)
{
    /// <summary>The value as tables show it. A derived value with a disputed term is no number.</summary>
    public Point PointOf(LeagueQuestion question)
    {
        var isDisputed = Agency.LeftOut == "disputed";
        return isDisputed && question.IsDerived
            ? new Point(question.Year, PointState.Disputed, null, null, true, false, true, Agency.ReportId)
            : new Point(question.Year, Enum.Parse<PointState>(Agency.State, ignoreCase: true), Agency.Value, Agency.Denominator, isDisputed,
                Agency.LeftOut == "small", Agency.LeftOut != "no_unit", Agency.ReportId);
    }
}

/// <summary>One page of a league table with what was left out of it.</summary>
/// <param name="Years">All there are reports of.</param>
/// <param name="GroupName">Name of the region.</param>
/// <param name="Page">From 1; the last where the one asked for is beyond it.</param>
/// <param name="Lines">Of this page, in order.</param>
/// <param name="Spread">Of the year; null where nobody has the metric.</param>
/// <param name="Missing">The first of those without a report.</param>
/// <param name="Version">Published version.</param>
public sealed record League(
    LeagueQuestion Question, IReadOnlyList<int> Years, string GroupName, int Page, IReadOnlyList<LeagueLine> Lines, GroupSpread? Spread, YearCoverage? Coverage,
    IReadOnlyList<MissingAgency> Missing, int? Version)
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Agencies with a rank.</summary>
    public long Ranked => Spread?.Counted ?? 0;

    /// <summary>Agencies with the metric and without a rank.</summary>
    public long Unranked => Spread is { } spread ? spread.Disputed + spread.NoUnit + spread.Small + spread.NoNumber : 0;

    /// <summary>Lines of all pages.</summary>
    public long Total => Ranked + Unranked;

    /// <summary>Expected agencies whose reports are of other scopes; null where no roster is known.</summary>
    public long? OtherScope => Coverage is { Expected: { } expected } ? Math.Max(0, expected - (Coverage.Missing ?? 0) - Coverage.Reported) : null;

    /// <summary>Part of the longest bar, from 0 to 1; none of what lies below zero.</summary>
    public decimal Part(decimal value) => Spread?.Greatest is { } greatest && greatest > 0 && value > 0 ? Math.Min(1, value / greatest) : 0;
}

/// <summary>Ranks over years of those that lead.</summary>
/// <param name="Years">From the first rank to the chosen year, without gaps.</param>
public sealed record Bump(LeagueQuestion Question, IReadOnlyList<int> Years, IReadOnlyList<RankPoint> Points);
