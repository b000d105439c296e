// Small Word documents made in memory from the markup of their body.
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Body = DocumentFormat.OpenXml.Wordprocessing.Body;
using WordDocument = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Analytics.Documents.Tests;

internal static class Docx
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    /// <summary>A document whose body is that WordprocessingML, with the prefixes that Word uses.</summary>
    public static byte[] Of(string body, string? title = null)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new WordDocument(new Body($"<w:body {Namespaces}>{body}</w:body>"));
            if (title is not null) word.PackageProperties.Title = title;
        }
        return stream.ToArray();
    }

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A cell with properties, if any: <c>&lt;w:gridSpan w:val="2"/&gt;</c>.</summary>
    public static string Cell(string text, string properties = "") =>
        $"<w:tc>{(properties.Length == 0 ? "" : $"<w:tcPr>{properties}</w:tcPr>")}{P(text)}</w:tc>";

    /// <summary>The package with one entry's content replaced, or added.</summary>
    public static byte[] With(byte[] docx, string entry, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)?.Delete();
            using var part = zip.CreateEntry(entry).Open();
            part.Write(content);
        }
        return stream.ToArray();
    }

    /// <summary>The content of one entry.</summary>
    public static byte[] Part(byte[] docx, string entry)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry(entry)!.Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }
}
