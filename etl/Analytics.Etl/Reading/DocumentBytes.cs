// Documents as bytes: every text, place and confidence comes back as it was.
using Analytics.Documents;

namespace Analytics.Etl.Reading;

/// <summary>Writes and reads <see cref="Document"/> and <see cref="ReadResult"/>.</summary>
internal static class DocumentBytes
{
    private const byte ParagraphMark = 1;
    private const byte TableMark = 2;

    [Flags]
    private enum Parts
    {
        None = 0,
        Table = 1,
        Row = 2,
        Column = 4,
        Line = 8,
        Page = 16,
        Box = 32,
        Spans = 64,
        Ocr = 128,
    }

    public static void Write(BytesWriter to, ReadResult result)
    {
        to.Text(result.Name);
        Write(to, result.Reason);
        to.Byte(result.Document is null ? (byte)0 : (byte)1);
        if (result.Document is { } document) Write(to, document);
    }

    /// <exception cref="InvalidDataException">Not what was written.</exception>
    public static ReadResult ReadResult(ref BytesReader from)
    {
        var name = from.Text();
        var reason = Optional(ref from);
        return new ReadResult(name, from.Byte() == 0 ? null : Document(ref from), reason);
    }

    private static void Write(BytesWriter to, Document document)
    {
        to.Text(document.Name);
        to.Text(document.Sha256.ToString());
        to.Text(document.Format);
        Write(to, document.Title);
        to.Number(document.Blocks.Count);
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    to.Byte(ParagraphMark);
                    Write(to, paragraph.Text, paragraph.Anchor, Parts.None, paragraph.OcrConfidence);
                    break;
                case Table table:
                    to.Byte(TableMark);
                    Write(to, table);
                    break;
                default:
                    throw new NotSupportedException($"Blocks of type {block.GetType().Name} have no bytes yet.");
            }
        }
    }

    private static Document Document(ref BytesReader from)
    {
        var name = from.Text();
        var sha256 = from.Text();
        var format = from.Text();
        var title = Optional(ref from);
        var blocks = new Block[from.Count()];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = from.Byte() switch
            {
                ParagraphMark => Paragraph(ref from),
                TableMark => Table(ref from),
                _ => throw new InvalidDataException("A block is neither paragraph nor table."),
            };
        }
        return new Document(name, Hash(sha256), format, title, blocks);
    }

    private static Sha256Hash Hash(string text)
    {
        try
        {
            return text.Length == 0 ? default : new Sha256Hash(text);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static Paragraph Paragraph(ref BytesReader from)
    {
        var (text, anchor, _, ocr) = Piece(ref from);
        return new Paragraph(text, anchor, ocr);
    }

    private static void Write(BytesWriter to, Table table)
    {
        to.Number(table.Ordinal);
        to.Number(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            to.Number(row.Count);
            foreach (var cell in row)
            {
                var hasSpans = cell.ColumnSpan != 1 || cell.RowSpan != 1;
                Write(to, cell.Text, cell.Anchor, hasSpans ? Parts.Spans : Parts.None, cell.OcrConfidence);
                if (!hasSpans) continue;
                to.Number(cell.ColumnSpan);
                to.Number(cell.RowSpan);
            }
        }
    }

    private static Table Table(ref BytesReader from)
    {
        var ordinal = from.Number();
        var rows = new IReadOnlyList<Cell>[from.Count()];
        for (var r = 0; r < rows.Length; r++)
        {
            var row = new Cell[from.Count()];
            for (var c = 0; c < row.Length; c++)
            {
                var (text, anchor, hasSpans, ocr) = Piece(ref from);
                row[c] = hasSpans ? new Cell(text, anchor, from.Number(), from.Number(), ocr) : new Cell(text, anchor, OcrConfidence: ocr);
            }
            rows[r] = row;
        }
        return new Table(ordinal, rows);
    }

    // What paragraphs and cells have in common.
    private static void Write(BytesWriter to, string text, Anchor anchor, Parts parts, double? ocr)
    {
        if (anchor.Table is not null) parts |= Parts.Table;
        if (anchor.Row is not null) parts |= Parts.Row;
        if (anchor.Column is not null) parts |= Parts.Column;
        if (anchor.Line is not null) parts |= Parts.Line;
        if (anchor.Page is not null) parts |= Parts.Page;
        if (anchor.Box is not null) parts |= Parts.Box;
        if (ocr is not null) parts |= Parts.Ocr;
        to.Byte((byte)parts);
        to.Text(text);
        if (anchor.Table is { } table) to.Number(table);
        if (anchor.Row is { } row) to.Number(row);
        if (anchor.Column is { } column) to.Number(column);
        if (anchor.Line is { } line) to.Number(line);
        if (anchor.Page is { } page) to.Number(page);
        if (anchor.Box is { } box)
        {
            to.Real(box.X);
            to.Real(box.Y);
            to.Real(box.Width);
            to.Real(box.Height);
        }
        if (ocr is { } confidence) to.Real(confidence);
    }

    private static (string Text, Anchor Anchor, bool HasSpans, double? Ocr) Piece(ref BytesReader from)
    {
        var parts = (Parts)from.Byte();
        var text = from.Text();
        int? table = parts.HasFlag(Parts.Table) ? from.Number() : null;
        int? row = parts.HasFlag(Parts.Row) ? from.Number() : null;
        int? column = parts.HasFlag(Parts.Column) ? from.Number() : null;
        int? line = parts.HasFlag(Parts.Line) ? from.Number() : null;
        int? page = parts.HasFlag(Parts.Page) ? from.Number() : null;
        Box? box = parts.HasFlag(Parts.Box) ? new Box(from.Real(), from.Real(), from.Real(), from.Real()) : null;
        double? ocr = parts.HasFlag(Parts.Ocr) ? from.Real() : null;
        return (text, new Anchor(table, row, column, line, page, box), parts.HasFlag(Parts.Spans), ocr);
    }

    private static void Write(BytesWriter to, string? text)
    {
        to.Byte(text is null ? (byte)0 : (byte)1);
        if (text is not null) to.Text(text);
    }

    private static string? Optional(ref BytesReader from) => from.Byte() == 0 ? null : from.Text();
}
