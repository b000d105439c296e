// All that a report's page shows, loaded at once.
using Analytics.Dashboards.Documents;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>A report as its page shows it.</summary>
/// <param name="Kind">How its document can be shown; null where its bytes are not here.</param>
/// <param name="Version">The published version it was read from.</param>
public sealed record ReportView(
    ReportPageHead Head, IReadOnlyList<ReportCell> Cells, IReadOnlyList<PrintedTable> Tables, IReadOnlyList<DecidedFinding> Findings,
    IReadOnlyList<ReportVersion> Versions, IReadOnlyList<CorrectionEntry> Corrections, OriginalKind? Kind, int? Version)
{
    /// <summary>Numbers of the other reports of the same agency, year and scope.</summary>
    public IReadOnlyList<int> Others => Versions.Select(version => version.ReportId).Where(report => report != Head.ReportId).Distinct().ToList();
}

/// <summary>Loads reports.</summary>
public sealed class ReportData(ReportQueries queries, PublishedWarehouse warehouse, DataFolder folder, Catalog.Catalog catalog)
{
    /// <summary>Null where there is no such report or the asker may not see it.</summary>
    /// <exception cref="NothingPublishedException">There is nothing to ask yet.</exception>
    public async Task<ReportView?> LoadAsync(Scope scope, int report, CancellationToken cancellation)
    {
        var version = warehouse.Version;
        if (await queries.HeadAsync(scope, report, cancellation) is not { } head) return null;
        var cells = await queries.CellsAsync(scope, report, cancellation);
        var findings = await queries.FindingsAsync(scope, report, cancellation);
        var versions = await queries.VersionsAsync(scope, report, cancellation);
        var corrections = await queries.CorrectionsAsync(scope, report, cancellation);
        return new ReportView(head, cells, PrintedTables.Of(catalog.Forms, head, cells), findings, versions, corrections, await KindAsync(head, cancellation), version);
    }

    private async Task<OriginalKind?> KindAsync(ReportPageHead head, CancellationToken cancellation)
    {
        try
        {
            return await OriginalKinds.OfAsync(folder.DocumentFile(head.Sha256), cancellation);
        }
        catch (IOException)
        {
            // Facts without a document, or one that was moved away.
            return null;
        }
    }
}
