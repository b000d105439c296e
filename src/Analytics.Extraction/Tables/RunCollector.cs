// Collects the cells that follow a label: the rest of its row, or, in text printed one cell a line, the cells up to the
// next label.
using Analytics.Catalog;

namespace Analytics.Extraction;

internal sealed class RunCollector(Labels labels, IReadOnlyList<Token> tokens, IReadOnlySet<int> labelTokens)
{
    /// <summary>The cells behind a label.</summary>
    /// <param name="label">Index of the label's token.</param>
    /// <param name="columns">How many the form expects; more are taken where the row has them.</param>
    public List<Token> After(int label, int columns)
    {
        var row = RestOfRow(label);
        if (row.Exists(token => !token.IsEmpty)) return Complete(row, label, columns);
        if (NextValueRow(label) is { Count: > 1 } next) return next;
        var flow = Flow(label, columns);
        return flow.Count > 0 ? flow : row;
    }

    private List<Token> RestOfRow(int label)
    {
        var cells = new List<Token>();
        for (var i = label + 1; i < tokens.Count && tokens[i].Row == tokens[label].Row && !labelTokens.Contains(i); i++)
        {
            if (tokens[i].IsText && labels.IsFragment(tokens[i])) continue;
            cells.Add(tokens[i]);
        }
        return cells;
    }

    // A row torn in two goes on in the next one, which then begins with values and has just what is missing.
    private List<Token> Complete(List<Token> row, int label, int columns)
    {
        var printed = row.Count(token => !token.IsEmpty);
        if (printed >= columns || row.Count >= columns) return row;
        var i = label + 1;
        while (i < tokens.Count && tokens[i].Row == tokens[label].Row) i++;
        if (i >= tokens.Count) return row;
        var next = tokens.Skip(i).TakeWhile(token => token.Row == tokens[i].Row).ToList();
        var values = next.Where(token => token.IsValue).ToList();
        return next.TrueForAll(token => token.IsValue || token.IsEmpty) && row.Count + values.Count == columns ? [.. row, .. values] : row;
    }

    // Heads in one row, values in the next: all of that row's cells, blank ones too.
    private List<Token> NextValueRow(int label)
    {
        var i = label + 1;
        while (i < tokens.Count && (tokens[i].Row == tokens[label].Row || tokens[i].IsEmpty) && !StartsValueRow(i)) i++;
        return i < tokens.Count && StartsValueRow(i) ? tokens.Skip(i).TakeWhile(token => token.Row == tokens[i].Row).ToList() : [];

        bool StartsValueRow(int at) => tokens[at].Row != tokens[at - 1].Row && tokens[at].InTable
            && tokens.Skip(at).TakeWhile(token => token.Row == tokens[at].Row).ToList() is var row
            && row.Exists(token => token.IsValue) && row.TrueForAll(token => token.IsValue || token.IsEmpty);
    }

    private List<Token> Flow(int label, int columns)
    {
        var cells = new List<Token>();
        for (var i = label + 1; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsEmpty) continue;
            // Signs without a word are a value that cannot be read, not the end of the row.
            if (token.IsText && token.Text.Any(char.IsLetter))
            {
                if (labelTokens.Contains(i) || labels.Mark(token) is { Kind: MarkKind.Section or MarkKind.Block or MarkKind.Group or MarkKind.Head }) break;
                if (labels.IsFragment(token)) continue;
                break;
            }
            // A row of several values behind enough cells is a table of its own.
            if (cells.Count > 0 && cells.Count >= columns && token.Row != cells[^1].Row) break;
            cells.Add(token);
        }
        return cells;
    }
}
