// One metric over years for a group, as it may honestly be shown: what counts, what was left out and why, how complete each
// year is, and across which years nothing may be joined.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Trends;

/// <summary>One year of a group.</summary>
/// <param name="Exists">Whether the year's form has the metric at all.</param>
/// <param name="Spread">Null where nobody reported.</param>
/// <param name="Growth">On the year before, by those who count in both; null where there are none.</param>
/// <param name="Forms">Reports by form, of the table the metric is printed in.</param>
public sealed record TrendYear(int Year, bool Exists, GroupSpread? Spread, GroupGrowth? Growth, GroupCoverage Coverage, IReadOnlyList<FormCount> Forms)
{
    /// <summary>Agencies whose values count.</summary>
    public long Counted => Spread?.Counted ?? 0;

    public LeftOut LeftOut => Spread is { } spread ? new LeftOut(spread.Disputed, spread.NoUnit, spread.Small, spread.NoNumber) : default;
}

/// <summary>A chosen agency.</summary>
/// <param name="Series">Its points, one per year.</param>
/// <param name="Values">Its rows by year, with changes.</param>
public sealed record TrendLine(Series Series, IReadOnlyDictionary<int, LinePoint> Values);

/// <summary>A metric's trend in a group.</summary>
/// <param name="Panel">What the metric is, the years, the breaks, and the chosen agencies' points.</param>
/// <param name="IsSum">Whether values may be added: not those of rates.</param>
/// <param name="Years">Those of the panel.</param>
/// <param name="Span">From the first year that counts to the last; null where nobody counts in both.</param>
/// <param name="Lines">The panel's series with their rows.</param>
/// <param name="Events">Changes of single regions within the group, told beside the chart.</param>
public sealed record Trend(
    ComparePanel Panel, ReportScope Scope, bool IsSum, IReadOnlyList<TrendYear> Years, GroupGrowth? Span, IReadOnlyList<TrendLine> Lines, IReadOnlyList<RegionNote> Events)
{
    /// <summary>件, 项, 万元 or %.</summary>
    public string Unit => Panel.Unit;

    /// <summary>The years with values that count, in order.</summary>
    public IReadOnlyList<TrendYear> CountedYears { get; } = Years.Where(year => year.Counted > 0).ToList();

    /// <summary>Values left out over all years.</summary>
    public LeftOut LeftOut => Years.Aggregate(default(LeftOut), (sum, year) => sum + year.LeftOut);

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasValues => CountedYears.Count > 0 || Lines.Any(line => line.Values.Count > 0);

    /// <summary>Whether a series is parted somewhere between two years.</summary>
    public bool IsParted(int from, int to) => Panel.Breaks.Any(change => !change.Joins && change.Year > from && change.Year <= to);

    /// <summary>Years with reports on other forms than the one made for the year, with how many of how many.</summary>
    public IEnumerable<(int Year, long Other, long All)> MixedForms(Catalog.Forms forms) => Years.Where(year => year.Forms.Count > 0)
        .Select(year => (year.Year, year.Forms.Where(form => form.Form != forms.Expected(new ReportYear(year.Year))).Sum(form => form.Reports), year.Forms.Sum(form => form.Reports)))
        .Where(mixed => mixed.Item2 > 0);
}
