// A printed cell's name in a document's view, so that it can be pointed at.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Dashboards.Documents;

/// <summary>Names of cells and lines: <c>t1r4c5</c> is table 1, row 4, column 5; <c>l12</c> is line 12 of a text.</summary>
internal static partial class CellName
{
    /// <summary>Of what is printed there; null where the format has no such place.</summary>
    public static string? Of(int? table, int? row, int? column, int? line) => (table, row, column, line) switch
    {
        ({ } t, { } r, { } c, _) => string.Create(CultureInfo.InvariantCulture, $"t{t}r{r}c{c}"),
        (_, _, _, { } l) => string.Create(CultureInfo.InvariantCulture, $"l{l}"),
        _ => null,
    };

    /// <summary>Names from an address, at most some; what is no name is left out.</summary>
    public static IReadOnlyList<string> Parse(string? text)
    {
        const int Most = 100;
        return (text ?? "").Split('.').Where(name => Name().IsMatch(name)).Distinct(StringComparer.Ordinal).Take(Most).ToList();
    }

    /// <summary>Address of a document's view that outlines cells and begins at the first of them.</summary>
    public static string Address(string sha256, IReadOnlyList<string> cells) =>
        $"documents/{sha256}/view" + (cells.Count == 0 ? "" : $"?mark={string.Join('.', cells)}#{cells[0]}");

    [GeneratedRegex(@"^(t\d{1,6}r\d{1,6}c\d{1,6}|l\d{1,9})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
