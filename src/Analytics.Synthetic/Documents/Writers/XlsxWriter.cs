// Workbooks: the report down one sheet, or each table on a sheet of its own.
using System.Globalization;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Writes xlsx files.</summary>
/// <param name="sheetPerTable">The text on the first sheet, each table with its heading on a further one.</param>
public sealed class XlsxWriter(bool sheetPerTable) : IReportWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public string Extension => "xlsx";

    public byte[] Write(PrintedReport report)
    {
        var sheets = new List<Sheet> { new() };
        sheets[0].Line(report.Title);
        PrintedHeading? heading = null;
        foreach (var block in report.Blocks)
        {
            if (heading is not null)
            {
                if (sheetPerTable && block is PrintedTable) sheets.Add(new Sheet());
                sheets[^1].Line(heading.Text);
                heading = null;
            }
            switch (block)
            {
                case PrintedHeading next: heading = next; break;
                case PrintedParagraph paragraph: sheets[sheetPerTable ? 0 : ^1].Line(paragraph.Text); break;
                case PrintedTable table: sheets[^1].Add(table); break;
            }
        }
        if (heading is not null) sheets[^1].Line(heading.Text);
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        return Package.Of(
        [
            Package.ContentTypes(numbers.Select(n => ($"xl/worksheets/sheet{n}.xml", "spreadsheetml.worksheet")).Prepend(("xl/workbook.xml", "spreadsheetml.sheet.main"))),
            Package.RelationsOf("_rels/.rels", ("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", $"{Package.Xml}<workbook xmlns=\"{Main}\" xmlns:r=\"{Package.Relations}\"><sheets>"
                + string.Concat(numbers.Select(n => $"<sheet name=\"Sheet{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")) + "</sheets></workbook>"),
            Package.RelationsOf("xl/_rels/workbook.xml.rels", numbers.Select(n => ("worksheet", $"worksheets/sheet{n}.xml"))),
            .. numbers.Select(n => ($"xl/worksheets/sheet{n}.xml", sheets[n - 1].ToString())),
        ]);
    }

    private sealed class Sheet
    {
        private readonly StringBuilder rows = new();
        private readonly List<string> merges = [];
        private int row;

        public void Line(string text)
        {
            row++;
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">{Cell(0, text)}</row>");
        }

        public void Add(PrintedTable table)
        {
            foreach (var places in table.Grid())
            {
                row++;
                rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
                for (var column = 0; column < places.Count; column++)
                {
                    if (places[column] is not { Row: 0, Column: 0, Cell: var cell }) continue;
                    rows.Append(Cell(column, cell.Text));
                    if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
                        merges.Add(string.Create(CultureInfo.InvariantCulture, $"{Name(column)}{row}:{Name(column + cell.ColumnSpan - 1)}{row + cell.RowSpan - 1}"));
                }
                rows.Append("</row>");
            }
            row++;
        }

        public override string ToString() => $"{Package.Xml}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>"
            + (merges.Count > 0 ? $"<mergeCells>{string.Concat(merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>"))}</mergeCells>" : "") + "</worksheet>";

        private string Cell(int column, string text) => text.Length == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"<c r=\"{Name(column)}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Package.Escape(text)}</t></is></c>");

        private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));
    }
}
