// A document as read, as plain HTML: paragraphs, and tables with their merged cells. All text is encoded; nothing of the
// document's own markup comes here.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Documents;

namespace Analytics.Dashboards.Documents;

/// <summary>Words that stand in a document's view beside its own.</summary>
/// <param name="Page">A page's head; {0} is its number.</param>
/// <param name="CutOff">Said where not all is shown; {0} is how many pieces are.</param>
/// <param name="Empty">Said where there is nothing to show.</param>
internal sealed record DocumentWords(string Page, string CutOff, string Empty);

/// <summary>Writes the body of a document's view.</summary>
internal sealed class DocumentHtml
{
    /// <summary>Cells and paragraphs at most: a report has some hundred; a browser takes long for more than some ten thousand.</summary>
    private const int MostPieces = 30_000;

    // More than any reader gives, and as much as a browser takes.
    private const int MostSpan = 1000;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly DocumentWords words;
    private int pieces;
    private int? page;

    private DocumentHtml(DocumentWords words) => this.words = words;

    /// <summary>The body, without its element.</summary>
    public static string Write(Document document, DocumentWords words)
    {
        var writer = new DocumentHtml(words);
        foreach (var block in document.Blocks)
        {
            if (block is Table table) writer.Write(table);
            else if (block is Paragraph paragraph) writer.Write(paragraph);
            if (writer.pieces >= MostPieces) break;
        }
        if (writer.pieces >= MostPieces) writer.Note(string.Format(CultureInfo.InvariantCulture, words.CutOff, MostPieces));
        else if (writer.pieces == 0) writer.Note(words.Empty);
        return writer.html.ToString();
    }

    /// <summary>A text as it is, each line with its name.</summary>
    public static string Lines(string text)
    {
        var lines = text.Split('\n');
        var body = new StringBuilder("<pre>");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i < MostPieces) body.Append(CultureInfo.InvariantCulture, $"<span id=\"{new Anchor(Line: i + 1).Name}\">").Append(Encode(lines[i])).Append("</span>\n");
            else body.Append(Encode(lines[i])).Append('\n');
        }
        return body.Append("</pre>\n").ToString();
    }

    /// <summary>A text as it can stand between tags and in attributes.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    private void Write(Paragraph paragraph)
    {
        Turn(paragraph.Anchor.Page);
        pieces++;
        html.Append("<p").Append(Id(paragraph.Anchor)).Append(Ocr(paragraph.OcrConfidence)).Append('>').Append(Encode(paragraph.Text)).Append("</p>\n");
    }

    private void Write(Table table)
    {
        Turn(table.Rows.SelectMany(row => row).Select(cell => cell.Anchor.Page).FirstOrDefault());
        html.Append("<div class=\"wide\"><table>\n");
        // Columns that cells from above still cover, by the first row that they leave free.
        var covered = new Dictionary<int, int>();
        for (var i = 0; i < table.Rows.Count && pieces < MostPieces; i++)
        {
            var row = table.Rows[i];
            pieces++;
            html.Append("<tr>");
            var column = 1;
            foreach (var cell in row)
            {
                Fill(covered, i, ref column, cell.Anchor.Column ?? column);
                if (pieces++ >= MostPieces) break;
                var (columns, rows) = (Math.Clamp(cell.ColumnSpan, 1, MostSpan), Math.Clamp(cell.RowSpan, 1, table.Rows.Count - i));
                Write(cell, columns, rows);
                for (var c = 0; c < columns && rows > 1; c++) covered[column + c] = i + rows;
                column += columns;
            }
            html.Append("</tr>\n");
        }
        html.Append("</table></div>\n");
    }

    // Up to the column that a cell begins in: nothing where one from above covers, an empty cell where nothing was printed.
    private void Fill(Dictionary<int, int> covered, int row, ref int column, int to)
    {
        for (; column < to && pieces < MostPieces; column++)
        {
            if (covered.TryGetValue(column, out var free) && free > row) continue;
            pieces++;
            html.Append("<td class=\"gap\"></td>");
        }
    }

    private void Write(Cell cell, int columns, int rows)
    {
        html.Append("<td").Append(Id(cell.Anchor));
        if (columns > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{columns}\"");
        if (rows > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{rows}\"");
        html.Append(Ocr(cell.OcrConfidence)).Append('>').Append(Encode(cell.Text)).Append("</td>");
    }

    private void Turn(int? next)
    {
        if (next is null || next == page) return;
        page = next;
        html.Append("<h2>").Append(Encode(string.Format(CultureInfo.InvariantCulture, words.Page, next))).Append("</h2>\n");
    }

    // A name stands once: of what shares a place the first has it.
    private string Id(Anchor anchor) => anchor.Name is { } name && named.Add(name) ? $" id=\"{name}\"" : "";

    private static string Ocr(double? confidence) => confidence is null ? "" : " class=\"ocr\"";

    private void Note(string text) => html.Append("<p class=\"note\">").Append(Encode(text)).Append("</p>\n");
}
