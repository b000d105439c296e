// Reports on their way from where they are read to where they are loaded, perhaps on another machine.
using System.Collections.Concurrent;
using Analytics.Documents;
using Analytics.Etl.Operations;
using Analytics.Extraction;
using Analytics.Warehouse;

namespace Analytics.Etl.Reading;

/// <summary>Keeps reports until they are loaded: of this process, when it is the one that loads, in memory up to a number, else in
/// files beside the documents. What a crash loses is read again.</summary>
internal sealed class ExtractedReports(DataFolder folder, NodeIdentity node)
{
    // A report has some 60 KB.
    private const int MostInMemory = 2000;
    private readonly ConcurrentDictionary<string, Report> inMemory = new(StringComparer.Ordinal);

    /// <summary>Keeps a report; one of the same document is replaced.</summary>
    /// <param name="document">Number of the document in its run.</param>
    /// <param name="isLasting">It may be long until it is loaded.</param>
    public async Task WriteAsync(string document, Report report, bool isLasting, CancellationToken cancellation)
    {
        if (!isLasting && node.IsOwner && inMemory.Count < MostInMemory)
        {
            inMemory[document] = report;
            return;
        }
        var to = new BytesWriter();
        to.Text(Extractor.Version);
        ReportBytes.Write(to, report);
        var path = PathOf(document);
        var part = $"{path}.{Guid.NewGuid():n}.part";
        await File.WriteAllBytesAsync(part, to.Written, cancellation);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>The report of a document; null where it is not there or of another program: it is to be read again.</summary>
    public async Task<Report?> ReadAsync(string document, string name, Sha256Hash sha256, CancellationToken cancellation)
    {
        if (inMemory.TryGetValue(document, out var report)) return report;
        try
        {
            return Parse(await File.ReadAllBytesAsync(PathOf(document), cancellation), name, sha256);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>It is loaded.</summary>
    public void Delete(string document)
    {
        inMemory.TryRemove(document, out _);
        // Another node may have read it too, and died before it could say so.
        File.Delete(PathOf(document));
    }

    /// <summary>Nothing waits to be loaded: what is kept is of runs that were cancelled, or of nodes that died.</summary>
    public void Clear()
    {
        inMemory.Clear();
        foreach (var file in Directory.EnumerateFiles(folder.Extracted).Where(file => !file.EndsWith(".part", StringComparison.Ordinal))) File.Delete(file);
    }

    private static Report? Parse(ReadOnlyMemory<byte> bytes, string name, Sha256Hash sha256)
    {
        var from = new BytesReader(bytes);
        if (from.Text() != Extractor.Version) return null;
        var report = ReportBytes.Report(ref from, name, sha256);
        return from.IsAtEnd ? report : null;
    }

    private string PathOf(string document) => Path.Combine(folder.Extracted, document);
}
