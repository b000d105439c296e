// Which office format bytes are, told by their content: names lie (a .wps is a .doc, a .doc is a web page).
using System.IO.Compression;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>What <see cref="OfficeSniffer"/> tells apart.</summary>
internal enum OfficeKind
{
    /// <summary>None of the formats below.</summary>
    None,
    Docx,
    Xlsx,
    Pptx,
    Doc,
    Xls,
    Ppt,
    Rtf,
    Odt,
    Ods,
    Odp,

    /// <summary>Word 2003 in one XML file.</summary>
    WordXml,

    /// <summary>Excel 2003 in one XML file.</summary>
    ExcelXml,

    /// <summary>A zip that is no Office package.</summary>
    Zip,

    /// <summary>An OLE2 file of another program.</summary>
    OtherOle,
}

/// <summary>Tells office formats by content.</summary>
internal static class OfficeSniffer
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private static readonly byte[] ZipMagic = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] EmptyZipMagic = [0x50, 0x4B, 0x05, 0x06];
    private static readonly byte[] Xml = "<?xml"u8.ToArray();

    /// <exception cref="UnreadableDocumentException">Encrypted, or a zip or OLE2 file too damaged to tell.</exception>
    public static OfficeKind Sniff(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.StartsWith(ZipMagic) || span.StartsWith(EmptyZipMagic)) return OfZip(bytes);
        if (CompoundFile.Looks(span)) return OfOle(span);
        if (span.StartsWith("{\\rt"u8)) return OfficeKind.Rtf;
        var start = span.StartsWith(Encoding.UTF8.Preamble) ? span[3..] : span;
        if (!start.StartsWith(Xml)) return OfficeKind.None;
        start = start[..Math.Min(start.Length, 4096)];
        var kind = start.IndexOf("schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 ? OfficeKind.WordXml
            : start.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0 ? OfficeKind.ExcelXml : OfficeKind.None;
        if (kind != OfficeKind.None && start.IndexOf("<!DOCTYPE"u8) >= 0)
            throw new UnreadableDocumentException("Office XML 文件内含 DTD 或外部实体声明，疑似恶意文件，已拒绝读取。");
        return kind;
    }

    private static OfficeKind OfZip(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = ReadOnlyStream.Of(bytes);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.GetEntry("mimetype") is { Length: < 200 } mimetype)
            {
                var type = Encoding.ASCII.GetString(ZipGuard.Content(mimetype, 200, "文件"));
                if (type.StartsWith(OpenDocument + "text", StringComparison.Ordinal)) return OfficeKind.Odt;
                if (type.StartsWith(OpenDocument + "spreadsheet", StringComparison.Ordinal)) return OfficeKind.Ods;
                if (type.StartsWith(OpenDocument + "presentation", StringComparison.Ordinal)) return OfficeKind.Odp;
            }
            if (zip.GetEntry("[Content_Types].xml") is null) return OfficeKind.Zip;
            if (HasFolder(zip, "word/")) return OfficeKind.Docx;
            if (HasFolder(zip, "xl/")) return OfficeKind.Xlsx;
            return HasFolder(zip, "ppt/") ? OfficeKind.Pptx : OfficeKind.Zip;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableDocumentException("文件（docx、xlsx、pptx 或压缩包）损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    private static bool HasFolder(ZipArchive zip, string folder) => zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));

    private static OfficeKind OfOle(ReadOnlySpan<byte> bytes)
    {
        var streams = CompoundFile.RootStreams(bytes);
        if (streams.ContainsKey("EncryptedPackage") || streams.ContainsKey("EncryptionInfo")) throw Encrypted();
        if (streams.TryGetValue("WordDocument", out var word))
        {
            // The flag fEncrypted in the header of a Word file.
            if (word.Length > 11 && (word.Span[11] & 1) == 1) throw Encrypted();
            return OfficeKind.Doc;
        }
        if (streams.ContainsKey("Workbook") || streams.ContainsKey("Book")) return OfficeKind.Xls;
        return streams.ContainsKey("PowerPoint Document") ? OfficeKind.Ppt : OfficeKind.OtherOle;
    }

    /// <summary>A password is set.</summary>
    public static UnreadableDocumentException Encrypted() => new("文件已加密（设有打开密码），无法读取，请解除密码后再提交。");
}
