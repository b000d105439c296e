// What metrics and sectors are called in the reader's language; the catalog has both.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Dashboards;

/// <summary>Names from the catalog in the language of the page.</summary>
public sealed class MetricNames(Catalog.Catalog catalog)
{
    private readonly Dictionary<MetricKey, (string Zh, string En, string Unit, string NoteZh, string NoteEn)> metrics = catalog.Metrics
        .Select(metric => (metric.Key, metric.LabelZh, metric.LabelEn, metric.Unit, metric.NoteZh, metric.Note))
        .Concat(catalog.DerivedMetrics.Select(metric => (metric.Key, metric.LabelZh, metric.LabelEn, metric.Unit, metric.NoteZh, metric.Note)))
        .ToDictionary(metric => metric.Key, metric => (metric.LabelZh, metric.LabelEn, metric.Unit, metric.NoteZh, metric.Note));

    private readonly Dictionary<string, string> sectors = catalog.Sectors.ToDictionary(sector => sector.Name, sector => sector.LabelEn, StringComparer.Ordinal);

    /// <summary>Whether the page is in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>A metric's short label; its key where the catalog has none.</summary>
    public string Of(MetricKey metric) => metrics.TryGetValue(metric, out var names) ? IsEnglish ? names.En : names.Zh : metric.Value;

    /// <inheritdoc cref="Of(MetricKey)"/>
    public string Of(string metric) => Of(new MetricKey(metric));

    /// <summary>件, 项, 万元 or %, as the forms print it; <see cref="Unit"/> says it to the reader.</summary>
    public string UnitOf(MetricKey metric) => metrics.TryGetValue(metric, out var names) ? names.Unit : "";

    /// <summary>What a reader must know before comparing; may be empty.</summary>
    public string NoteOf(MetricKey metric) => metrics.TryGetValue(metric, out var names) ? IsEnglish ? names.NoteEn : names.NoteZh : "";

    /// <summary>A unit of the catalog in the reader's language: 件 is cases. As it is where there is no other word.</summary>
    public static string Unit(string unit) => PageTexts.Find("Unit." + unit) ?? unit;

    /// <summary>Which statutory table: 二 is Table 2.</summary>
    public static string Table(string table) => PageTexts.Find("FormTable." + table) ?? table;

    /// <summary>What holds where the rule is kept.</summary>
    public static string OfRule(Rule rule) => IsEnglish ? rule.NameEn : rule.NameZh;

    /// <summary>A sector's name; as it is where the catalog has no other.</summary>
    public string OfSector(string sector) => IsEnglish && sectors.TryGetValue(sector, out var label) ? label : sector;
}
