// Finds metrics by Chinese or English label, by pinyin or its initials, or by key.
using Analytics.Catalog;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Choosing;

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

    private readonly List<Entry> all;
    private readonly IStringLocalizer<Texts> texts;

    public MetricSearch(Catalog.Catalog catalog, IStringLocalizer<Texts> texts)
    {
        this.texts = texts;
        all =
        [
            .. catalog.Metrics.Select(metric => Read(catalog, metric.Key, metric.LabelZh, metric.LabelEn, metric.Unit, metric.Table)),
            .. catalog.DerivedMetrics.Select(metric => Read(catalog, metric.Key, metric.LabelZh, metric.LabelEn, metric.Unit, null)),
        ];
    }

    /// <summary>The best matches, at most so many; suggestions for an empty text.</summary>
    public IReadOnlyList<MetricHit> Find(string text, int limit)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0) return First.Select(key => Hit(all.Find(entry => entry.Key.Value == key)!)).ToList();
        return all.Where(entry => entry.Texts.Any(candidate => candidate.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(entry => !entry.Texts.Any(candidate => candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))).ThenBy(entry => entry.Zh.Length)
            .Take(limit).Select(Hit).ToList();
    }

    private static Entry Read(Catalog.Catalog catalog, MetricKey key, string zh, string en, string unit, string? table) =>
        new(key, zh, en, unit, table, [zh, en, key.Value, catalog.Pinyin.Full(zh), catalog.Pinyin.Initials(zh)]);

    private MetricHit Hit(Entry entry)
    {
        var (label, other) = MetricNames.IsEnglish ? (entry.En, entry.Zh) : (entry.Zh, entry.En);
        var unit = MetricNames.Unit(entry.Unit);
        return new MetricHit(entry.Key, label, entry.Table is { } table ? texts["Metric.Printed", MetricNames.Table(table), other, unit] : texts["Metric.Derived", other, unit]);
    }

    private sealed record Entry(MetricKey Key, string Zh, string En, string Unit, string? Table, IReadOnlyList<string> Texts);
}
