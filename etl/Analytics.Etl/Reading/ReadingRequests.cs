// What this process and its workers say to each other: extract the reports of these documents, unpack this
// archive, give the rows of this workbook, show what is read of this document, or show it as it was published.
using Analytics.Documents;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Reading;

/// <summary>Requests and answers as bytes.</summary>
internal static class ReadingRequests
{
    internal const byte ExtractMark = 1;
    private const byte UnpackMark = 2;
    private const byte RowsMark = 3;
    private const byte ShowMark = 4;

    // Marks, counts and lengths beside names and bytes.
    private const int Overhead = 64;
    private const int PieceOverhead = 8;

    // Made by the first request that needs it, and only in workers.
    private static readonly Lazy<Extractor> Extractor = new(() => new Extractor(CatalogData.Current));

    /// <summary>To extract the reports of documents.</summary>
    /// <param name="content">Most content of one document, <see cref="ReadingLimits.Content"/>.</param>
    public static ReadOnlyMemory<byte> Extract(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files, int content)
    {
        var to = new BytesWriter(checked(files.Sum(file => file.Bytes.Length + (file.Name.Length * sizeof(char)) + Overhead) + Overhead));
        to.Byte(ExtractMark);
        to.Number(files.Count);
        to.Number(content);
        foreach (var (name, bytes) in files)
        {
            to.Text(name);
            to.Blob(bytes.Span);
        }
        return to.Written;
    }

    /// <summary>To unpack a file, if it is an archive.</summary>
    public static ReadOnlyMemory<byte> Unpack(string name, ReadOnlyMemory<byte> bytes)
    {
        var to = new BytesWriter(bytes.Length + (name.Length * sizeof(char)) + Overhead);
        to.Byte(UnpackMark);
        to.Text(name);
        to.Blob(bytes.Span);
        return to.Written;
    }

    /// <summary>To give the rows of a workbook's first sheet.</summary>
    /// <param name="most">Rows.</param>
    public static ReadOnlyMemory<byte> Rows(ReadOnlyMemory<byte> bytes, int most)
    {
        var to = new BytesWriter(bytes.Length + Overhead);
        to.Byte(RowsMark);
        to.Number(most);
        to.Blob(bytes.Span);
        return to.Written;
    }

    /// <summary>To give a document as it is read.</summary>
    /// <param name="content">Most content, <see cref="ReadingLimits.Content"/>.</param>
    public static ReadOnlyMemory<byte> Show(string name, ReadOnlyMemory<byte> bytes, int content)
    {
        var to = new BytesWriter(bytes.Length + (name.Length * sizeof(char)) + Overhead);
        to.Byte(ShowMark);
        to.Number(content);
        to.Text(name);
        to.Blob(bytes.Span);
        return to.Written;
    }

    /// <summary>The worker's side: does what a request asks for.</summary>
    public static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> request)
    {
        var from = new BytesReader(request);
        var mark = from.Byte();
        if (mark == UnpackMark) return AnswerUnpack(from.Text(), from.Blob());
        if (mark == RowsMark) return SheetRequests.Answer(from.Number(), from.Blob());
        if (mark == PublishedRequests.Mark) return PublishedRequests.Answer(from.Number(), from.Blob());
        if (mark == ShowMark) return AnswerShow(from.Number(), from.Text(), from.Blob());
        var files = new (string, ReadOnlyMemory<byte>)[from.Count()];
        var content = from.Number();
        for (var i = 0; i < files.Length; i++) files[i] = (from.Text(), from.Blob());
        var to = new BytesWriter(64 << 10);
        foreach (var result in DocumentReader.ReadMany(files)) Write(to, Understood(result, content));
        return to.Written;
    }

    /// <summary>Reports, or Chinese reasons why there are none; null where the worker answered something else.</summary>
    /// <param name="documents">Those of the request.</param>
    public static IReadOnlyList<(Report? Report, string? Reason)>? ExtractAnswer(ReadOnlyMemory<byte> answer, IReadOnlyList<IncomingDocument> documents)
    {
        try
        {
            var from = new BytesReader(answer);
            var results = new (Report?, string?)[documents.Count];
            for (var i = 0; i < results.Length; i++)
                results[i] = from.Text() is { Length: > 0 } reason ? (null, reason) : (ReportBytes.Report(ref from, documents[i].Name, documents[i].Sha256), null);
            return from.IsAtEnd ? results : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>As a worker answers.</summary>
    public static void Write(BytesWriter to, (Report? Report, string? Reason) result)
    {
        to.Text(result.Reason ?? "");
        if (result.Report is { } report) ReportBytes.Write(to, report);
    }

    private static ReadOnlyMemory<byte> AnswerShow(int content, string name, ReadOnlyMemory<byte> bytes) =>
        DocumentBytes.Answer(DocumentReader.ReadMany([(name, bytes)])[0], content);

    private static (Report? Report, string? Reason) Understood(ReadResult result, int content)
    {
        if (result.Document is not { } document) return (null, result.Reason);
        if (SizeOf(document) > content) return (null, FailureReasons.TooMuch(content));
        try
        {
            return (Extractor.Value.Extract(document), null);
        }
#pragma warning disable CA1031 // one document never stops the rest
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return (null, FailureReasons.NotUnderstood(e));
        }
    }

    /// <summary>Two bytes for a character and some for a piece, as its place takes room too.</summary>
    public static long SizeOf(Document document) => document.Blocks.Sum(block => block is Table table
        ? table.Rows.Sum(row => row.Sum(cell => Size(cell.Text)))
        : block is Paragraph paragraph ? Size(paragraph.Text) : 0);

    private static long Size(string text) => (text.Length * sizeof(char)) + PieceOverhead;

    /// <summary>What is in an archive. Files are null where it is none.</summary>
    /// <param name="Reason">Chinese: why the archive cannot be unpacked at all; null where it can.</param>
    public sealed record Unpacked(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, string? Reason)>? Files, string? Reason);

    /// <summary>Result of a request to unpack; null where the worker answered something else.</summary>
    public static Unpacked? UnpackAnswer(ReadOnlyMemory<byte> answer)
    {
        try
        {
            var from = new BytesReader(answer);
            var reason = from.Text();
            if (reason.Length > 0) return new Unpacked(null, reason);
            if (from.Byte() == 0) return new Unpacked(null, null);
            var files = new (string, ReadOnlyMemory<byte>, string?)[from.Count()];
            for (var i = 0; i < files.Length; i++)
            {
                var (name, refusal) = (from.Text(), from.Text());
                files[i] = (name, from.Blob(), refusal.Length > 0 ? refusal : null);
            }
            return from.IsAtEnd ? new Unpacked(files, null) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> AnswerUnpack(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var files = DocumentReader.Unpack(name, bytes) ?? [];
            var to = new BytesWriter(checked(files.Sum(file => file.Bytes.Length + ((file.Name.Length + (file.Reason?.Length ?? 0)) * sizeof(char)) + Overhead) + Overhead));
            to.Text("");
            to.Byte(files.Count > 0 ? (byte)1 : (byte)0);
            if (files.Count == 0) return to.Written;
            to.Number(files.Count);
            foreach (var file in files)
            {
                to.Text(file.Name);
                to.Text(file.Reason ?? "");
                to.Blob(file.Bytes.Span);
            }
            return to.Written;
        }
        catch (UnreadableDocumentException e)
        {
            var to = new BytesWriter();
            to.Text(e.Message);
            return to.Written;
        }
    }
}
