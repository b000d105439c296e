// The title that Office keeps beside the content, in a part that all its formats share.
using System.IO.Compression;
using System.Xml;

namespace Analytics.Documents.Office;

internal static class PackageTitle
{
    /// <summary>dc:title of the core properties, null where there is none.</summary>
    /// <param name="bytes">A package that was checked before.</param>
    public static string? Of(ReadOnlyMemory<byte> bytes)
    {
        using var stream = ReadOnlyStream.Of(bytes);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.GetEntry("docProps/core.xml") is not { } properties) return null;
        using var xml = XmlReader.Create(properties.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        var title = xml.ReadToFollowing("title", "http://purl.org/dc/elements/1.1/") ? xml.ReadElementContentAsString().Trim() : "";
        return title.Length == 0 ? null : title;
    }
}
