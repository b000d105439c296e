// What every format is read into: paragraphs and tables in reading order, each piece with the place it was printed at.
using System.Globalization;

namespace Analytics.Documents;

/// <summary>Where a piece of text stands. Counted from 1; null where the format has no such thing.</summary>
/// <param name="Table">Which table of the document.</param>
/// <param name="Row">Row of that table.</param>
/// <param name="Column">Column of that table's grid, merged cells counted with their full width.</param>
/// <param name="Line">Line of a text file.</param>
/// <param name="Page">Page, sheet or slide of a document that has such.</param>
/// <param name="Box">Place on the page.</param>
public readonly record struct Anchor(int? Table = null, int? Row = null, int? Column = null, int? Line = null, int? Page = null, Box? Box = null)
{
    /// <summary>What the place is called in views of the document: <c>t1r4c5</c> is table 1, row 4, column 5; <c>l12</c> is line
    /// 12 of a text; null where the format has no such place.</summary>
    public string? Name => (Table, Row, Column, Line) switch
    {
        ({ } table, { } row, { } column, _) => string.Create(CultureInfo.InvariantCulture, $"t{table}r{row}c{column}"),
        (_, _, _, { } line) => string.Create(CultureInfo.InvariantCulture, $"l{line}"),
        _ => null,
    };
}

/// <summary>A rectangle on a page, in points (1/72 inch) from its top left corner.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>A paragraph or a table.</summary>
public abstract record Block;

/// <summary>A run of text between two breaks.</summary>
/// <param name="OcrConfidence">0 to 1 where the text was read from a picture, null where it was printed as text.</param>
public sealed record Paragraph(string Text, Anchor Anchor, double? OcrConfidence = null) : Block;

/// <summary>A table: rows of cells. A merged cell stands once, where it begins, with its spans.</summary>
/// <param name="Ordinal">From 1, in reading order.</param>
public sealed record Table(int Ordinal, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A cell; its text may hold line breaks.</summary>
/// <param name="OcrConfidence">0 to 1 where the text was read from a picture, null where it was printed as text.</param>
public sealed record Cell(string Text, Anchor Anchor, int ColumnSpan = 1, int RowSpan = 1, double? OcrConfidence = null);

/// <summary>A document as read, before anything is understood of it.</summary>
/// <param name="Name">File name without folders, for messages only.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="Format">txt, md, html, docx …</param>
/// <param name="Title">Title in the file's metadata, null where there is none.</param>
/// <param name="Blocks">In reading order.</param>
public sealed record Document(string Name, Sha256Hash Sha256, string Format, string? Title, IReadOnlyList<Block> Blocks);

/// <summary>The bytes cannot be read as a document. The message is Chinese and says what is wrong and what to do.</summary>
public sealed class UnreadableDocumentException(string message, Exception? inner = null) : Exception(message, inner);
