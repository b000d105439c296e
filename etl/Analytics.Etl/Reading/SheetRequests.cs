// The worker's answer to a request for the rows of a workbook.
using Analytics.Documents;
using Analytics.Documents.Office;

namespace Analytics.Etl.Reading;

internal static class SheetRequests
{
    // Before the rows: there are some, or the file is no workbook.
    private const byte IsSheet = 1;
    private const byte IsOther = 0;

    /// <summary>The worker's side.</summary>
    /// <param name="most">Rows.</param>
    /// <param name="bytes">The whole file.</param>
    public static ReadOnlyMemory<byte> Answer(int most, ReadOnlyMemory<byte> bytes)
    {
        var to = new BytesWriter();
        try
        {
            var rows = SheetRows.Read(bytes, most);
            to.Text("");
            to.Byte(rows is null ? IsOther : IsSheet);
            if (rows is null) return to.Written;
            to.Number(rows.Count);
            foreach (var row in rows)
            {
                to.Number(row.Number);
                to.Number(row.Cells.Count);
                foreach (var cell in row.Cells) to.Text(cell);
            }
            return to.Written;
        }
        catch (UnreadableDocumentException e)
        {
            to.Text(e.Message);
            return to.Written;
        }
    }

    /// <summary>Rows, or a Chinese reason why there are none; null where the worker answered something else.</summary>
    public static (IReadOnlyList<SheetLine>? Rows, string? Reason)? Answer(ReadOnlyMemory<byte> answer)
    {
        try
        {
            var from = new BytesReader(answer);
            var reason = from.Text();
            if (reason.Length > 0) return from.IsAtEnd ? (null, reason) : null;
            if (from.Byte() == IsOther) return from.IsAtEnd ? (null, null) : null;
            var rows = new SheetLine[from.Count()];
            for (var i = 0; i < rows.Length; i++)
            {
                var number = from.Number();
                var cells = new string[from.Count()];
                for (var column = 0; column < cells.Length; column++) cells[column] = from.Text();
                rows[i] = new SheetLine(number, cells);
            }
            return from.IsAtEnd ? (rows, null) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }
}
