// A report as extracted, in the terms of the warehouse.
using Analytics.Catalog;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl;

internal static class Items
{
    public static LoadItem Of(Report report, Sidecar? sidecar, CatalogData catalog) => new(
        report.Sha256.ToString(), report.File, sidecar?.Source, sidecar?.Published ?? report.Published, sidecar?.Note, Extractor.Version,
        report.IsQuarantined ? null : Content(report, sidecar, catalog), report.Reason,
        report.IsQuarantined ? ReportJson.Write(report, catalog) : null);

    private static LoadReport Content(Report report, Sidecar? sidecar, CatalogData catalog) => new(
        report.Agency!, report.AgencyPrinted, report.Year!.Value, report.Scope, report.Forms,
        report.Facts.Select(fact => new LoadValue(fact.Metric, State(fact.State), fact.Value, HasUnit(fact, catalog), Cell(fact.Source))).ToList(),
        [.. report.Findings, .. Doubts(report, sidecar, catalog)]);

    private static ValueState State(FactState state) => state switch
    {
        FactState.Number => ValueState.Number,
        FactState.Blank => ValueState.Blank,
        _ => ValueState.Unread,
    };

    // Zero is zero in any unit.
    private static bool HasUnit(Fact fact, CatalogData catalog) => catalog.Metric(fact.Metric)!.IsCount || fact.Value is null or 0 || fact.Source.Unit is not null;

    private static LoadCell Cell(Source source) => new(
        source.Table, source.Anchor.Table, source.Anchor.Row, source.Anchor.Column, source.Anchor.Line, source.Anchor.Page,
        source.Text, source.Unit, source.RowLabel, source.ColumnLabel, source.IsOcr);

    // R23: what came with the file contradicts what is in it.
    private static IEnumerable<Finding> Doubts(Report report, Sidecar? sidecar, CatalogData catalog)
    {
        var rule = catalog.Rule("R23");
        if (sidecar?.Sha256 is { } hash && !string.Equals(hash, report.Sha256.ToString(), StringComparison.OrdinalIgnoreCase))
            yield return new Finding(rule.Id, rule.Severity, [], null, null, $"{rule.MessageZh}：来源说明记录的 SHA-256 与文件不符，文件可能被改动过");
        if (sidecar?.Agency is { } agency && agency != report.Agency!.Name && agency != report.Agency.ShortName && agency != report.AgencyPrinted)
            yield return new Finding(rule.Id, rule.Severity, [], null, null, $"{rule.MessageZh}：来源说明为“{agency}”，文件为“{report.Agency.Name}”");
    }
}
