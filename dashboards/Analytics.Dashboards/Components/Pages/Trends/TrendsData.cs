// Gathers what the trends page and its download show, so that both ask the same queries.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Trends;

/// <summary>All of the page.</summary>
/// <param name="Trend">Null where there are no reports at all.</param>
/// <param name="AllYears">Years there are reports of.</param>
/// <param name="Agencies">Chosen ones that are known, in order.</param>
/// <param name="Unknown">Codes that nobody stands behind.</param>
/// <param name="GroupName">Region, level and sector in words.</param>
/// <param name="Version">Published version.</param>
public sealed record TrendsResult(
    Trend? Trend, IReadOnlyList<int> AllYears, IReadOnlyList<(AgencyEntry Agency, int Colour)> Agencies, IReadOnlyList<string> Unknown, string GroupName, int? Version);

/// <summary>Loads trends.</summary>
public sealed class TrendsData(
    TrendQueries trends, CoverageQueries coverages, BreakQueries breakQueries, CompareQueries compare, Defaults defaults, PublishedWarehouse warehouse,
    GroupNames groupNames, ComparePanels panels, Catalog.Catalog catalog, IStringLocalizer<Texts> texts)
{
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<TrendsResult> LoadAsync(Scope scope, TrendsState state, EntityColours colours, CancellationToken cancellation)
    {
        var version = warehouse.Version;
        var allYears = await defaults.YearsAsync(scope, cancellation);
        var groupName = await groupNames.OfAsync(scope, state.Group, cancellation);
        if (allYears.Count == 0) return new TrendsResult(null, [], [], state.Agencies, groupName, version);
        var first = Math.Clamp(state.FirstYear ?? allYears[0], allYears[0], allYears[^1]);
        var last = Math.Clamp(state.LastYear ?? allYears[^1], first, allYears[^1]);
        var years = Enumerable.Range(first, last - first + 1).ToList();
        var reportScope = state.Scope ?? await defaults.ScopeAsync(scope, state.Group.Group, state.Metric, LastWith(state.Metric, years), cancellation);
        var known = (await compare.AgenciesAsync(scope, state.Agencies, cancellation)).ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var agencies = state.Agencies.Where(known.ContainsKey).Select(code => (Agency: known[code], Colour: colours.Of(code))).ToList();
        var trend = await TrendAsync(scope, state, reportScope, years, agencies, cancellation);
        return new TrendsResult(trend, allYears, agencies, state.Agencies.Where(code => !known.ContainsKey(code)).ToList(), groupName, version);
    }

    private async Task<Trend> TrendAsync(
        Scope scope, TrendsState state, ReportScope reportScope, List<int> years, List<(AgencyEntry Agency, int Colour)> agencies, CancellationToken cancellation)
    {
        var (group, metric, first, last) = (state.Group.Group, state.Metric, new ReportYear(years[0]), new ReportYear(years[^1]));
        var codes = agencies.Select(entry => entry.Agency.Code).ToList();
        var spreadTask = trends.SpreadAsync(scope, group, metric, reportScope, first, last, cancellation);
        var coverageTask = coverages.YearsAsync(scope, group, reportScope, first, last, cancellation);
        var formsTask = breakQueries.FormsAsync(scope, group, metric, reportScope, first, last, cancellation);
        var linesTask = codes.Count > 0 ? trends.LinesAsync(scope, codes, metric, reportScope, first, last, cancellation) : Task.FromResult<IReadOnlyList<LinePoint>>([]);
        var changesTask = codes.Count > 0 ? compare.RegionChangesAsync(scope, codes, first.Value, last.Value, cancellation) : Task.FromResult<IReadOnlyList<RegionChange>>([]);
        var eventsTask = breakQueries.EventsAsync(scope, group.Region, first, last, cancellation);
        await Task.WhenAll(spreadTask, coverageTask, formsTask, linesTask, changesTask, eventsTask);

        var spread = (await spreadTask).ToDictionary(row => (int)row.Year);
        var coverage = (await coverageTask).ToDictionary(row => (int)row.Year, row => new GroupCoverage(row.Reported, row.Expected, row.Missing));
        var formCounts = (await formsTask).ToLookup(row => (int)row.Year);
        // Growth is told between years in which somebody counts: a metric may have come or gone with a form.
        var counted = spread.Values.Where(row => row.Counted > 0).Select(row => (int)row.Year).Order().ToList();
        var growth = counted.Count < 2 ? []
            : await trends.GrowthAsync(scope, group, metric, reportScope, new ReportYear(counted[0]), new ReportYear(counted[^1]), cancellation);
        // Two years next to each other are a step and the whole span at once.
        var steps = growth.Where(row => row.ToYear == row.FromYear + 1).DistinctBy(row => row.ToYear).ToDictionary(row => (int)row.ToYear);

        // A change in the first year shown has no year before it to be told from.
        var events = (await eventsTask).Where(change => change.Date.Year > years[0]).ToLookup(change => change.Regions.Contains(group.Region.Value, StringComparer.Ordinal));
        var lines = await linesTask;
        var panel = panels.Build(metric, agencies, years, lines.Select(point => OfLine(point, metric, reportScope)), await changesTask);
        var values = lines.ToLookup(point => point.Agency, StringComparer.Ordinal);
        return new Trend(
            panel with { Breaks = [.. panel.Breaks.Concat(OfOwnRegion(group.Region, events[true])).Distinct()] },
            reportScope, catalog.DerivedMetrics.FirstOrDefault(candidate => candidate.Key == metric) is not { IsRate: true },
            years.Select(year => new TrendYear(year, panels.Exists(metric, year), spread.GetValueOrDefault(year), steps.GetValueOrDefault(year),
                coverage.GetValueOrDefault(year), formCounts[year].ToList())).ToList(),
            counted.Count < 2 ? null : growth.FirstOrDefault(row => row.FromYear == counted[0] && row.ToYear == counted[^1]),
            panel.Series.Select(series => new TrendLine(series, values[series.Agency].ToDictionary(point => (int)point.Year))).ToList(),
            events[false].ToList());
    }

    // The last year whose form has the metric; the last one where none has.
    private int LastWith(MetricKey metric, List<int> years) => years.Where(year => panels.Exists(metric, year)).DefaultIfEmpty(years[^1]).Last();

    private static SeriesValue OfLine(LinePoint point, MetricKey metric, ReportScope reportScope) => new()
    {
        Agency = point.Agency,
        AgencyName = point.AgencyName,
        Metric = metric.Value,
        Year = point.Year,
        Scope = reportScope.ToString().ToLowerInvariant(),
        ReportId = point.ReportId,
        Form = point.Form,
        State = point.State,
        Value = point.Value,
        Denominator = point.Denominator,
        IsDisputed = point.IsDisputed,
        HasUnit = point.HasUnit,
        IsCorrected = point.IsCorrected,
    };

    private IEnumerable<Break> OfOwnRegion(RegionCode region, IEnumerable<RegionNote> events) => events
        .Select(change => new Break(change.Date.Year, texts["Break.Region", change.Date, catalog.Regions.Find(region)?.Name ?? "", change.Note], true));
}
