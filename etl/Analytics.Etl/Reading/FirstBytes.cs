// Decides from fixed bytes at the beginning how a file is sent to be read. Nothing is parsed here: that is for workers.
namespace Analytics.Etl.Reading;

internal static class FirstBytes
{
    // A zip's first entry has its name at this place.
    private const int ZipNameAt = 30;
    private const int XmlHead = 4096;
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Likely one that LibreOffice has to convert: doc, wps, ppt, rtf, OpenDocument, Office 2003 XML. A wrong guess costs a little time.</summary>
    public static bool NeedLibreOffice(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Ole) || bytes.StartsWith("{\\rt"u8)
        || (IsZip(bytes) && bytes[Math.Min(ZipNameAt, bytes.Length)..].StartsWith("mimetypeapplication/vnd.oasis.opendocument."u8)) || IsOfficeXml(bytes);

    /// <summary>A zip that may be an archive of documents. Those that certainly are an Office document are not.</summary>
    public static bool MayBeArchive(ReadOnlySpan<byte> bytes) =>
        IsZip(bytes) && bytes[Math.Min(ZipNameAt, bytes.Length)..] is var name && !name.StartsWith("[Content_Types].xml"u8) && !name.StartsWith("mimetypeapplication/vnd.oasis."u8);

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    private static bool IsOfficeXml(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, XmlHead)];
        return head.IndexOf("<?xml"u8) is >= 0 and <= 3
            && (head.IndexOf("schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 || head.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0);
    }
}
