// Gathers what an agency's page and its download show, so that both ask the same queries.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Agencies;

/// <summary>Loads agencies.</summary>
public sealed class AgencyData(AgencyQueries queries, CompareQueries compare, PublishedWarehouse warehouse, AgencyTopics topics, Flows flows, TimeProvider clock)
{
    private const int MostPeers = 5;

    // The agencies' own clocks are eight hours ahead of UTC all over the country.
    private static readonly TimeSpan OwnTime = TimeSpan.FromHours(8);

    /// <summary>What the page is about at a glance.</summary>
    public static readonly IReadOnlyList<MetricKey> KeyMetrics =
    [
        CompareState.DefaultMetric, new("requests.closed.total"), new("disclosure_rate"), new("dispute_rate"), new("licensing.decisions"), new("penalties.decisions"),
    ];

    /// <summary>Null where there is no such agency or the asker may not see it.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<AgencyResult?> LoadAsync(Scope scope, string agency, AgencyState state, CancellationToken cancellation)
    {
        if (await queries.HeadAsync(scope, agency, cancellation) is not { } head) return null;
        var extent = await compare.ExtentAsync(scope, cancellation);
        var (first, last) = (Earliest(extent.FirstYear, head.Years, state.Year), Latest(extent.LastYear, head.Years, state.Year));
        var years = Enumerable.Range(first, last - first + 1).ToList();

        // Asked all at once: each answer is a few milliseconds of one core.
        var strip = queries.YearsAsync(scope, agency, new ReportYear(first), new ReportYear(last), Today, cancellation);
        var reports = queries.ReportsAsync(scope, agency, cancellation);
        var findings = queries.FindingsAsync(scope, agency, cancellation);
        var profile = queries.ProfileAsync(scope, agency, cancellation);
        var changes = compare.RegionChangesAsync(scope, [agency], first, last, cancellation);

        var current = (await reports).Where(report => report.IsCurrent).ToList();
        var scopes = current.GroupBy(report => Enum.Parse<ReportScope>(report.ReportScope, ignoreCase: true)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).ToList();
        var chosen = state.Scope ?? scopes.FirstOrDefault();
        var name = AgencyResult.NameOf(chosen);
        var year = state.Year ?? current.Where(report => report.ReportScope == name).Select(report => (int?)report.Year).Max() ?? last;

        var peers = compare.PeersAsync(scope, agency, CompareState.DefaultMetric, new ReportYear(year), MostPeers, cancellation);
        var standings = KeyMetrics.Select(metric => queries.StandingAsync(scope, agency, metric, new ReportYear(year), cancellation)).ToList();

        var panels = topics.Panels(head, years, (await profile).Where(value => value.ReportScope == name), await changes);
        var changed = (await changes).Select(change => change.Date.Year).ToHashSet();
        var figures = KeyMetrics.Zip(await Task.WhenAll(standings), (metric, standing) => KeyFigures.Of(panels[metric], year, changed, standing.FirstOrDefault(one => one.ReportScope == name))).ToList();
        return new AgencyResult(
            head, chosen, scopes, years, year, await strip, await reports, await findings, topics.Build(panels), figures,
            flows.Build(panels, year), topics.Disputes(panels), await peers, warehouse.Version);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(OwnTime).DateTime);

    private static int Earliest(short? first, List<short> own, int? chosen) => own.Select(year => (int)year).Concat([first ?? ReportYear.Last, chosen ?? ReportYear.Last]).Min();

    private static int Latest(short? last, List<short> own, int? chosen) => own.Select(year => (int)year).Concat([last ?? ReportYear.First, chosen ?? ReportYear.First]).Max();
}
