// Many documents at once: those that LibreOffice must convert share one run of it.
namespace Analytics.Documents.Office;

/// <summary>Reads several documents with as few runs of LibreOffice as there are formats.</summary>
internal static class BatchReader
{
    /// <param name="files">Names for messages, and the whole files.</param>
    /// <param name="read">Reads one file; given the reader to use where it was chosen already.</param>
    public static IReadOnlyList<ReadResult> Read(
        IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, Func<string, ReadOnlyMemory<byte>, IFormatReader?, Document> read)
    {
        var converted = Converted(files);
        return files.Select((file, i) => Result(file.Name, () =>
        {
            if (converted.TryGetValue(i, out var found) && found.Result.Bytes is null) throw new UnreadableDocumentException(found.Result.Reason!);
            return read(file.Name, file.Bytes, found.Way is null ? null : new ConvertedReader(found.Way, found.Result.Bytes));
        })).ToList();
    }

    /// <summary>The same for the documents of an archive.</summary>
    public static IReadOnlyList<ReadResult> ReadArchive(
        string archive, ReadOnlyMemory<byte> bytes, Func<string, ReadOnlyMemory<byte>, IFormatReader?, Document> read)
    {
        var documents = ArchiveReader.Documents(archive, bytes);
        var results = new Queue<ReadResult>(Read([.. documents.Where(document => document.Reason is null).Select(document => (document.Name, document.Bytes))], read));
        return documents.Select(document => document.Reason is { } reason ? new ReadResult(document.Name, null, reason) : results.Dequeue()).ToList();
    }

    // Workbooks of Excel 97 are read directly, and by LibreOffice only when that fails.
    private static Dictionary<int, (Conversion Way, ConversionResult Result)> Converted(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        var waiting = new List<(int Index, Conversion Way)>();
        for (var i = 0; i < files.Count; i++)
        {
            if (Kind(files[i].Bytes) is var kind and not OfficeKind.Xls && Conversion.Of(kind) is { } way) waiting.Add((i, way));
        }
        if (waiting.Count == 0) return [];
        var results = OfficeConverter.Shared.Convert([.. waiting.Select(entry => files[entry.Index])]);
        return waiting.Select((entry, k) => (entry, Result: results[k])).ToDictionary(pair => pair.entry.Index, pair => (pair.entry.Way, pair.Result));
    }

    private static OfficeKind Kind(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return OfficeSniffer.Sniff(bytes);
        }
        catch (UnreadableDocumentException)
        {
            // Said when it is read.
            return OfficeKind.None;
        }
    }

    private static ReadResult Result(string name, Func<Document> read)
    {
        try
        {
            return new ReadResult(name, read(), null);
        }
        catch (UnreadableDocumentException e)
        {
            return new ReadResult(name, null, e.Message);
        }
    }
}
