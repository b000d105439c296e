// Loads a batch in one transaction: rows into staging, then set-based SQL. The same bytes again change nothing.
namespace Analytics.Warehouse;

internal static class Loader
{
    private static readonly string[] Steps = ["load/Agency", "load/Report", "load/Document", "load/Shown", "load/Facts", "load/Current"];

    /// <summary>Loads documents; those that are taken in already are left as they are.</summary>
    public static async Task LoadAsync(WriterDatabase writer, IReadOnlyList<LoadItem> batch, CancellationToken cancellation)
    {
        var items = batch.DistinctBy(item => item.Sha256, StringComparer.Ordinal).ToList();
        var reports = items.Where(item => item.Report is not null).Select(item => (item, report: item.Report!)).ToList();
        await writer.RunAsync(async session =>
        {
            await session.ExecuteAsync("load/Staging");
            session.Stage("document", items.Select(Row));
            session.Stage("report", reports.Select(entry => Row(entry.item, entry.report)));
            session.Stage("fact", reports.SelectMany(entry => entry.report.Values.Select(value => Row(entry.item.Sha256, value))));
            session.Stage("finding", reports.SelectMany(entry => entry.report.Findings.Select(finding => Row(entry.item.Sha256, finding))));
            await session.ExecuteAsync("load/Fresh");
            return true;
        }, cancellation);
        await writer.TransactAsync(async session =>
        {
            foreach (var step in Steps) await session.ExecuteAsync(step);
            return true;
        }, cancellation);
    }

    private static DocumentRow Row(LoadItem item) => new(
        item.Sha256, item.File, item.Source, item.Published, item.Note, item.ExtractorVersion, item.Reason, item.Extracted);

    private static ReportRow Row(LoadItem item, LoadReport report) => new(
        item.Sha256, AgencyCode(report), report.Agency.Name, report.Agency.ShortName, report.Agency.Office,
        report.Agency.Region?.Value, report.Agency.Sector, report.AgencyPrinted, (short)report.Year.Value, Lower(report.Scope),
        report.Forms.GetValueOrDefault("二"), report.Forms.GetValueOrDefault("三"), report.Forms.GetValueOrDefault("四"),
        item.Published, report.FactsSha256());

    // Region and office make the agency, however its name is printed.
    private static string AgencyCode(LoadReport report) => report.Agency.Region is { } region
        ? $"{region.Value}.{report.Agency.Office}".TrimEnd('.')
        : $"-.{report.Agency.Name}";

    private static FactRow Row(string sha256, LoadValue value) => new(
        sha256, value.Metric.Value, Lower(value.State), value.Value, value.HasUnit, value.Cell.FormTable, value.Cell.Grid, value.Cell.Row,
        value.Cell.Column, value.Cell.Line, value.Cell.Page, value.Cell.Text, value.Cell.Unit, value.Cell.RowLabel, value.Cell.ColumnLabel, value.Cell.IsOcr);

    private static FindingRow Row(string sha256, Catalog.Finding finding) => new(
        sha256, finding.Rule, Lower(finding.Severity), string.Join(',', finding.Metrics.Select(metric => metric.Value)),
        finding.Expected, finding.Printed, finding.Message);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
