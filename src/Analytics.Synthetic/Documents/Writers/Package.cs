// Zip packages of office formats, byte for byte the same on every run.
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Puts a package together by hand, because libraries put random ids and the time of day into it.</summary>
internal static class Package
{
    /// <summary>What every part in XML begins with.</summary>
    public const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Namespace of relationships within a document.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The first moment a zip archive can name.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A package of parts in order. Stored, not compressed: what a compressor makes of the same text differs between versions.</summary>
    public static byte[] Of(params IEnumerable<(string Name, string Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Epoch;
                using var to = entry.Open();
                to.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    /// <summary>The part that names the type of every other.</summary>
    public static (string Name, string Content) ContentTypes(params IEnumerable<(string Part, string Type)> parts) => ("[Content_Types].xml", Xml
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + string.Concat(parts.Select(part => $"<Override PartName=\"/{part.Part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{part.Type}+xml\"/>")) + "</Types>");

    /// <summary>Relationships rId1, rId2 … of a part.</summary>
    public static (string Name, string Content) RelationsOf(string name, params IEnumerable<(string Type, string Target)> targets) => (name, Xml
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((target, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{target.Type}\" Target=\"{target.Target}\"/>")) + "</Relationships>");

    /// <summary>Text as the content of an element.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
