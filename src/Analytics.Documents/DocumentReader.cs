// One way in for every format: told by content, not by name.
using Analytics.Documents.Office;
using Analytics.Documents.Pdf;

namespace Analytics.Documents;

/// <summary>A reader of one format.</summary>
internal interface IFormatReader
{
    string Format { get; }

    /// <summary>Title in the metadata, and the blocks in reading order.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes are damaged or not of the format.</exception>
    (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>Reads bytes of any supported format into a <see cref="Document"/>.</summary>
public static class DocumentReader
{
    /// <param name="name">File name for messages; folders are cut off.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="UnreadableDocumentException">Empty, damaged, or of a format that is not read.</exception>
    public static Document Read(string name, ReadOnlyMemory<byte> bytes)
    {
        return Read(Path.GetFileName(name), bytes, null);
    }

    /// <summary>Reads several documents. Those that LibreOffice converts share a run of it, which is many times faster than one by one.</summary>
    /// <param name="files">Names for messages, and the whole files.</param>
    /// <returns>In the order of the files.</returns>
    public static IReadOnlyList<ReadResult> ReadMany(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files) => BatchReader.Read(files, Read);

    /// <summary>Reads a document, or every document of a zip archive; archives in archives are not opened.</summary>
    /// <param name="name">File name for messages; folders are cut off.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>One result for a document; for an archive one for each file in it, named "archive.zip/inner.docx".</returns>
    public static IReadOnlyList<ReadResult> ReadAll(string name, ReadOnlyMemory<byte> bytes)
    {
        var file = Path.GetFileName(name);
        try
        {
            return OfficeSniffer.Sniff(bytes) == OfficeKind.Zip ? BatchReader.ReadArchive(file, bytes, Read) : [new ReadResult(file, Read(file, bytes, null), null)];
        }
        catch (UnreadableDocumentException e)
        {
            return [new ReadResult(file, null, e.Message)];
        }
    }

    /// <summary>The files of a zip archive, so that each can be read by itself. They are not read, and nothing is written.</summary>
    /// <param name="name">File name for messages, put before those inside: "archive.zip/inner.docx".</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>Bytes, or a Chinese reason why there are none; null where the file is no archive.</returns>
    /// <exception cref="UnreadableDocumentException">The archive is damaged or empty, or holds too much.</exception>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, string? Reason)>? Unpack(string name, ReadOnlyMemory<byte> bytes) =>
        OfficeSniffer.Sniff(bytes) == OfficeKind.Zip ? ArchiveReader.Documents(name, bytes) : null;

    private static Document Read(string name, ReadOnlyMemory<byte> bytes, IFormatReader? chosen)
    {
        var reader = chosen ?? Choose(name, bytes);
        var (title, blocks) = reader.Read(bytes);
        return new Document(name, Sha256Hash.Of(bytes.Span), reader.Format, title, blocks);
    }

    private static IFormatReader Choose(string name, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (bytes.IsEmpty) throw new UnreadableDocumentException("文件是空的（0 字节），请重新下载或另存后再提交。");
        if (OfficeFormats.Reader(bytes) is { } office) return office;
        if (PdfFormats.Reader(name, bytes) is { } pages) return pages;
        if (MhtmlFile.Looks(span)) return new HtmlReader(MhtmlFile.Html(span), "mht");
        var text = TextDecoder.Decode(span);
        if (HtmlReader.Looks(text)) return new HtmlReader(text);
        if (MarkdownReader.Looks(text)) return new MarkdownReader(text);
        return AlignedTextReader.Looks(text) ? new AlignedTextReader(text) : new PlainTextReader(text);
    }
}
