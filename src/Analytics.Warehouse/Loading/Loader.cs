// Loads a batch in one transaction: into staging, then set-based SQL. The same bytes again change nothing.
namespace Analytics.Warehouse;

/// <summary>Loads batches, one at a time.</summary>
internal sealed class Loader(WriterDatabase writer, ReportCells cells, LabelBook labels, SourceRanks ranks, WideSql wide)
{
    private static readonly string[] Steps = ["load/Agency", "load/Report", "load/Document", "load/Shown", "load/Facts", "load/Marks", "load/Current"];

    /// <summary>Loads documents; those that are taken in already are left as they are.</summary>
    public async Task LoadAsync(IReadOnlyList<LoadItem> batch, CancellationToken cancellation)
    {
        var items = batch.DistinctBy(item => item.Sha256, StringComparer.Ordinal).ToList();
        var reports = Enumerable.Range(0, items.Count).Where(index => items[index].Report is not null).Select(index => (No: index + 1, Report: items[index].Report!)).ToList();
        await writer.RunAsync(async session =>
        {
            await session.ExecuteAsync("load/Staging");
            var texts = new List<CellTextRow>();
            await session.StageListsAsync("cells", reports.Select(entry => cells.Of(entry.No, entry.Report, texts)));
            session.Stage("cell_text", texts);
            session.Stage("label", labels.Added);
            session.Stage("document", items.Select(Row));
            session.Stage("report", Hashed(reports).Select(entry => Row(entry.No, entry.Report, entry.Sha256)));
            session.Stage("finding", reports.SelectMany(entry => entry.Report.Findings.Select(finding => Row(entry.No, finding))));
            await session.ExecuteAsync("load/Fresh");
            return true;
        }, cancellation);
        await writer.TransactAsync(async session =>
        {
            foreach (var step in Steps) await session.ExecuteAsync(step);
            await session.ExecuteTextAsync(wide.Staged);
            return true;
        }, cancellation);
        labels.Keep();
    }

    private static IEnumerable<(int No, LoadReport Report, string Sha256)> Hashed(List<(int No, LoadReport Report)> reports) =>
        reports.AsParallel().AsOrdered().Select(entry => (entry.No, entry.Report, entry.Report.FactsSha256()));

    private DocumentRow Row(LoadItem item, int index) => new(
        index + 1, item.Sha256, item.File, item.Source, ranks.Of(item.Source), item.Published, item.Note, item.ExtractorVersion, item.Reason, item.Extracted);

    private static ReportRow Row(int no, LoadReport report, string sha256) => new(
        no, AgencyCode(report.Agency), report.Agency.Name, report.Agency.ShortName, report.Agency.Office,
        report.Agency.Region?.Value, report.Agency.Sector, report.AgencyPrinted, (short)report.Year.Value, Lower(report.Scope),
        report.Forms.GetValueOrDefault("二"), report.Forms.GetValueOrDefault("三"), report.Forms.GetValueOrDefault("四"),
        sha256, report.Agency.Region?.IsSynthetic ?? false);

    // Region and office make the agency, however its name is printed.
    internal static string AgencyCode(Catalog.Agency agency) => agency.Region is { } region
        ? $"{region.Value}.{agency.Office}".TrimEnd('.')
        : $"-.{agency.Name}";

    private static FindingRow Row(int no, Catalog.Finding finding) => new(
        no, finding.Rule, Lower(finding.Severity), string.Join(',', finding.Metrics.Select(metric => metric.Value)),
        finding.Expected, finding.Printed, finding.Message);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
