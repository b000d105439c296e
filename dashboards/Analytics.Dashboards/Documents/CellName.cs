// A printed cell's name in a document's view, so that it can be pointed at.
using System.Text.RegularExpressions;
using Analytics.Documents;

namespace Analytics.Dashboards.Documents;

/// <summary>Names of cells and lines, as <see cref="Anchor.Name"/> has them.</summary>
internal static partial class CellName
{
    /// <summary>Of what is printed there; null where the format has no such place.</summary>
    public static string? Of(int? table, int? row, int? column, int? line) => new Anchor(table, row, column, line).Name;

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
