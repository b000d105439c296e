// Files to reports: foreign bytes are read and understood in processes of their own, several at once, and come out in the order of the files.
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Analytics.Documents;
using Analytics.Documents.Office;
using Analytics.Extraction;
using Analytics.Sandbox;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Reading;

/// <summary>No worker could be started: the machine's fault, not a document's.</summary>
public sealed class ReadingUnavailableException(string message)
    : IOException($"Documents cannot be read: the process that reads them does not start ({message}). Check memory, the number of processes and the temporary folder, and try again.");

/// <summary>
/// Makes reports of files through a pool of worker processes, which it owns; one for the whole program. A document
/// that breaks a limit or its reader comes back with a reason, and the others are not touched. Safe for use by many threads.
/// </summary>
public sealed class DocumentIntake : IAsyncDisposable
{
    private const int StartAttempts = 2;
    private readonly Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<SandboxResult>> run;
    private readonly ReadingLimits limits;
    private readonly SandboxPool? pool;

    /// <summary>Workers are started when the first document needs one.</summary>
    /// <param name="program">A program that calls <see cref="ReadingWorker.RunAsync"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limits">The usual ones where null.</param>
    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    public DocumentIntake(string program, IReadOnlyList<string> arguments, ReadingLimits? limits = null)
    {
        this.limits = limits ?? new ReadingLimits();
        pool = new SandboxPool(this.limits.Options(program, arguments));
        run = pool.RunAsync;
    }

    /// <summary>With something else in place of the pool.</summary>
    internal DocumentIntake(Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<SandboxResult>> run, ReadingLimits limits)
    {
        this.run = run;
        this.limits = limits;
    }

    /// <summary>What keeps workers from the network; null without a pool.</summary>
    public SandboxIsolation? Isolation => pool?.Isolation;

    /// <summary>Workers started so far.</summary>
    internal long Starts => pool?.Starts ?? 0;

    /// <summary>The documents behind files, in the order of the files: a file is one, an archive is all that are in it.</summary>
    /// <exception cref="IOException">A file cannot be opened, or <see cref="ReadingUnavailableException"/>.</exception>
    public async IAsyncEnumerable<IncomingDocument> OpenAsync(IEnumerable<string> files, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var file in files)
        {
            foreach (var document in await OpenAsync(file, Path.GetFileName(file), cancellation)) yield return document;
        }
    }

    /// <summary>The documents behind one file: itself, or all that are in an archive.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <inheritdoc cref="OpenAsync(IEnumerable{string}, CancellationToken)"/>
    public async Task<IReadOnlyList<IncomingDocument>> OpenAsync(string file, string name, CancellationToken cancellation)
    {
        var document = await ReadAsync(file, name, cancellation);
        return document.Bytes is { } bytes && FirstBytes.MayBeArchive(bytes.Span) ? await UnpackAsync(document, bytes, cancellation) : [document];
    }

    /// <summary>Reports of files, in their order; those of an archive's documents stand where it stood.</summary>
    /// <inheritdoc cref="ExtractAsync(IAsyncEnumerable{IncomingDocument}, CancellationToken)"/>
    public IAsyncEnumerable<Report> ExtractAsync(IEnumerable<string> files, CancellationToken cancellation = default) => ExtractAsync(OpenAsync(files, cancellation), cancellation);

    /// <summary>Reports of documents, in their order; no more are taken than <see cref="ReadingLimits"/> lets be in hand.</summary>
    /// <param name="documents">As <see cref="OpenAsync(IEnumerable{string}, CancellationToken)"/> gives them.</param>
    /// <exception cref="ReadingUnavailableException">No worker could be started.</exception>
    public async IAsyncEnumerable<Report> ExtractAsync(IAsyncEnumerable<IncomingDocument> documents, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var inHand = new Queue<Place>();
        var bytesInHand = 0L;
        var shared = new SharedRun(limits, places => _ = AnswerAsync(places, stop.Token));
        try
        {
            await foreach (var document in documents.WithCancellation(cancellation))
            {
                var place = new Place(document);
                while (inHand.Count >= limits.DocumentsInHand || (inHand.Count > 0 && bytesInHand + place.Length > limits.BytesInHand))
                {
                    var first = inHand.Dequeue();
                    shared.StartIfHolding(first);
                    yield return await first.Answer.Task;
                    bytesInHand -= first.Length;
                }
                inHand.Enqueue(place);
                bytesInHand += place.Length;
                if (document.Refusal is { } reason) place.Answer.SetResult(Refused(document, reason));
                else if (FirstBytes.NeedLibreOffice(document.Bytes!.Value.Span)) shared.Add(place);
                else _ = AnswerAsync([place], stop.Token);
            }
            shared.Start();
            while (inHand.TryDequeue(out var next)) yield return await next.Answer.Task;
        }
        finally
        {
            // Left early, by an error or by who asked: nothing goes on behind their back.
            await stop.CancelAsync();
            shared.Start();
            while (inHand.TryDequeue(out var next)) await next.Answer.Task.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    /// <summary>The rows of the first sheet of a workbook that holds a list.</summary>
    /// <param name="file">Path.</param>
    /// <param name="most">Rows, so that the head can be looked at alone.</param>
    /// <returns>Rows, or a Chinese reason why there are none; neither where the file is no xlsx.</returns>
    /// <exception cref="ReadingUnavailableException">No worker could be started.</exception>
    public async Task<(IReadOnlyList<SheetLine>? Rows, string? Reason)> RowsAsync(string file, int most, CancellationToken cancellation = default)
    {
        var document = await ReadAsync(file, Path.GetFileName(file), cancellation);
        if (document.Bytes is not { } bytes) return (null, document.Refusal);
        var result = await RunAsync(ReadingRequests.Rows(bytes, most), limits.Document, cancellation);
        return result is SandboxResult.Completed completed && SheetRequests.Answer(completed.Response) is { } answer ? answer : (null, FailureReasons.Of(result, limits.Document, limits));
    }

    /// <summary>A document as it is read, before anything is understood of it.</summary>
    /// <param name="file">Path.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <returns>The document, or a Chinese reason why there is none.</returns>
    /// <exception cref="IOException">The file cannot be opened, or <see cref="ReadingUnavailableException"/>.</exception>
    public async Task<(Document? Document, string? Reason)> ShowAsync(string file, string name, CancellationToken cancellation = default)
    {
        var incoming = await ReadAsync(file, name, cancellation);
        if (incoming.Bytes is not { } bytes) return (null, incoming.Refusal);
        var result = await RunAsync(ReadingRequests.Show(name, bytes, limits.Content), limits.Document, cancellation);
        return result is SandboxResult.Completed completed && DocumentBytes.Answer(completed.Response, incoming) is { } answer ? answer : (null, FailureReasons.Of(result, limits.Document, limits));
    }

    /// <summary>A page or text as published: see <see cref="PublishedText"/>.</summary>
    /// <inheritdoc cref="ShowAsync"/>
    public async Task<(PublishedText? Text, string? Reason)> PublishedAsync(string file, string name, CancellationToken cancellation = default)
    {
        var incoming = await ReadAsync(file, name, cancellation);
        if (incoming.Bytes is not { } bytes) return (null, incoming.Refusal);
        var result = await RunAsync(PublishedRequests.Ask(bytes, limits.Content), limits.Document, cancellation);
        return result is SandboxResult.Completed completed && PublishedRequests.Answer(completed.Response) is { } answer ? answer : (null, FailureReasons.Of(result, limits.Document, limits));
    }

    /// <summary>Ends all workers.</summary>
    public ValueTask DisposeAsync() => pool?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IncomingDocument> ReadAsync(string file, string name, CancellationToken cancellation)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (stream.Length > limits.File)
        {
            var hash = await SHA256.HashDataAsync(stream, cancellation);
            return new IncomingDocument(file, name, null, new Sha256Hash(Convert.ToHexStringLower(hash)), false, FailureReasons.TooLarge(limits));
        }
        var bytes = new byte[stream.Length];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        var whole = bytes.AsMemory(0, length);
        return new IncomingDocument(file, name, whole, Sha256Hash.Of(whole.Span), false, null);
    }

    private async Task<IReadOnlyList<IncomingDocument>> UnpackAsync(IncomingDocument file, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var result = await RunAsync(ReadingRequests.Unpack(file.Name, bytes), limits.Document, cancellation);
        var unpacked = result is SandboxResult.Completed completed ? ReadingRequests.UnpackAnswer(completed.Response) : null;
        if (unpacked is null) return [file with { Refusal = FailureReasons.Of(result, limits.Document, limits) }];
        if (unpacked.Reason is not null) return [file with { Refusal = unpacked.Reason }];
        if (unpacked.Files is null) return [file];
        var documents = unpacked.Files.Where(inner => !Sidecar.IsSidecar(inner.Name)).Select(inner => inner.Reason is null
            ? new IncomingDocument(file.File, inner.Name, inner.Bytes, Sha256Hash.Of(inner.Bytes.Span), true, null)
            : file with { Name = inner.Name, IsFromArchive = true, Refusal = inner.Reason }).ToList();
        return documents.Count > 0 ? documents : [file with { Refusal = "压缩包里没有文件，请检查后再提交。" }];
    }

    private async Task AnswerAsync(IReadOnlyList<Place> places, CancellationToken cancellation)
    {
        try
        {
            var results = await ExtractTogetherAsync(places, cancellation);
            for (var i = 0; i < places.Count; i++) places[i].Answer.TrySetResult(results[i]);
        }
#pragma warning disable CA1031 // it is thrown where the result is awaited
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var place in places) place.Answer.TrySetException(e);
        }
    }

    // Where one of several ended the worker, it is found by reading each alone.
    private async Task<IReadOnlyList<Report>> ExtractTogetherAsync(IReadOnlyList<Place> places, CancellationToken cancellation)
    {
        var timeLimit = places.Count == 1 ? limits.Document : limits.Batch;
        var result = await RunAsync(ReadingRequests.Extract([.. places.Select(place => (place.Document.Name, place.Document.Bytes!.Value))], limits.Content), timeLimit, cancellation);
        if (result is SandboxResult.Completed completed && ReadingRequests.ExtractAnswer(completed.Response, [.. places.Select(place => place.Document)]) is { } answers)
            return [.. answers.Select((answer, i) => answer.Report ?? Refused(places[i].Document, answer.Reason!))];
        if (places.Count == 1) return [Refused(places[0].Document, FailureReasons.Of(result, timeLimit, limits))];
        var single = await Task.WhenAll(places.Select(place => ExtractTogetherAsync([place], cancellation)));
        return [.. single.Select(one => one[0])];
    }

    private static Report Refused(IncomingDocument document, string reason) => Report.Refused(CatalogData.Current, document.Name, document.Sha256, reason);

    private async Task<SandboxResult> RunAsync(ReadOnlyMemory<byte> request, TimeSpan timeLimit, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await run(request, timeLimit, cancellation);
            if (result is not SandboxResult.Failed { Reason: SandboxFailure.StartFailed } failed) return result;
            if (attempt == StartAttempts) throw new ReadingUnavailableException(failed.LastWords.Length > 0 ? $"{failed.Message}: {failed.LastWords.Trim()}" : failed.Message);
        }
    }

    /// <summary>A document in the line, and where its answer will be.</summary>
    private sealed class Place(IncomingDocument document)
    {
        public IncomingDocument Document => document;

        public long Length => document.Bytes?.Length ?? 0;

        public TaskCompletionSource<Report> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Gathers documents that share a run of LibreOffice.</summary>
    private sealed class SharedRun(ReadingLimits limits, Action<IReadOnlyList<Place>> start)
    {
        private List<Place> places = [];
        private long length;

        public void Add(Place place)
        {
            if (length + place.Length > limits.BatchBytes) Start();
            places.Add(place);
            length += place.Length;
            if (places.Count >= limits.BatchDocuments) Start();
        }

        /// <summary>Someone waits for this one: the run is not filled any further.</summary>
        public void StartIfHolding(Place place)
        {
            if (places.Contains(place)) Start();
        }

        public void Start()
        {
            if (places.Count == 0) return;
            var full = places;
            places = [];
            length = 0;
            start(full);
        }
    }
}
