// Tables that are none in the markup: boxes in boxes, which a style sheet or nothing but their order lays out as rows and cells.
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Analytics.Documents;

/// <summary>Finds such tables among the children of an element of a page.</summary>
internal sealed partial class BoxTables
{
    private const int MostDepth = 4;
    private const int LongestCell = 200;
    private const int MostInCell = 12;
    private const int LongestStyles = 200_000;
    private const int LeastValuesOfOneRow = 5;
    private const int LeastValueRows = 2;
    private const int LeastPlainValueRows = 3;

    /// <summary>Edges of columns that lie within this share of the table's width are one.</summary>
    private const double SameEdge = 0.012;

    private static readonly HashSet<string> RowElements = new(StringComparer.OrdinalIgnoreCase) { "div", "li", "ul", "ol", "dl", "section", "article", "p" };
    private static readonly HashSet<string> CellElements = new(StringComparer.OrdinalIgnoreCase) { "div", "li", "dd", "dt", "p", "section" };
    private static readonly HashSet<string> RowDisplays = new(StringComparer.OrdinalIgnoreCase) { "table-row", "flex", "inline-flex", "grid" };
    private static readonly HashSet<string> CellDisplays = new(StringComparer.OrdinalIgnoreCase) { "table-cell", "inline-block", "block" };

    private readonly Dictionary<string, string> byClass = new(StringComparer.Ordinal);
    private readonly Func<IElement, bool> isHidden;
    private readonly HashSet<IElement> failed = [];

    /// <param name="page">Its own styles are looked at; nothing is fetched.</param>
    /// <param name="isHidden">What a reader of the page does not see.</param>
    public BoxTables(IDocument page, Func<IElement, bool> isHidden)
    {
        this.isHidden = isHidden;
        foreach (var sheet in page.QuerySelectorAll("style").Select(style => style.TextContent).Where(text => text.Length <= LongestStyles))
        {
            foreach (Match rule in StyleRule().Matches(sheet))
            {
                foreach (Match name in LastClass().Matches(rule.Groups["selectors"].Value))
                    byClass[name.Groups["name"].Value] = byClass.GetValueOrDefault(name.Groups["name"].Value) + ";" + rule.Groups["style"].Value;
            }
        }
    }

    /// <summary>A row's cells with the columns each covers.</summary>
    public sealed record Row(IReadOnlyList<(IElement Cell, int Columns)> Cells);

    /// <summary>The table that begins with a child of an element, and the last child that belongs to it; null where none does.</summary>
    public (IReadOnlyList<Row> Rows, INode Last)? At(IElement first)
    {
        if (failed.Contains(first) || Rows(first, 0) is not { } begin || (!begin[0].IsSure && begin[0].Cells.Count == 1)) return null;
        var rows = new List<Line>();
        var seen = new List<IElement>();
        INode last = first;
        var edge = 0;
        for (INode? node = first; node is not null; node = node.NextSibling)
        {
            if (node is not IElement element)
            {
                if (node is IText { Data: var text } && !string.IsNullOrWhiteSpace(text)) break;
                continue;
            }
            if (isHidden(element)) continue;
            if (Rows(element, 0) is not { } found) break;
            seen.Add(element);
            rows.AddRange(found);
            // A table of its own ends here, and lines of one box behind the last row are the text that follows.
            if (found.Exists(line => line.Cells.Count > 1)) (last, edge) = (node, rows.Count);
            if (Display(element) == "table") break;
        }
        rows.RemoveRange(edge, rows.Count - edge);
        if (rows.Count > 1 && IsTable(rows)) return (Placed(rows), last);
        failed.UnionWith(seen);
        return null;
    }

    private static bool IsTable(List<Line> rows)
    {
        var values = rows.Where(row => row.Cells.Count > 1).Select(row => row.Cells.Count(cell => Value().IsMatch(cell.TextContent))).ToList();
        var valueRows = values.Count(count => count > 0);
        return rows.TrueForAll(row => row.IsTable) || values.Exists(count => count >= LeastValuesOfOneRow)
            || valueRows >= (rows.TrueForAll(row => row.IsSure) ? LeastValueRows : LeastPlainValueRows);
    }

    // The lines of an element that is a row, or holds nothing but rows; null where it is something else.
    private List<Line>? Rows(IElement element, int depth)
    {
        if (depth > MostDepth || !RowElements.Contains(element.LocalName) || HasOwnText(element)) return null;
        var inner = element.Children.Where(child => !isHidden(child)).ToList();
        if (inner.Count == 0) return null;
        var display = Display(element);
        var isRow = RowDisplays.Contains(display);
        var areCells = inner.TrueForAll(child => Display(child) == "table-cell");
        if (inner.TrueForAll(child => IsCell(child, isRow || areCells)))
            return [new Line(inner, isRow || areCells, display == "table-row" || areCells)];
        var lines = new List<Line>();
        foreach (var child in inner)
        {
            if (Rows(child, depth + 1) is not { } found) return null;
            lines.AddRange(found);
        }
        // Boxes of one box each are a text in paragraphs.
        return lines.Exists(line => line.IsSure || line.Cells.Count > 1) ? lines : null;
    }

    private bool IsCell(IElement element, bool isInRow)
    {
        if (!CellElements.Contains(element.LocalName) && !isInRow && !(element.LocalName == "span" && (CellDisplays.Contains(Display(element)) || Width(element) is not null))) return false;
        var inner = element.Descendants<IElement>().Take(MostInCell + 1).ToList();
        return inner.Count <= MostInCell && inner.Count(IsBox) <= (isInRow ? 2 : 1) && !inner.Exists(child => child.LocalName is "table" or "ul" or "ol" or "img" or "input")
            && element.TextContent.Length <= LongestCell;
    }

    private static bool IsBox(IElement element) => element.LocalName is "div" or "p" or "li";

    private static bool HasOwnText(IElement element) => element.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data));

    // Where all widths are known and all rows are as wide, cells cover the columns that end within them.
    private List<Row> Placed(List<Line> rows)
    {
        var widths = rows.ConvertAll(row => row.Cells.Select(Width).ToList());
        if (widths.Exists(row => row.Contains(null))) return rows.ConvertAll(row => new Row([.. row.Cells.Select(cell => (cell, 1))]));
        var ends = widths.ConvertAll(row => row.Select((_, i) => row.Take(i + 1).Sum(width => width!.Value)).ToList());
        var width = ends.Max(row => row[^1]);
        if (width <= 0 || ends.Exists(row => row[^1] < 0.9 * width)) return rows.ConvertAll(row => new Row([.. row.Cells.Select(cell => (cell, 1))]));
        var edges = new List<double>();
        foreach (var end in ends.SelectMany(row => row.Select(end => end * width / row[^1])).Order())
        {
            if (edges.Count == 0 || end - edges[^1] > SameEdge * width) edges.Add(end);
        }
        return rows.Zip(ends, (row, right) => new Row([.. row.Cells.Select((cell, i) => (cell, Math.Max(1, Columns(right, i))))])).ToList();

        int Columns(List<double> row, int index) => EdgeOf(row[index] * width / row[^1]) - (index == 0 ? -1 : EdgeOf(row[index - 1] * width / row[^1]));

        int EdgeOf(double end) => edges.FindLastIndex(edge => edge <= end + (SameEdge * width / 2));
    }

    private string Display(IElement element) => Style(element) is { Length: > 0 } style
        ? DisplayStyle().Matches(style).LastOrDefault()?.Groups["display"].Value.ToLowerInvariant() ?? ""
        : "";

    private double? Width(IElement element) => Style(element) is { Length: > 0 } style && WidthStyle().Matches(style).LastOrDefault() is { } match
        && double.TryParse(match.Groups["width"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var width) ? width : null;

    // Asked of every box of a page, most of which have no style: the parser's own list of classes would be made for each.
    private string Style(IElement element)
    {
        var own = element.GetAttribute("style") ?? "";
        return byClass.Count > 0 && element.ClassName is { Length: > 0 } names
            ? string.Concat(names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => byClass.GetValueOrDefault(name) + ";")) + own
            : own;
    }

    /// <summary>Boxes side by side.</summary>
    /// <param name="IsSure">By its style, not only by the order of boxes.</param>
    /// <param name="IsTable">By a style that is meant for tables.</param>
    private sealed record Line(IReadOnlyList<IElement> Cells, bool IsSure, bool IsTable);

    [GeneratedRegex(@"(?<selectors>[^{}]{1,400})\{(?<style>[^{}]{0,4000})\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StyleRule();

    // The class of what a rule applies to: of ".a .b, .c" b and c.
    [GeneratedRegex(@"\.(?<name>[\w-]+)\s*(,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastClass();

    [GeneratedRegex(@"(^|;)\s*display\s*:\s*(?<display>[\w-]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DisplayStyle();

    [GeneratedRegex(@"(^|;)\s*width\s*:\s*(?<width>\d+(\.\d+)?)\s*(%|px|pt)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WidthStyle();

    [GeneratedRegex(@"^\s*([+\-−＋－增减]?[\d０-９][\d０-９,，.．]*(件|项|个|元|万元|亿元)?|[/／—\-－无])\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
