// Panels for tests: rows as the warehouse gives them, of agencies that are easy to tell apart.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

internal static class Panels
{
    public const string Received = "requests.received.total";
    public const string Disclosure = "disclosure_rate";
    public const string Procurement = "procurement.amount_wan";
    public const string Change = "licensing.items_change";

    public static readonly AgencyEntry Gongshu = Agency("330105.教育局", "拱墅区教育局", "拱墅区");
    public static readonly AgencyEntry Chaoyang = Agency("110105.教育委员会", "朝阳区教育委员会", "朝阳区");

    private static readonly ComparePanels Builder = new(CatalogData.Current, new MetricNames(CatalogData.Current), PageServices.Texts);

    public static AgencyEntry Agency(string code, string name, string region) => new()
    {
        Code = code,
        Name = "某市" + name,
        ShortName = name,
        RegionName = region,
        Years = [],
        Sector = "教育",
    };

    /// <summary>A value as the query gives it. Report numbers tell agency and year: 拱墅 2020 is 2020.</summary>
    public static SeriesValue Value(AgencyEntry agency, int year, decimal? value, string metric = Received, string? state = null, string scope = "own",
        bool isDisputed = false, bool hasUnit = true, decimal? denominator = null) => new()
        {
            Agency = agency.Code,
            AgencyName = agency.ShortName,
            Metric = metric,
            Year = (short)year,
            Scope = scope,
            ReportId = agency == Gongshu ? year : year + 10_000,
            State = state ?? (value is null ? "blank" : "number"),
            Value = value,
            Denominator = denominator,
            IsDisputed = isDisputed,
            HasUnit = hasUnit,
        };

    public static ComparePanel Of(string metric, int first, int last, params SeriesValue[] values) => Of(metric, first, last, [Gongshu, Chaoyang], [], values);

    public static ComparePanel Of(string metric, int first, int last, IReadOnlyList<AgencyEntry> agencies, IReadOnlyList<RegionChange> changes, params SeriesValue[] values) =>
        Builder.Build(new MetricKey(metric), agencies.Select((agency, colour) => (agency, colour)).ToList(), Enumerable.Range(first, last - first + 1).ToList(), values, changes);
}
