// Takes files in: bytes on disk first, then a row of the run, then it is acknowledged.
using System.Globalization;
using Analytics.Etl.Facts;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Extraction;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Jobs;

/// <summary>A file that was given.</summary>
/// <param name="Name">For messages.</param>
/// <param name="File">Has its bytes, with the ending it was given with.</param>
/// <param name="Shown">Where it was given, for people; null where nobody could look there.</param>
/// <param name="Sidecar">JSON of what came beside it.</param>
/// <param name="Source">The address it came from.</param>
public sealed record GivenFile(string Name, string File, string? Shown, string? Sidecar, string? Source)
{
    /// <summary>A file on this machine, with what lies beside it.</summary>
    public static GivenFile Of(string path)
    {
        var sidecar = Etl.Sidecar.PathOf(path);
        return new GivenFile(Path.GetFileName(path), path, path, System.IO.File.Exists(sidecar) ? System.IO.File.ReadAllText(sidecar) : null, null);
    }
}

/// <summary>Takes files into a run.</summary>
public sealed class Receiver(DataFolder folder, OperationsStore store, WarehouseWriter writer, DocumentIntake intake, CatalogData catalog, RunLog log, JobSignal signal)
{
    private const int Together = 200;
    private const int AtATime = 4;

    // Facts of the whole country over years are large, and read as a stream.
    private const long MostFacts = 8L << 30;
    private readonly FactsFile facts = new(catalog, new Extractor(catalog), intake);
    private static readonly long MostBytes = new ReadingLimits().File;

    /// <summary>Takes files in, in their order.</summary>
    /// <param name="run">An open run.</param>
    /// <param name="position">Of the first in the run.</param>
    /// <param name="taken">Told which files are on disk and in the tables; not of those that could not be kept.</param>
    /// <returns>What was made of each.</returns>
    public async Task<IReadOnlyList<NewDocument>> ReceiveAsync(
        string run, int position, IReadOnlyList<GivenFile> files, Action<IReadOnlyList<GivenFile>>? taken, CancellationToken cancellation)
    {
        var all = new List<NewDocument>();
        foreach (var chunk in files.Chunk(Together))
        {
            var kept = new NewDocument[chunk.Length];
            var first = position + all.Count;
            await Parallel.ForAsync(0, chunk.Length, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (i, token) =>
                kept[i] = await KeepAsync(run, first + i, chunk[i], token));
            var documents = await TellKnownAsync(Synced(kept), cancellation);
            await store.AddDocumentsAsync(documents, cancellation);
            all.AddRange(documents);
            taken?.Invoke([.. chunk.Zip(documents).Where(pair => pair.Second.Sha256 is not null).Select(pair => pair.First)]);
            signal.Raise();
        }
        foreach (var refused in all.Where(document => document.State == DocumentState.Failed)) log.Error(run, $"{refused.Name}：{refused.Reason}");
        return all;
    }

    /// <summary>Takes one file in whose row is in the run already.</summary>
    internal async Task<NewDocument> KeepAloneAsync(string run, int position, GivenFile file, CancellationToken cancellation)
    {
        var kept = await KeepAsync(run, position, file, cancellation);
        folder.Sync();
        return (await TellKnownAsync([kept], cancellation))[0];
    }

    private async Task<NewDocument> KeepAsync(string run, int position, GivenFile file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file.File);
            var kind = await KindAsync(file, cancellation);
            var (sha256, length) = await folder.KeepAsync(stream, kind == DocumentKind.Facts ? MostFacts : MostBytes, cancellation);
            var document = new NewDocument(run, position, file.Name, kind, file.Shown, sha256, length, file.Source, file.Sidecar, DocumentState.Received);
            return Problem(file) is { } problem ? document with { State = DocumentState.Quarantined, Reason = problem, Sidecar = null } : document;
        }
        catch (Exception e) when (e is DocumentTooLargeException or IOException or UnauthorizedAccessException)
        {
            return NotKept(new NewDocument(run, position, file.Name, DocumentKind.Document, file.Shown, null, 0, file.Source, null, DocumentState.Received), e);
        }
    }

    // What is not on disk for certain was not taken in.
    private IReadOnlyList<NewDocument> Synced(IReadOnlyList<NewDocument> kept)
    {
        try
        {
            folder.Sync();
            return kept;
        }
        catch (IOException e)
        {
            return kept.Select(document => document.State == DocumentState.Failed ? document : NotKept(document, e)).ToList();
        }
    }

    private static NewDocument NotKept(NewDocument document, Exception why) => document with
    {
        State = DocumentState.Failed,
        Sha256 = null,
        Bytes = 0,
        Sidecar = null,
        Reason = why is DocumentTooLargeException ? why.Message : $"未能收下文件（{why.Message}），请检查文件与磁盘空间后重新提交。",
    };

    private static string? Problem(GivenFile file)
    {
        try
        {
            if (file.Sidecar is not null) Sidecar.Parse(file.Sidecar);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    // Rosters and facts are told by their first line; whether a zip is an archive is for the process that reads it to say.
    private async Task<DocumentKind> KindAsync(GivenFile file, CancellationToken cancellation)
    {
        if (await RosterFile.IsRosterAsync(file.File, cancellation)) return DocumentKind.Roster;
        return await facts.IsFactsAsync(file.File, cancellation) ? DocumentKind.Facts : DocumentKind.Document;
    }

    // What came before, in this run or an earlier one, is told as such. A roster or facts given again are read again: agencies
    // and reports in them may be known, or not.
    private async Task<IReadOnlyList<NewDocument>> TellKnownAsync(IReadOnlyList<NewDocument> documents, CancellationToken cancellation)
    {
        var hashes = documents.Where(document => document.Sha256 is not null).Select(document => document.Sha256!).Distinct(StringComparer.Ordinal).ToList();
        var loaded = (await writer.KnownAsync(hashes, cancellation)).ToDictionary(known => known.Sha256, StringComparer.Ordinal);
        var before = (await store.ReceivedBeforeAsync(hashes, cancellation)).ToDictionary(row => row.Sha256, StringComparer.Ordinal);
        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        return documents.Select(document =>
        {
            if (document.Sha256 is not { } sha256 || document.State != DocumentState.Received || document.Kind is DocumentKind.Facts or DocumentKind.Roster) return document;
            var when = before.TryGetValue(sha256, out var row) ? string.Create(CultureInfo.InvariantCulture, $"与“{row.Name}”内容相同，已于 {row.ReceivedAt:yyyy-MM-dd HH:mm}（UTC）收到") : null;
            if (loaded.TryGetValue(sha256, out var known)) return Known(document, when is null ? KnownAs(known.IsLoaded, known.Reason) : $"{when}。{KnownAs(known.IsLoaded, known.Reason)}");
            if (when is not null) return Known(document, when + "。");
            return here.TryAdd(sha256, document.Name) ? document : Known(document, $"与同批的“{here[sha256]}”内容相同。");
        }).ToList();
    }

    /// <summary>What is said of a document whose content the warehouse has.</summary>
    internal static string KnownAs(bool isLoaded, string? reason) => isLoaded ? "内容相同的文件已经载入。" : $"内容相同的文件已在隔离中：{reason}";

    private static NewDocument Known(NewDocument document, string reason) => document with { State = DocumentState.Known, Reason = reason };
}
