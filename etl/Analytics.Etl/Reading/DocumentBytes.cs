// A document as read, as bytes: what a worker answers when somebody wants to see it.
using Analytics.Documents;

namespace Analytics.Etl.Reading;

/// <summary>The worker's answer to a request to show a document.</summary>
internal static class DocumentBytes
{
    private const byte ParagraphMark = 1;
    private const byte TableMark = 2;

    /// <summary>The worker's side.</summary>
    public static ReadOnlyMemory<byte> Answer(ReadResult result, int content)
    {
        var to = new BytesWriter(64 << 10);
        if (result.Document is not { } document) to.Text(result.Reason!);
        else if (ReadingRequests.SizeOf(document) > content) to.Text(FailureReasons.TooMuch(content));
        else Write(to, document);
        return to.Written;
    }

    /// <summary>The document, or a Chinese reason why there is none; null where the worker answered something else.</summary>
    /// <param name="incoming">That of the request.</param>
    public static (Document? Document, string? Reason)? Answer(ReadOnlyMemory<byte> answer, IncomingDocument incoming)
    {
        try
        {
            var from = new BytesReader(answer);
            if (from.Text() is { Length: > 0 } reason) return from.IsAtEnd ? (null, reason) : null;
            var format = from.Text();
            var title = from.Text();
            var blocks = new Block[from.Count()];
            for (var i = 0; i < blocks.Length; i++) blocks[i] = from.Byte() == TableMark ? Table(ref from) : Paragraph(ref from);
            return from.IsAtEnd ? (new Document(incoming.Name, incoming.Sha256, format, title.Length > 0 ? title : null, blocks), null) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    private static void Write(BytesWriter to, Document document)
    {
        to.Text("");
        to.Text(document.Format);
        to.Text(document.Title ?? "");
        to.Number(document.Blocks.Count);
        foreach (var block in document.Blocks)
        {
            if (block is Table table) Write(to, table);
            else if (block is Paragraph paragraph) Write(to, paragraph);
        }
    }

    private static void Write(BytesWriter to, Paragraph paragraph)
    {
        to.Byte(ParagraphMark);
        to.Text(paragraph.Text);
        Write(to, paragraph.Anchor);
        Write(to, paragraph.OcrConfidence);
    }

    private static void Write(BytesWriter to, Table table)
    {
        to.Byte(TableMark);
        to.Number(table.Ordinal);
        to.Number(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            to.Number(row.Count);
            foreach (var cell in row)
            {
                to.Text(cell.Text);
                Write(to, cell.Anchor);
                to.Number(cell.ColumnSpan);
                to.Number(cell.RowSpan);
                Write(to, cell.OcrConfidence);
            }
        }
    }

    private static Paragraph Paragraph(ref BytesReader from) => new(from.Text(), Anchor(ref from), Confidence(ref from));

    private static Table Table(ref BytesReader from)
    {
        var ordinal = from.Number();
        var rows = new Cell[from.Count()][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new Cell[from.Count()];
            for (var column = 0; column < rows[i].Length; column++)
                rows[i][column] = new Cell(from.Text(), Anchor(ref from), from.Number(), from.Number(), Confidence(ref from));
        }
        return new Table(ordinal, rows);
    }

    // Places count from 1.
    private static void Write(BytesWriter to, Anchor anchor)
    {
        foreach (var place in (ReadOnlySpan<int?>)[anchor.Table, anchor.Row, anchor.Column, anchor.Line, anchor.Page]) to.Number(place ?? 0);
        to.Byte(anchor.Box is null ? (byte)0 : (byte)1);
        if (anchor.Box is not { } box) return;
        foreach (var side in (ReadOnlySpan<double>)[box.X, box.Y, box.Width, box.Height]) to.Real(side);
    }

    private static Anchor Anchor(ref BytesReader from) => new(Place(ref from), Place(ref from), Place(ref from), Place(ref from), Place(ref from), Box(ref from));

    private static Box? Box(ref BytesReader from) => from.Byte() == 0 ? null : new Box(from.Real(), from.Real(), from.Real(), from.Real());

    private static int? Place(ref BytesReader from) => from.Number() is var place && place > 0 ? place : null;

    private static void Write(BytesWriter to, double? confidence)
    {
        to.Byte(confidence is null ? (byte)0 : (byte)1);
        if (confidence is { } known) to.Real(known);
    }

    private static double? Confidence(ref BytesReader from) => from.Byte() == 0 ? null : from.Real();
}
