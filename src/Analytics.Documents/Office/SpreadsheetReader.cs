// Excel workbooks (xlsx, xls): what is shown on their visible sheets, formulas by the result stored with them.
using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Documents.Office;

/// <summary>Reads xlsx and xls bytes.</summary>
/// <param name="format">"xlsx" or "xls", for the document.</param>
internal sealed class SpreadsheetReader(string format) : IFormatReader
{
    private const string What = "Excel 文件";
    private const int MostRows = 20_000;
    private const int MostMerges = 20_000;
    private const int MostEmptyRows = 5_000;
    private const int MostColumns = GridBuilder.MostColumns;

    public string Format => format;

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        var isPackage = !CompoundFile.Looks(bytes.Span);
        if (isPackage) ZipGuard.Check(bytes, What);
        return Guarded<(string?, IReadOnlyList<Block>)>(() =>
        {
            var unread = isPackage ? UnreadCells.Of(bytes) : UnreadCells.None;
            using var stream = ReadOnlyStream.Of(bytes);
            var configuration = Configuration();
            using var workbook = isPackage ? ExcelReaderFactory.CreateOpenXmlReader(stream, configuration) : ExcelReaderFactory.CreateBinaryReader(stream, configuration);
            var blocks = new SheetBlocks();
            var number = 0;
            do
            {
                number++;
                if (workbook.VisibleState == "visible") blocks.Add(number, Rows(workbook, unread.Sheet(number)));
            }
            while (workbook.NextResult());
            return (isPackage ? PackageTitle.Of(bytes) : null, blocks.Blocks);
        });
    }

    /// <summary>Reads with the library, whose ways to fail become one.</summary>
    /// <exception cref="UnreadableDocumentException">Damaged or encrypted.</exception>
    internal static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw OfficeSniffer.Encrypted();
        }
        catch (Exception e) when (e is not (UnreadableDocumentException or OutOfMemoryException))
        {
            // What the library throws on damaged workbooks is not documented, and seen to be many things.
            throw new UnreadableDocumentException($"{What}损坏或不完整，无法打开，请重新下载或另存后再提交。", e);
        }
    }

    // Workbooks older than 97 may not say their encoding; the library asks for code pages even before it is told ours.
    internal static ExcelReaderConfiguration Configuration()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") };
    }

    private static List<SheetRow> Rows(IExcelDataReader sheet, IReadOnlyDictionary<(int Row, int Column), string> unread)
    {
        var rows = new SortedDictionary<int, string[]>();
        var hiddenRows = new HashSet<int>();
        var columns = Math.Min(sheet.FieldCount, MostColumns);
        int row = 0, empty = 0;
        for (; empty < MostEmptyRows && sheet.Read(); row++)
        {
            if (sheet.RowHeight <= 0) hiddenRows.Add(row);
            var texts = new string[columns];
            for (var column = 0; column < columns; column++)
            {
                texts[column] = Text(sheet, column);
                if (texts[column].Length == 0 && unread.TryGetValue((row, column), out var instead)) texts[column] = instead;
            }
            if (Array.TrueForAll(texts, text => text.Length == 0))
            {
                empty++;
                continue;
            }
            empty = 0;
            rows.Add(row, texts);
            if (rows.Count > MostRows) throw new UnreadableDocumentException($"{What}的一张工作表有 {MostRows} 行以上，不像年度报告，已拒绝读取。");
        }
        // A height of nothing for every row is a missing height.
        if (hiddenRows.Count == row) hiddenRows.Clear();
        var merges = (sheet.MergeCells ?? []).Take(MostMerges)
            .Select(range => new Merge(range.FromRow, range.FromColumn, range.ToRow, Math.Min(range.ToColumn, MostColumns - 1))).ToList();
        return SheetGrid.Build(rows, merges, HiddenColumns(sheet, columns), hiddenRows);
    }

    private static HashSet<int> HiddenColumns(IExcelDataReader sheet, int columns)
    {
        var hidden = Enumerable.Range(0, columns).Where(column => sheet.GetColumnWidth(column) <= 0).ToHashSet();
        if (hidden.Count == columns) hidden.Clear();
        return hidden;
    }

    private static string Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        string text => text.Trim(),
        double number => NumberFormatText.Show(number, sheet.GetNumberFormatString(column)),
        int number => NumberFormatText.Show(number, sheet.GetNumberFormatString(column)),
        DateTime date => NumberFormatText.Show(date, sheet.GetNumberFormatString(column)),
        bool flag => flag ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
