// A workbook as a list: the plain cells of its first visible sheet, numbers as they were entered and not as they are shown.
using System.Globalization;
using ExcelDataReader;

namespace Analytics.Documents.Office;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">From 1, in the sheet.</param>
/// <param name="Cells">Texts from the first column on, trimmed; empty ones at the end are left out.</param>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads lists from xlsx bytes. For processes in which foreign bytes are read.</summary>
public static class SheetRows
{
    /// <summary>Columns that are read; lists have fewer.</summary>
    public const int MostColumns = 64;

    private const string What = "Excel 文件";
    private const int MostEmptyRows = 5_000;

    /// <summary>The rows that are not empty, hidden ones too.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="most">Rows, so that the head can be looked at alone.</param>
    /// <returns>Null where the bytes are no xlsx.</returns>
    /// <exception cref="UnreadableDocumentException">Damaged, encrypted, or holds too much.</exception>
    public static IReadOnlyList<SheetLine>? Read(ReadOnlyMemory<byte> bytes, int most)
    {
        if (OfficeSniffer.Sniff(bytes) != OfficeKind.Xlsx) return null;
        ZipGuard.Check(bytes, What);
        return SpreadsheetReader.Guarded(() =>
        {
            var unread = UnreadCells.Of(bytes);
            using var stream = ReadOnlyStream.Of(bytes);
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(stream, SpreadsheetReader.Configuration());
            var number = 1;
            while (workbook.VisibleState != "visible" && workbook.NextResult()) number++;
            return Rows(workbook, unread.Sheet(number), most);
        });
    }

    private static List<SheetLine> Rows(IExcelDataReader sheet, IReadOnlyDictionary<(int Row, int Column), string> unread, int most)
    {
        var rows = new List<SheetLine>();
        var columns = Math.Min(sheet.FieldCount, MostColumns);
        for (int row = 0, empty = 0; rows.Count < most && empty < MostEmptyRows && sheet.Read(); row++)
        {
            var cells = new List<string>(columns);
            for (var column = 0; column < columns; column++)
            {
                var text = Text(sheet.GetValue(column));
                if (text.Length == 0 && unread.TryGetValue((row, column), out var instead)) text = instead;
                if (text.Length == 0) continue;
                while (cells.Count < column) cells.Add("");
                cells.Add(text);
            }
            if (cells.Count > 0) rows.Add(new SheetLine(row + 1, cells));
            empty = cells.Count > 0 ? 0 : empty + 1;
        }
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        double number => Number(number),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    // Excel keeps 15 digits, and so does the conversion: 0.30000000000000004 was entered as 0.3. What a decimal cannot hold
    // is left as it is, to be refused by whoever expects a number.
    private static string Number(double value)
    {
        if (Math.Abs(value) is not (0 or (> 1e-12 and < 1e28))) return value.ToString("R", CultureInfo.InvariantCulture);
        return ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture);
    }
}
