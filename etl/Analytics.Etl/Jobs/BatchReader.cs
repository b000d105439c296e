// Reads the documents of a batch, on whichever node it falls to.
using System.Diagnostics;
using System.Globalization;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Warehouse;

namespace Analytics.Etl.Jobs;

/// <summary>Takes a batch up, reads its documents and keeps what was read. Doing it twice changes nothing.</summary>
internal sealed class BatchReader(
    DataFolder folder, OperationsStore store, OperationsDatabase operations, DocumentIntake intake, ExtractedReports extracted, NodeIdentity node, RunLog log, JobSignal signal, JobSettings settings)
{
    /// <summary>What is said of a document whose bytes are missing.</summary>
    internal const string BytesGone = "收下的原文件已不在 documents 文件夹中，请从备份恢复后重试，或重新提交该文件。";
    private static readonly TimeSpan KeptAtLeast = TimeSpan.FromSeconds(1);

    /// <param name="progress">Told how many documents of how many are done.</param>
    public async Task ReadAsync(string batch, Action<int, int> progress, CancellationToken cancellation)
    {
        var work = await store.ClaimAsync(batch, node, cancellation);
        if (work.Count == 0) return;
        signal.Raise();
        foreach (var run in work.GroupBy(row => row.RunId, StringComparer.Ordinal))
        {
            var again = run.Count(row => row.Attempts > 1);
            log.Info(run.Key, string.Create(CultureInfo.InvariantCulture, $"开始读取 {run.Count()} 份文件{(again > 0 ? $"，其中 {again} 份此前被中断" : "")}。"));
        }
        var line = new Line(work, settings.MostAttempts, row => OpenAsync(row, batch, cancellation));
        var results = new List<DocumentResult>();
        var done = 0;
        var since = Stopwatch.StartNew();
        await foreach (var report in intake.ExtractAsync(line.DocumentsAsync(), cancellation))
        {
            var document = line.Next();
            await extracted.WriteAsync(document.Number, report, document.Of.IsToCompare, cancellation);
            results.Add(Result(document.Number, report));
            done++;
            if (results.Count < settings.KeptTogether && since.Elapsed < KeptAtLeast) continue;
            await KeepAsync();
        }
        results.AddRange(line.GivenUp);
        await KeepAsync();
        // The owner has the next one ready.
        await operations.TellAsync(cancellation);

        async Task KeepAsync()
        {
            await store.KeepAsync(results, node, cancellation);
            results.Clear();
            since.Restart();
            progress(done, Math.Max(done, work.Count));
            signal.Raise();
        }
    }

    private static DocumentResult Result(string document, Report report) => new(
        document, DocumentState.Extracted, report.Reason, report.Agency?.Name, (short?)report.Year?.Value, report.Facts.Count,
        report.Findings.Count(finding => finding.Severity == Catalog.Severity.Error), report.Findings.Count(finding => finding.Severity == Catalog.Severity.Warning));

    /// <summary>Documents on their way to be read; their reports come back in the same order.</summary>
    private sealed class Line(IReadOnlyList<WorkRow> work, int mostAttempts, Func<WorkRow, Task<IReadOnlyList<(IncomingDocument Document, string Number)>>> open)
    {
        private readonly Queue<(string Number, WorkRow Of)> numbers = new();

        /// <summary>What was taken up too often, or is not there.</summary>
        public List<DocumentResult> GivenUp { get; } = [];

        public (string Number, WorkRow Of) Next() => numbers.Dequeue();

        public async IAsyncEnumerable<IncomingDocument> DocumentsAsync()
        {
            foreach (var row in work)
            {
                if (row.Attempts > mostAttempts)
                {
                    var reason = string.Create(CultureInfo.InvariantCulture, $"读取它的进程 {mostAttempts} 次意外结束，已隔离：请检查文件，或换一种格式重新提交。");
                    GivenUp.Add(new DocumentResult(row.DocumentId, DocumentState.Quarantined, reason));
                    continue;
                }
                foreach (var (document, number) in await OpenAsync(row))
                {
                    numbers.Enqueue((number, row));
                    yield return document;
                }
            }
        }

        private async Task<IReadOnlyList<(IncomingDocument Document, string Number)>> OpenAsync(WorkRow row)
        {
            try
            {
                return await open(row);
            }
            catch (FileNotFoundException)
            {
                GivenUp.Add(new DocumentResult(row.DocumentId, DocumentState.Failed, BytesGone));
                return [];
            }
        }
    }

    private async Task<IReadOnlyList<(IncomingDocument Document, string Number)>> OpenAsync(WorkRow row, string batch, CancellationToken cancellation)
    {
        var documents = await intake.OpenAsync(folder.DocumentFile(row.Sha256!), row.Name, cancellation);
        if (documents is [{ IsFromArchive: false }]) return [(documents[0], row.DocumentId)];
        if (row.ParentId is not null && Refused(row, documents) is { } refused) return [(refused, row.DocumentId)];
        return [.. documents.Zip(await UnpackAsync(row, batch, documents, cancellation))];
    }

    // Of a file that an archive could not give out the archive's bytes are kept: taken up again, it is found in them again.
    private static IncomingDocument? Refused(WorkRow row, IReadOnlyList<IncomingDocument> inArchive) =>
        inArchive.FirstOrDefault(document => document.Refusal is not null && row.Name.EndsWith(document.Name[row.Name.Length..], StringComparison.Ordinal)) is { } found
            ? found with { Name = row.Name }
            : null;

    // The documents of an archive take its place in the run, and are read with this batch.
    private async Task<IReadOnlyList<string>> UnpackAsync(WorkRow archive, string batch, IReadOnlyList<IncomingDocument> documents, CancellationToken cancellation)
    {
        var inner = new List<NewDocument>();
        foreach (var document in documents)
        {
            if (document.Refusal is null) await folder.KeepAsync(document.Sha256.ToString(), document.Bytes!.Value, cancellation);
            inner.Add(new NewDocument(archive.RunId, archive.Position, document.Name, DocumentKind.Document, archive.Path, document.Sha256.ToString(),
                document.Bytes?.Length ?? 0, archive.Source, OfArchive(archive.Sidecar), DocumentState.Extracting, null, archive.DocumentId, batch, node.Name));
        }
        await store.UnpackAsync(archive, inner, node, cancellation);
        log.Info(archive.RunId, string.Create(CultureInfo.InvariantCulture, $"{archive.Name}：压缩包中有 {inner.Count} 份文件。"));
        return inner.ConvertAll(document => document.DocumentId);
    }

    // An archive's sidecar says where all in it came from, and nothing of one document.
    private static string? OfArchive(string? sidecar) =>
        sidecar is not null && Sidecar.Parse(sidecar) is { } whole ? new Sidecar(null, whole.Source, null, null, whole.Note).ToJson() : null;
}
