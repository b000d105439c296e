// HTML pages of agency sites: block elements become paragraphs, tables become grids (also those made of boxes), layout
// tables are walked through.
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Analytics.Documents;

/// <summary>Reads decoded HTML; scripts never run and nothing is fetched.</summary>
internal sealed partial class HtmlReader(string text, string format = "html") : IFormatReader
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "iframe", "object", "svg", "head", "select", "textarea", "button" };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "tr", "td", "th", "ul", "caption",
    };

    private readonly List<Block> blocks = [];
    private readonly StringBuilder line = new();
    private readonly Dictionary<IElement, string> cells = [];
    private BoxTables? boxes;
    private int tables;

    public string Format => format;

    public static bool Looks(string text) => Markup().IsMatch(text.AsSpan(0, Math.Min(text.Length, 4096)));

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        var page = Parse(text);
        Read(page);
        return (string.IsNullOrWhiteSpace(page.Title) ? null : page.Title.Trim(), blocks);
    }

    /// <summary>The page as a tree.</summary>
    public static IHtmlDocument Parse(string text) =>
        new HtmlParser(new HtmlParserOptions { SkipComments = true, SkipProcessingInstructions = true, SkipScriptText = true, DisableElementPositionTracking = true }).ParseDocument(text);

    /// <summary>The elements of a page that are read as cells of tables, with the names of their places.</summary>
    public static IReadOnlyDictionary<IElement, string> CellsOf(IHtmlDocument page)
    {
        var reader = new HtmlReader("");
        reader.Read(page);
        return reader.cells;
    }

    private void Read(IHtmlDocument page)
    {
        boxes = new BoxTables(page, IsHidden);
        if (page.Body is { } body) Walk(body);
        EndParagraph();
    }

    private static bool IsHidden(IElement element) => Skipped.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Contains("none", StringComparison.OrdinalIgnoreCase) && Hidden().IsMatch(style));

    private void Walk(INode node)
    {
        INode? covered = null;
        foreach (var child in node.ChildNodes)
        {
            if (covered is not null)
            {
                if (child == covered) covered = null;
                continue;
            }
            switch (child)
            {
                case IText piece: line.Append(Spaces().Replace(piece.Data, " ")); break;
                case IElement element when IsHidden(element): break;
                case IElement element when boxes!.At(element) is var (rows, last):
                    EndParagraph();
                    Add(rows);
                    if (last != child) covered = last;
                    break;
                case IHtmlTableElement table when IsData(table):
                    EndParagraph();
                    Add(table);
                    break;
                case IElement { LocalName: "br" }: EndParagraph(); break;
                case IElement element when BlockElements.Contains(element.LocalName) || element is IHtmlTableElement:
                    EndParagraph();
                    Walk(element);
                    EndParagraph();
                    break;
                default: Walk(child); break;
            }
        }
    }

    // A table that holds tables only lays the page out.
    private static bool IsData(IHtmlTableElement table) => table.GetElementsByTagName("table").Length == 0;

    private void Add(IHtmlTableElement table)
    {
        tables++;
        var grid = new GridBuilder(tables);
        foreach (var row in table.Rows.Where(row => !IsHidden(row)))
        {
            foreach (var cell in row.Cells.Where(cell => !IsHidden(cell))) cells[cell] = grid.Add(CellText(cell), cell.ColumnSpan, cell.RowSpan).Name!;
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    private void Add(IReadOnlyList<BoxTables.Row> rows)
    {
        tables++;
        var grid = new GridBuilder(tables);
        foreach (var row in rows)
        {
            foreach (var (cell, columns) in row.Cells) cells[cell] = grid.Add(CellText(cell), columns, 1).Name!;
            grid.EndRow();
        }
        blocks.Add(grid.Build());
    }

    private static string CellText(INode cell)
    {
        var builder = new StringBuilder();
        Append(cell, builder);
        return string.Join('\n', builder.ToString().Split('\n').Select(part => part.Trim()).Where(part => part.Length > 0));
    }

    private static void Append(INode node, StringBuilder builder)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText piece: builder.Append(Spaces().Replace(piece.Data, " ")); break;
                case IElement element when IsHidden(element): break;
                case IElement { LocalName: "br" }: builder.Append('\n'); break;
                case IElement element:
                    var isBlock = BlockElements.Contains(element.LocalName);
                    if (isBlock) builder.Append('\n');
                    Append(element, builder);
                    if (isBlock) builder.Append('\n');
                    break;
            }
        }
    }

    private void EndParagraph()
    {
        var content = line.ToString().Trim();
        line.Clear();
        if (content.Length > 0) blocks.Add(new Paragraph(content, default));
    }

    [GeneratedRegex(@"<(!doctype\s+html|html|head|body|div|table|p|span|article|section|meta|title)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"display\s*:\s*none", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[\s\u00a0]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
