// Finds metrics by Chinese or English label or by key.
using Analytics.Catalog;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Compare;

/// <summary>A metric found by a search.</summary>
public sealed record MetricHit(MetricKey Key, string Label, string Detail);

/// <summary>Search over the catalog's metrics, printed and derived.</summary>
public sealed class MetricSearch
{
    // What people ask for first, offered before anything is typed.
    private static readonly string[] First =
    [
        "requests.received.total", "requests.closed.total", "disclosure_rate", "licensing.decisions", "penalties.decisions",
        "procurement.amount_wan", "fees.amount_wan", "requests.carried_out.total", "reconsideration.total", "litigation_direct.total", "dispute_rate",
    ];

    private readonly List<MetricHit> all;

    public MetricSearch(Catalog.Catalog catalog, IStringLocalizer<Texts> texts) => all =
    [
        .. catalog.Metrics.Select(metric => new MetricHit(metric.Key, metric.LabelZh, texts["Metric.Printed", metric.Table, metric.LabelEn, metric.Unit])),
        .. catalog.DerivedMetrics.Select(metric => new MetricHit(metric.Key, metric.LabelZh, texts["Metric.Derived", metric.LabelEn, metric.Unit])),
    ];

    /// <summary>The best matches, at most so many; suggestions for an empty text.</summary>
    public IReadOnlyList<MetricHit> Find(string text, int limit)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0) return First.Select(key => all.Find(hit => hit.Key.Value == key)!).ToList();
        return all.Where(hit => hit.Label.Contains(wanted, StringComparison.OrdinalIgnoreCase) || hit.Detail.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                || hit.Key.Value.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(hit => !hit.Label.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)).ThenBy(hit => hit.Label.Length).Take(limit).ToList();
    }

    public string Label(MetricKey metric) => all.Find(hit => hit.Key == metric)?.Label ?? metric.Value;
}
