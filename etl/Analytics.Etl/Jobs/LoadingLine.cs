// Loads what was read, facts and rosters into the warehouse, in the order it came.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Etl.Facts;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Jobs;

/// <summary>Takes what can be loaded, as long as there is something. Loading the same again changes nothing.</summary>
internal sealed class LoadingLine(
    DataFolder folder, WarehouseWriter writer, OperationsStore store, ExtractedReports extracted, DocumentIntake intake, CatalogData catalog, RunLog log, JobSignal signal, JobSettings settings)
{
    private const int BatchReports = 4000;
    private const int ShownProblems = 20;
    private readonly RosterFile rosters = new(catalog);
    private readonly Assigned assigned = new(catalog, new Extractor(catalog));
    private readonly FactsFile normalized = new(catalog, new Extractor(catalog), intake);

    /// <param name="loaded">Asked after each transaction.</param>
    public async Task LoadAsync(Func<Task> loaded, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await store.LoadableAsync(settings.LoadedTogether, cancellation);
            if (rows.Count == 0) return;
            var taken = await TakeAsync(rows, cancellation);
            signal.Raise();
            await loaded();
            // What has come meanwhile is worth a transaction of its own only when it fills one; the conductor sees to the rest.
            if (taken == rows.Count && rows.Count < settings.LoadedTogether) return;
        }
    }

    // A file of facts is a transaction of its own and keeps its place among the documents.
    private async Task<int> TakeAsync(IReadOnlyList<WorkRow> rows, CancellationToken cancellation)
    {
        var documents = rows.TakeWhile(row => row.What is DocumentKind.Document && row.IsToCompare == rows[0].IsToCompare).ToList();
        if (documents.Count > 0 && rows[0].IsToCompare) await CompareDocumentsAsync(documents, cancellation);
        else if (documents.Count > 0) await LoadDocumentsAsync(documents, cancellation);
        else if (!File.Exists(folder.DocumentFile(rows[0].Sha256!))) await store.KeepLoadedAsync([new DocumentResult(rows[0].DocumentId, DocumentState.Failed, BatchReader.BytesGone)], cancellation);
        else if (rows[0].What == DocumentKind.Roster) await LoadRosterAsync(rows[0], cancellation);
        else await LoadFactsAsync(rows[0], cancellation);
        return Math.Max(documents.Count, 1);
    }

    // What was read, with what people said of it; what is gone is read again.
    private async Task<List<(WorkRow Row, Report Report)>> ReportsAsync(IReadOnlyList<WorkRow> rows, List<string> hashes, CancellationToken cancellation)
    {
        var reports = new Report?[rows.Count];
        await Parallel.ForAsync(0, rows.Count, cancellation, async (i, token) => reports[i] = await extracted.ReadAsync(rows[i].DocumentId, rows[i].Name, Hash(rows[i]), token));
        await store.ReadAgainAsync(rows.Zip(reports).Where(pair => pair.Second is null).Select(pair => pair.First.DocumentId).ToList(), cancellation);
        var said = (await writer.AssignmentsAsync(hashes, cancellation)).ToDictionary(assignment => assignment.Sha256, StringComparer.Ordinal);
        return rows.Zip(reports).Where(pair => pair.Second is not null)
            .Select(pair => (pair.First, said.TryGetValue(pair.First.Sha256!, out var assignment) ? assigned.To(pair.Second!, assignment) : pair.Second!)).ToList();
    }

    private async Task CompareDocumentsAsync(IReadOnlyList<WorkRow> rows, CancellationToken cancellation)
    {
        var hashes = rows.Select(row => row.Sha256!).Distinct(StringComparer.Ordinal).ToList();
        var read = await ReportsAsync(rows, hashes, cancellation);
        var loaded = (await writer.CellsOfAsync(hashes, cancellation)).ToLookup(cell => cell.Sha256, StringComparer.Ordinal);
        var changes = read.SelectMany(pair => Comparing.Changes(pair.Row, loaded[pair.Row.Sha256!].ToList(), pair.Report)).ToList();
        await store.KeepComparedAsync(read.ConvertAll(pair => Result(pair.Row, pair.Report, DocumentState.Compared, pair.Report.Reason)), changes, cancellation);
        foreach (var run in rows.GroupBy(row => row.RunId, StringComparer.Ordinal))
            log.Info(run.Key, string.Create(CultureInfo.InvariantCulture, $"已比对 {run.Count()} 份文件，{changes.Count(change => change.RunId == run.Key)} 处不同。"));
    }

    private async Task LoadDocumentsAsync(IReadOnlyList<WorkRow> rows, CancellationToken cancellation)
    {
        var hashes = rows.Select(row => row.Sha256!).Distinct(StringComparer.Ordinal).ToList();
        var known = (await writer.KnownAsync(hashes, cancellation)).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
        var ended = (await store.EndedAsync(hashes, rows.Select(row => row.DocumentId).ToList(), cancellation)).ToHashSet(StringComparer.Ordinal);
        var kind = await writer.IsSyntheticAsync(cancellation);
        var items = new Dictionary<string, LoadItem>(StringComparer.Ordinal);
        var results = new List<DocumentResult>();
        var loadable = await ReportsAsync(rows, hashes, cancellation);
        foreach (var (row, report) in loadable)
        {
            var item = Kept(Item(row, report), ref kind);
            // Files of an archive that could not be unpacked share its bytes: one document, with the reasons of all.
            var isFirst = items.TryAdd(row.Sha256!, item);
            if (!isFirst && items[row.Sha256!] is { Report: null } held && item.Reason is not null)
                items[row.Sha256!] = held with { Reason = $"{held.Reason}\n{row.Name}：{item.Reason}" };
            // What a crash kept from being noted down is in the warehouse already.
            var before = row.IsAgain ? null : known.GetValueOrDefault(row.Sha256!);
            var isLoaded = before?.IsLoaded ?? item.Report is not null;
            var reason = isLoaded ? null : before?.Reason ?? item.Reason;
            var isKnown = !row.IsAgain && (isFirst ? before is not null && ended.Contains(row.Sha256!) : isLoaded);
            results.Add(isKnown
                ? Result(row, report, DocumentState.Known, Receiver.KnownAs(isLoaded, reason))
                : Result(row, report, isLoaded ? DocumentState.Loaded : DocumentState.Quarantined, reason));
        }
        if (items.Count > 0) await writer.LoadAsync(items.Values.ToList(), cancellation);
        await store.KeepLoadedAsync(results, cancellation);
        foreach (var (row, _) in loadable) extracted.Delete(row.DocumentId);
        foreach (var run in loadable.Zip(results, (pair, result) => (pair.Row, Result: result)).GroupBy(pair => pair.Row.RunId, StringComparer.Ordinal))
        {
            log.Info(run.Key, string.Create(CultureInfo.InvariantCulture, $"载入 {run.Count(pair => pair.Result.State == DocumentState.Loaded)} 份报告。"));
            foreach (var (row, result) in run.Where(pair => pair.Result.State == DocumentState.Quarantined)) log.Warn(run.Key, $"{row.Name} 已隔离：{result.Reason}");
        }
    }

    private static DocumentResult Result(WorkRow row, Report report, DocumentState state, string? reason) => new(
        row.DocumentId, state, reason, report.Agency?.Name, (short?)report.Year?.Value, report.Facts.Count,
        report.Findings.Count(finding => finding.Severity == Severity.Error), report.Findings.Count(finding => finding.Severity == Severity.Warning));

    private LoadItem Item(WorkRow row, Report report)
    {
        var item = Items.Of(report, row.Sidecar is null ? null : Sidecar.Parse(row.Sidecar), catalog) with { IsAgain = row.IsAgain };
        return row.Source is { } source ? item with { Source = source } : item;
    }

    // A roster is taken in whole or not at all; its lines stand where a document has its facts.
    private async Task LoadRosterAsync(WorkRow row, CancellationToken cancellation)
    {
        var read = rosters.Read(await File.ReadAllBytesAsync(folder.DocumentFile(row.Sha256!), cancellation));
        if (read.Errors.Count == 0) await writer.LoadRosterAsync(read.Entries, row.Name, cancellation);
        await store.KeepLoadedAsync([read.Errors.Count == 0
            ? new DocumentResult(row.DocumentId, DocumentState.Loaded, null, Facts: read.Entries.Count)
            : new DocumentResult(row.DocumentId, DocumentState.Quarantined, string.Join('\n', read.Errors), Errors: read.Errors.Count)], cancellation);
        if (read.Errors.Count == 0) log.Info(row.RunId, string.Create(CultureInfo.InvariantCulture, $"{row.Name}：名录中有 {read.Entries.Count} 个机关。"));
        else log.Warn(row.RunId, $"{row.Name} 未载入：{read.Errors[0]}");
    }

    // Reports that cannot be taken stand in the run with their rows; the others go in.
    private async Task LoadFactsAsync(WorkRow row, CancellationToken cancellation)
    {
        var (loaded, known, facts, errors, warnings) = (0, 0, 0, 0, 0);
        var refused = new List<NewDocument>();
        await foreach (var reports in normalized.ReadAsync(folder.DocumentFile(row.Sha256!), row.Name, cancellation).Chunk(BatchReports).WithCancellation(cancellation))
        {
            var taken = (await writer.KnownAsync(reports.Select(one => one.Report.Sha256.ToString()), cancellation)).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
            var kind = await writer.IsSyntheticAsync(cancellation);
            var items = new List<LoadItem>();
            foreach (var one in reports)
            {
                if (taken.TryGetValue(one.Report.Sha256.ToString(), out var before) && before.IsLoaded)
                {
                    known++;
                    continue;
                }
                var item = Kept(Items.Of(one.Report, null, catalog), ref kind);
                items.Add(item);
                if (item.Report is null)
                {
                    refused.Add(new NewDocument(row.RunId, row.Position, one.Name, DocumentKind.Facts, row.Path, one.Report.Sha256.ToString(), 0, row.Source, null,
                        DocumentState.Quarantined, item.Reason, row.DocumentId));
                    continue;
                }
                loaded++;
                facts += one.Report.Facts.Count;
                errors += one.Report.Findings.Count(finding => finding.Severity == Severity.Error);
                warnings += one.Report.Findings.Count(finding => finding.Severity == Severity.Warning);
            }
            if (items.Count > 0) await writer.LoadAsync(items, cancellation);
        }
        var said = string.Create(CultureInfo.InvariantCulture, $"{loaded} 份报告已载入，{known} 份此前已载入，{refused.Count} 份有误未载入。");
        var state = loaded > 0 ? DocumentState.Loaded : known > 0 && refused.Count == 0 ? DocumentState.Known : DocumentState.Quarantined;
        if (loaded + known + refused.Count == 0) said = "文件中没有一行事实，请检查后重新提交。";
        await store.KeepFactsAsync(new DocumentResult(row.DocumentId, state, said, null, null, facts, errors, warnings), refused, cancellation);
        log.Info(row.RunId, $"{row.Name}：{said}");
        foreach (var one in refused.Take(ShownProblems)) log.Warn(row.RunId, $"{one.Name} 未载入：{one.Reason}");
        if (refused.Count > ShownProblems) log.Warn(row.RunId, string.Create(CultureInfo.InvariantCulture, $"{row.Name}：另有 {refused.Count - ShownProblems} 份未载入，见文件列表。"));
    }

    // Real reports and synthetic ones are not loaded together: what does not belong here is quarantined.
    private static LoadItem Kept(LoadItem item, ref bool? isSynthetic)
    {
        if (item.Report is not { } report) return item;
        var kind = report.Agency.Region?.IsSynthetic ?? false;
        return kind == (isSynthetic ??= kind) ? item : item with { Report = null, Reason = MixedReportsException.Explain(kind) };
    }

    private static Sha256Hash Hash(WorkRow row) => new(row.Sha256!);
}
