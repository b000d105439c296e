// The way of documents from files into the warehouse: keep the bytes, extract, load in batches, publish.
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl;

public enum LoadOutcome
{
    /// <summary>Its facts are in the warehouse.</summary>
    Loaded,

    /// <summary>The same bytes were taken in before; nothing changed.</summary>
    Known,

    /// <summary>Kept, not loaded; the reason says why.</summary>
    Quarantined,
}

/// <summary>What happened to one document.</summary>
/// <param name="File">As given.</param>
/// <param name="Outcome">Loaded, known or quarantined.</param>
/// <param name="Agency">Name of the body, null where it was not recognised.</param>
/// <param name="Year">Report year, null where it was not recognised.</param>
/// <param name="Facts">Values read.</param>
/// <param name="Errors">Open error findings.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="Reason">Why it was quarantined.</param>
public sealed record LoadedDocument(
    string File, LoadOutcome Outcome, string? Agency, ReportYear? Year, int Facts, int Errors, int Warnings, string? Reason);

/// <summary>What happened in a run.</summary>
/// <param name="Documents">In the order of the files.</param>
/// <param name="Version">The version now published.</param>
public sealed record LoadRunResult(IReadOnlyList<LoadedDocument> Documents, int Version);

/// <summary>Loads documents into the warehouse of a data folder.</summary>
public sealed class LoadRun(DataFolder folder, WarehouseWriter writer, CatalogData catalog)
{
    private const int BatchSize = 200;
    private readonly Extractor extractor = new(catalog);

    /// <summary>Takes documents in. What is known by its content is left alone; a poison document never stops the rest.</summary>
    /// <param name="files">Files, as <see cref="DocumentFiles.Find"/> gives them.</param>
    /// <param name="progress">Told how many are done.</param>
    public async Task<LoadRunResult> RunAsync(IReadOnlyList<string> files, IProgress<int>? progress, CancellationToken cancellation)
    {
        var done = new List<LoadedDocument>();
        foreach (var batch in files.Chunk(BatchSize))
        {
            done.AddRange(await LoadBatchAsync(batch, cancellation));
            progress?.Report(done.Count);
        }
        var isChanged = done.Exists(document => document.Outcome != LoadOutcome.Known);
        var version = isChanged || folder.CurrentVersion() is null ? await writer.PublishAsync(cancellation) : folder.CurrentVersion()!.Value;
        return new LoadRunResult(done, version);
    }

    private async Task<List<LoadedDocument>> LoadBatchAsync(string[] files, CancellationToken cancellation)
    {
        var arrived = new List<(string File, byte[] Bytes, string Sha256)>();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellation);
            arrived.Add((file, bytes, Sha256Hash.Of(bytes).ToString()));
        }
        var known = (await writer.KnownAsync(arrived.Select(document => document.Sha256), cancellation)).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
        var items = new Dictionary<string, LoadItem>(StringComparer.Ordinal);
        var outcomes = new List<LoadedDocument>();
        foreach (var (file, bytes, sha256) in arrived)
        {
            if (known.TryGetValue(sha256, out var before) || items.ContainsKey(sha256))
            {
                outcomes.Add(new LoadedDocument(file, LoadOutcome.Known, null, null, 0, 0, 0, before?.Reason));
                continue;
            }
            await folder.KeepAsync(sha256, bytes, cancellation);
            var report = extractor.Extract(file, bytes);
            var sidecar = await Sidecar.OfAsync(file, cancellation);
            items[sha256] = Items.Of(report, sidecar, catalog);
            outcomes.Add(new LoadedDocument(
                file, report.IsQuarantined ? LoadOutcome.Quarantined : LoadOutcome.Loaded, report.Agency?.Name, report.Year, report.Facts.Count,
                report.Findings.Count(finding => finding.Severity == Severity.Error), report.Findings.Count(finding => finding.Severity == Severity.Warning), report.Reason));
        }
        if (items.Count > 0) await writer.LoadAsync(items.Values.ToList(), cancellation);
        return outcomes;
    }
}
