// The way of documents from files into the warehouse: keep the bytes, extract, load in batches, publish.
using System.Runtime.CompilerServices;
using Analytics.Catalog;
using Analytics.Etl.Facts;
using Analytics.Etl.Reading;
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
/// <param name="File">Path as given; of the archive for what came in one.</param>
/// <param name="Name">For messages: "report.docx", "archive.zip/report.docx".</param>
/// <param name="Outcome">Loaded, known or quarantined.</param>
/// <param name="Agency">Name of the body, null where it was not recognised.</param>
/// <param name="Year">Report year, null where it was not recognised.</param>
/// <param name="Facts">Values read; agencies of a roster.</param>
/// <param name="Errors">Open error findings.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="Reason">Why it was quarantined.</param>
public sealed record LoadedDocument(
    string File, string Name, LoadOutcome Outcome, string? Agency, ReportYear? Year, int Facts, int Errors, int Warnings, string? Reason);

/// <summary>What happened in a run.</summary>
/// <param name="Documents">Rosters, then normalized facts, then documents, each in the order of the files.</param>
/// <param name="Version">The version now published.</param>
public sealed record LoadRunResult(IReadOnlyList<LoadedDocument> Documents, int Version);

/// <summary>Loads documents into the warehouse of a data folder.</summary>
public sealed class LoadRun(DataFolder folder, WarehouseWriter writer, DocumentIntake intake, CatalogData catalog)
{
    // A batch is one transaction, and its documents are in memory together.
    private const int BatchDocuments = 200;
    private const int BatchReports = 1000;
    private const long BatchBytes = 256L << 20;
    private readonly RosterFile rosters = new(catalog);
    private readonly FactsFile normalized = new(catalog, new Extractor(catalog));

    /// <summary>Takes documents, normalized facts and rosters in. What is known by its content is left alone; a poison document never stops the rest.</summary>
    /// <param name="files">Files, as <see cref="DocumentFiles.Find"/> gives them.</param>
    /// <param name="progress">Told how many are done.</param>
    public async Task<LoadRunResult> RunAsync(IReadOnlyList<string> files, IProgress<int>? progress, CancellationToken cancellation)
    {
        var done = new List<LoadedDocument>();
        var documents = new List<string>();
        var facts = new List<string>();
        foreach (var file in files)
        {
            if (await RosterFile.IsRosterAsync(file, cancellation)) done.Add(await LoadRosterAsync(file, cancellation));
            else (FactsFile.IsFacts(file) ? facts : documents).Add(file);
        }
        foreach (var file in facts) done.AddRange(await LoadFactsAsync(file, cancellation));
        await foreach (var batch in BatchesAsync(documents, cancellation))
        {
            done.AddRange(await LoadBatchAsync(batch, cancellation));
            progress?.Report(Math.Min(done.Count, files.Count));
        }
        var isChanged = done.Exists(document => document.Outcome != LoadOutcome.Known);
        var version = isChanged || folder.CurrentVersion() is null ? await writer.PublishAsync(cancellation) : folder.CurrentVersion()!.Value;
        return new LoadRunResult(done, version);
    }

    // A roster is taken in whole or not at all; its lines stand where a document has its facts.
    private async Task<LoadedDocument> LoadRosterAsync(string file, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        var read = rosters.Read(await File.ReadAllBytesAsync(file, cancellation));
        if (read.Errors.Count > 0) return new LoadedDocument(file, name, LoadOutcome.Quarantined, null, null, 0, read.Errors.Count, 0, string.Join('\n', read.Errors));
        await writer.LoadRosterAsync(read.Entries, name, cancellation);
        return new LoadedDocument(file, name, LoadOutcome.Loaded, null, null, read.Entries.Count, 0, 0, null);
    }

    private async IAsyncEnumerable<List<IncomingDocument>> BatchesAsync(IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<IncomingDocument>();
        var bytes = 0L;
        await foreach (var document in intake.OpenAsync(files, cancellation))
        {
            batch.Add(document);
            bytes += document.Bytes?.Length ?? 0;
            if (batch.Count < BatchDocuments && bytes < BatchBytes) continue;
            yield return batch;
            batch = [];
            bytes = 0;
        }
        if (batch.Count > 0) yield return batch;
    }

    private async Task<IEnumerable<LoadedDocument>> LoadBatchAsync(List<IncomingDocument> batch, CancellationToken cancellation)
    {
        var known = (await writer.KnownAsync(batch.Select(document => document.Sha256.ToString()), cancellation)).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
        var outcomes = new LoadedDocument[batch.Count];
        var fresh = new Dictionary<string, int>(StringComparer.Ordinal);
        var unpackable = new List<(int Index, int Of)>();
        for (var i = 0; i < batch.Count; i++)
        {
            var document = batch[i];
            var sha256 = document.Sha256.ToString();
            if (known.TryGetValue(sha256, out var before)) outcomes[i] = Outcome(document, LoadOutcome.Known, before.Reason);
            else if (fresh.TryAdd(sha256, i)) continue;
            // Files of an archive that could not be unpacked share the archive's bytes: one document, with the reasons of all.
            else if (document is { IsFromArchive: true, Refusal: { } reason })
            {
                outcomes[i] = Outcome(document, LoadOutcome.Quarantined, reason);
                unpackable.Add((i, fresh[sha256]));
            }
            else outcomes[i] = Outcome(document, LoadOutcome.Known, null);
        }
        foreach (var index in fresh.Values)
        {
            if (batch[index].Bytes is { } bytes) await folder.KeepAsync(batch[index].Sha256.ToString(), bytes, cancellation);
        }
        var order = fresh.Values.Order().ToList();
        var items = new Dictionary<int, LoadItem>();
        var kind = await writer.IsSyntheticAsync(cancellation);
        await foreach (var report in intake.ExtractAsync(order.Select(index => batch[index]).ToAsyncEnumerable(), cancellation))
        {
            var index = order[items.Count];
            items[index] = Kept(Items.Of(report, await SidecarOfAsync(batch[index], cancellation), catalog), ref kind);
            outcomes[index] = Outcome(batch[index].File, batch[index].Name, report, items[index]);
        }
        foreach (var (index, of) in unpackable) items[of] = items[of] with { Reason = $"{items[of].Reason}\n{batch[index].Name}：{batch[index].Refusal}" };
        if (items.Count > 0) await writer.LoadAsync(items.Values.ToList(), cancellation);
        return outcomes;
    }

    private async Task<List<LoadedDocument>> LoadFactsAsync(string file, CancellationToken cancellation)
    {
        var done = new List<LoadedDocument>();
        foreach (var reports in normalized.Read(file).Chunk(BatchReports))
        {
            var known = (await writer.KnownAsync(reports.Select(one => one.Report.Sha256.ToString()), cancellation)).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
            var kind = await writer.IsSyntheticAsync(cancellation);
            var items = new List<LoadItem>();
            foreach (var one in reports)
            {
                if (known.TryGetValue(one.Report.Sha256.ToString(), out var before))
                {
                    done.Add(new LoadedDocument(file, one.Name, LoadOutcome.Known, null, null, 0, 0, 0, before.Reason));
                    continue;
                }
                var item = Kept(Items.Of(one.Report, null, catalog), ref kind);
                items.Add(item);
                done.Add(Outcome(file, one.Name, one.Report, item));
            }
            if (items.Count > 0) await writer.LoadAsync(items, cancellation);
        }
        return done;
    }

    // Real reports and synthetic ones are not loaded together: what does not belong here is quarantined.
    private static LoadItem Kept(LoadItem item, ref bool? isSynthetic)
    {
        if (item.Report is not { } report) return item;
        var kind = report.Agency.Region?.IsSynthetic ?? false;
        return kind == (isSynthetic ??= kind) ? item : item with { Report = null, Reason = MixedReportsException.Explain(kind) };
    }

    // An archive's sidecar says where all in it came from, and nothing of one document.
    private static async Task<Sidecar?> SidecarOfAsync(IncomingDocument document, CancellationToken cancellation)
    {
        var sidecar = await Sidecar.OfAsync(document.File, cancellation);
        return document.IsFromArchive && sidecar is not null ? new Sidecar(null, sidecar.Source, null, null, sidecar.Note) : sidecar;
    }

    private static LoadedDocument Outcome(IncomingDocument document, LoadOutcome outcome, string? reason) => new(document.File, document.Name, outcome, null, null, 0, 0, 0, reason);

    private static LoadedDocument Outcome(string file, string name, Report report, LoadItem item) => new(
        file, name, item.Report is null ? LoadOutcome.Quarantined : LoadOutcome.Loaded, report.Agency?.Name, report.Year, report.Facts.Count,
        report.Findings.Count(finding => finding.Severity == Severity.Error), report.Findings.Count(finding => finding.Severity == Severity.Warning), item.Reason);
}
