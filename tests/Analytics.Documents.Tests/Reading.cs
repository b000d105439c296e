// What was read, as short texts that assertions can be written in.
using System.Text;

namespace Analytics.Documents.Tests;

internal static class Reading
{
    public static Document Read(byte[] bytes) => DocumentReader.Read("report", bytes);

    public static Document Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static IEnumerable<string> Paragraphs(this Document document) => document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text);

    public static IReadOnlyList<Table> Tables(this Document document) => document.Blocks.OfType<Table>().ToList();

    /// <summary>Rows as their cells' texts joined by '|'; a line break is shown as '⏎'.</summary>
    public static IEnumerable<string> Rows(this Table table) => table.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text.Replace('\n', '⏎'))));

    /// <summary>Columns of the cells of a row: "1 2 5".</summary>
    public static string ColumnsOf(this Table table, int row) => string.Join(' ', table.Rows[row].Select(cell => cell.Anchor.Column));
}
