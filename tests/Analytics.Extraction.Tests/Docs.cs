// Documents as the readers would hand them over, made from their text, and their parts.
using System.Text;
using Analytics.Documents;

namespace Analytics.Extraction.Tests;

internal static class Docs
{
    /// <summary>A document of paragraphs only.</summary>
    public static Document Of(params string[] paragraphs) => Titled(null, paragraphs);

    /// <summary>The same with a title in the file's metadata.</summary>
    public static Document Titled(string? title, params string[] paragraphs) => new(
        "report.txt", Sha256Hash.Of([]), "txt", title, paragraphs.Select(text => (Block)new Paragraph(text, default)).ToList());

    /// <summary>A text file: rows by tabs are tables.</summary>
    public static Document Text(string text) => DocumentReader.Read("report.txt", Encoding.UTF8.GetBytes(text));

    /// <summary>A web page.</summary>
    public static Document Page(string html) => DocumentReader.Read("report.html", Encoding.UTF8.GetBytes($"<html><body>{html}</body></html>"));

    /// <summary>A text as a cell of a table.</summary>
    public static Token Token(string text, int row = 1) => new(text, row, NumberText.Read(text), default, true);
}
