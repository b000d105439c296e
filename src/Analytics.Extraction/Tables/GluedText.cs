// Tables whose cells ran together in one line of text: 规章007规范性文件7777166. Known labels part it; what stands between
// them is split into cells only where form and rules leave one way.
using System.Text.RegularExpressions;
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>Parts glued text at the labels of the forms.</summary>
internal sealed partial class GluedText
{
    private const int LeastLines = 5;
    private const int MostReadings = 4_000;
    private readonly Dictionary<char, List<string>> labelsByFirst;
    private readonly HashSet<string> lineLabels;

    public GluedText(Forms forms)
    {
        lineLabels = forms.Lines.SelectMany(line => line.Labels).Select(NormalText.Squeeze).ToHashSet(StringComparer.Ordinal);
        labelsByFirst = lineLabels.Concat(forms.Columns.SelectMany(column => column.Labels).Concat(forms.Marks.SelectMany(mark => mark.Labels)).Select(NormalText.Squeeze))
            .Distinct(StringComparer.Ordinal).GroupBy(label => label[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(label => label.Length).ToList());
    }

    /// <summary>Labels and what stands between them, in order; empty where the text is no table run together.</summary>
    public IReadOnlyList<string> Split(string text)
    {
        var pieces = new List<string>();
        var between = 0;
        var lines = 0;
        for (var i = 0; i < text.Length;)
        {
            if (LabelAt(text, i) is not (var label, > 0 and var length))
            {
                i++;
                continue;
            }
            if (lineLabels.Contains(label)) lines++;
            if (i > between) pieces.Add(text[between..i].Trim());
            pieces.Add(text.Substring(i, length));
            i += length;
            between = i;
        }
        if (between < text.Length) pieces.Add(text[between..].Trim());
        return lines >= LeastLines ? pieces.Where(piece => piece.Length > 0).ToList() : [];
    }

    /// <summary>Whether a piece between labels is made of nothing but numbers.</summary>
    public static bool IsNumbers(string piece) => Numbers().IsMatch(Narrow(piece));

    /// <summary>Every way in which a piece of numbers can stand in so many columns; empty where there are too many.</summary>
    public static IReadOnlyList<RowReading> Readings(Token token, int columns)
    {
        var found = new List<RowReading>();
        var text = Narrow(token.Text);
        Extend(0, []);
        return found.Count > MostReadings ? [] : found;

        // Spaces part cells for certain; between them a number has no zero in front, and a sign begins a new one.
        void Extend(int start, List<string> cells)
        {
            if (found.Count > MostReadings || cells.Count > columns) return;
            while (start < text.Length && text[start] == ' ') start++;
            if (start == text.Length)
            {
                if (cells.Count == columns) found.Add(new RowReading(cells.ConvertAll<Token?>(cell => token with { Text = cell, Value = NumberText.Read(cell), IsGlued = false })));
                return;
            }
            for (var end = start + 1; end <= text.Length && text[end - 1] != ' '; end++)
            {
                if (end < text.Length && !char.IsAsciiDigit(text[end]) && text[end] is not ('+' or '-' or ' ')) continue;
                if (Number().IsMatch(text.AsSpan(start, end - start))) Extend(end, [.. cells, token.Text[start..end]]);
            }
        }
    }

    // Character by character, so that what is found stands at the same place as printed.
    private static string Narrow(string text) => string.Create(text.Length, text, (narrow, printed) =>
    {
        for (var i = 0; i < narrow.Length; i++)
            narrow[i] = char.IsWhiteSpace(printed[i]) ? ' ' : NumberText.IsMinus(printed[i]) ? '-' : NormalText.SqueezeCharacter(printed[i]) ?? printed[i];
    });

    // Labels may be printed with spaces and in other widths; the longest that fits counts.
    private (string Label, int Length) LabelAt(string text, int start)
    {
        if (NormalText.SqueezeCharacter(text[start]) is not { } first || !labelsByFirst.TryGetValue(first, out var labels)) return ("", 0);
        foreach (var label in labels)
        {
            var i = start;
            var matched = 0;
            while (i < text.Length && matched < label.Length)
            {
                var c = NormalText.SqueezeCharacter(text[i]);
                if (c is not null && c != label[matched]) break;
                if (c is not null) matched++;
                i++;
            }
            if (matched == label.Length) return (label, i - start);
        }
        return ("", 0);
    }

    [GeneratedRegex("^[ +,.-]*[0-9]([0-9 +,.-]|" + NumberText.Units + ")*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[+-]?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?(" + NumberText.Units + ")?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
