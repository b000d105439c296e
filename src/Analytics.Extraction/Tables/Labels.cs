// How like a printed text is to a label of the form: equal after normalising, cut short, or a few characters off.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>Compares texts with the labels of the forms.</summary>
internal sealed class Labels
{
    private const double Least = 0.7;
    private const int LongestDefined = 40;
    private const int LeastBeginning = 8;
    private readonly Kept<IReadOnlyList<(int Line, double Score)>> knownLines = new();
    private readonly Kept<FormMark?> knownMarks = new();
    private readonly ConcurrentDictionary<(string Table, string? Block, string? Form), Kept<FormColumn?>> knownColumns = new();
    private readonly Kept<bool> knownTexts = new();
    private readonly Kept<bool> knownFragments = new();
    private readonly List<List<NormalText>> lineLabels;
    private readonly List<List<string>> fullLabels;
    private readonly List<(FormColumn Column, List<NormalText> Labels)> columnLabels;
    private readonly List<(FormMark Mark, List<NormalText> Labels)> markLabels;

    public Labels(Forms forms)
    {
        lineLabels = forms.Lines.Select(line => line.Labels.Select(NormalText.Of).ToList()).ToList();
        fullLabels = forms.Lines.Select(line => line.Labels.Select(Letters).ToList()).ToList();
        columnLabels = forms.Columns.Select(column => (column, column.Labels.Select(NormalText.Of).ToList())).ToList();
        markLabels = forms.Marks.Select(mark => (mark, mark.Labels.Select(NormalText.Of).ToList())).ToList();
    }

    /// <summary>The lines a text may be the label of (indexes into <see cref="Forms.Lines"/>), each with a score up to 1.</summary>
    public IReadOnlyList<(int Line, double Score)> Lines(Token token) => token.IsText ? knownLines.Get(token.Text, token, FindLines) : [];

    private List<(int Line, double Score)> FindLines(Token token)
    {
        var found = new List<(int, double)>();
        var normal = WithoutDefinition(token);
        for (var i = 0; i < lineLabels.Count; i++)
        {
            var score = lineLabels[i].Max(label => Score(normal, label));
            if (score >= Least) found.Add((i, score));
        }
        return found;
    }

    /// <summary>Whether a text is the label of a line, with or without the label of its group: 行政诉讼（未经复议直接起诉）.</summary>
    public static bool IsLabelOf(Token token, FormLine line) => line.Labels.Any(label => Score(token.Normal, NormalText.Of(label)) >= 0.9)
        || (line.Group.Length > 0 && NormalText.Squeeze(token.Text) is var text && text.StartsWith(line.Group, StringComparison.Ordinal)
            && line.Labels.Any(label => text.Contains(label, StringComparison.Ordinal)));

    /// <summary>Whether a text is a column head of that statutory table and block in some form; the best such column.</summary>
    public FormColumn? Column(Token token, string table, string? block, string? form) => !token.IsText ? null
        : knownColumns.GetOrAdd((table, block, form), _ => new()).Get(token.Text, (token, table, block, form), asked => FindColumn(asked.token.Normal, asked.table, asked.block, asked.form));

    private FormColumn? FindColumn(NormalText text, string table, string? block, string? form) => columnLabels
        .Where(entry => entry.Column.Table == table && (block is null || entry.Column.Block == block)
            && (form is null || entry.Column.Forms.Contains(form, StringComparer.Ordinal)))
        .Select(entry => (entry.Column, Score: entry.Labels.Max(label => Score(text, label))))
        .Where(entry => entry.Score >= 0.8).OrderByDescending(entry => entry.Score).Select(entry => entry.Column).FirstOrDefault();

    /// <summary>The mark (section, block, head, group, caption) a text is, null where it is none.</summary>
    public FormMark? Mark(Token token) => token.IsText ? knownMarks.Get(token.Text, token, FindMark) : null;

    private FormMark? FindMark(Token token) => markLabels
        .Select(entry => (entry.Mark, Score: entry.Mark.Kind == MarkKind.Block
            ? BlockScore(token, entry.Mark)
            : entry.Labels.Max(label => Score(token.Normal, label))))
        .Where(entry => entry.Score >= 0.8).OrderByDescending(entry => entry.Score).Select(entry => entry.Mark).FirstOrDefault();

    /// <summary>Whether a text is a label of some kind as a whole.</summary>
    public bool IsKnown(string text) => knownTexts.Get(text, text, FindKnown);

    private bool FindKnown(string text)
    {
        var normal = NormalText.Of(text);
        return lineLabels.Concat(columnLabels.Select(entry => entry.Labels)).Concat(markLabels.Select(entry => entry.Labels))
            .Any(labels => labels.Exists(label => Score(normal, label) >= 0.8));
    }

    /// <summary>The rest of a line's label, as a line break or a page break leaves it behind the label's beginning.</summary>
    public bool Continues(int line, Token token)
    {
        if (!token.IsText) return false;
        var rest = Letters(token.Text);
        return rest.Length > 1 && fullLabels[line].Exists(label => label.Length > rest.Length && label.Contains(rest, StringComparison.Ordinal));
    }

    /// <summary>A piece of some label or group, as a torn cell leaves behind: 公开, 理结果, 予处理.</summary>
    public bool IsFragment(Token token) => token.Normal.Body.Length is > 0 and <= 8 && knownFragments.Get(token.Normal.Body, token.Normal.Body, FindFragment);

    private bool FindFragment(string piece) => markLabels.Exists(entry => entry.Labels.Exists(label => label.Body.Contains(piece, StringComparison.Ordinal)))
        || lineLabels.Exists(labels => labels.Exists(label => label.Body.Contains(piece, StringComparison.Ordinal)));

    /// <summary>0 to 1. Short labels must be equal; numbering that differs costs, numbering that is missing costs less.</summary>
    internal static double Score(NormalText text, NormalText label)
    {
        if (text.Body.Length == 0) return 0;
        var body = BodyScore(text.Body, label.Body);
        if (body == 0 || text.Number == label.Number) return body;
        return text.Number.Length == 0 || label.Number.Length == 0 ? body * 0.9 : body * 0.8;
    }

    private static double BodyScore(string text, string label)
    {
        if (text == label) return 1;
        var shorter = Math.Min(text.Length, label.Length);
        var longer = Math.Max(text.Length, label.Length);
        // The beginning of a long label, where a line ends.
        var isBeginning = text.Length >= LeastBeginning && label.StartsWith(text, StringComparison.Ordinal);
        if (shorter < 4 || (longer > shorter * 2.5 && !isBeginning)) return 0;
        if (label.StartsWith(text, StringComparison.Ordinal) || (text.StartsWith(label, StringComparison.Ordinal) && text.Length <= label.Length + 6))
            return 0.75 + (0.2 * shorter / longer);
        // No fewer characters differ than one text has more than the other.
        if (1 - ((double)(longer - shorter) / longer) < Least) return 0;
        var score = 1 - ((double)Distance(text, label) / longer);
        return score >= Least ? score : 0;
    }

    // Blocks differ in one character, so it must be equal: 第二十条第（五）项.
    private static double BlockScore(Token token, FormMark mark) =>
        Pattern.Block().Match(NormalText.Squeeze(token.Text)) is { Success: true } match && match.Groups["key"].Value == mark.Key ? 1 : 0;

    // What is left of a text without spaces, marks and brackets; remarks in brackets stay.
    private static string Letters(string text) => string.Concat(NormalText.Squeeze(text).Where(char.IsLetter));

    // 规章：指…: what stands behind the colon explains the label. 其中：…: what stands before it is no label.
    private static NormalText WithoutDefinition(Token token)
    {
        if (token.Text.IndexOfAny([':', '：']) is not (> 1 and < LongestDefined and var colon)) return token.Normal;
        return NormalText.Of(token.Text.AsSpan(0, colon).Trim().SequenceEqual("其中") ? token.Text[(colon + 1)..] : token.Text[..colon]);
    }

    // Levenshtein distance in two rows.
    private static int Distance(string a, string b)
    {
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }
            current.CopyTo(previous);
        }
        return previous[b.Length];
    }
}

internal static partial class Pattern
{
    [GeneratedRegex(@"^第?二十条第?\(?(?<key>[一二三四五六七八九十])\)?项?$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Block();
}
