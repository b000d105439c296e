// Finds the lines of the form in the sequence of cells: the best matching that keeps the order of both.
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>A line of the form and the token that is its label.</summary>
/// <param name="End">The last token of a label that a break has torn; the same as <paramref name="Token"/> elsewhere.</param>
internal readonly record struct LineMatch(int Line, int Token, int End, double Score);

internal static class Alignment
{
    private const double Least = 0.5;
    private const int MostPieces = 4;

    /// <summary>Dynamic programming over lines and tokens: the sum of the scores of an order-keeping matching is greatest.</summary>
    /// <returns>Matches in order; lines that were not found are left out.</returns>
    public static List<LineMatch> Align(Forms forms, Labels labels, IReadOnlyList<Token> tokens)
    {
        var candidates = Candidates(labels, tokens);
        var rows = candidates.Count;
        var columns = forms.Lines.Count;
        var best = new double[rows + 1, columns + 1];
        for (var i = 1; i <= rows; i++)
        {
            for (var j = 1; j <= columns; j++)
            {
                var skip = Math.Max(best[i - 1, j], best[i, j - 1]);
                var weight = candidates[i - 1].Weights[j - 1];
                best[i, j] = weight > 0 ? Math.Max(skip, best[i - 1, j - 1] + weight) : skip;
            }
        }
        var matches = new List<LineMatch>();
        for (int i = rows, j = columns; i > 0 && j > 0;)
        {
            var weight = candidates[i - 1].Weights[j - 1];
            if (weight > 0 && best[i, j] == best[i - 1, j - 1] + weight)
            {
                matches.Add(new LineMatch(j - 1, candidates[i - 1].Token, EndOf(labels, tokens, candidates[i - 1].Token, j - 1), weight));
                i--;
                j--;
            }
            else if (best[i, j] == best[i - 1, j]) i--;
            else j--;
        }
        matches.Reverse();
        return matches;

        List<(int Token, double[] Weights)> Candidates(Labels known, IReadOnlyList<Token> all)
        {
            var found = new List<(int, double[])>();
            for (var i = 0; i < all.Count; i++)
            {
                var lines = known.Lines(all[i]);
                if (lines.Count == 0) continue;
                var followed = Followed(all, i);
                var inRow = FollowedInRow(all, i);
                var weights = new double[forms.Lines.Count];
                foreach (var (line, score) in lines)
                {
                    // The lines of table 四 are mostly printed side by side, their labels being heads.
                    var behind = forms.Lines[line].Table == "四" ? inRow : Math.Max(followed, Followed(all, EndOf(known, all, i, line)));
                    if (behind < 1 && IsAmongHeads(known, all, i, forms.Lines[line].Table)) continue;
                    if (score * behind >= Least) weights[line] = score * behind;
                }
                if (weights.AsSpan().IndexOfAnyExcept(0) >= 0) found.Add((i, weights));
            }
            return found;
        }
    }

    // A row of heads ends like a row printed empty: the cell under 总计 is covered, and 其他 stands in front of it.
    private static bool IsAmongHeads(Labels labels, IReadOnlyList<Token> tokens, int index, string table)
    {
        for (var i = index - 1; i >= 0 && tokens[i].Row == tokens[index].Row; i--)
        {
            if (labels.Column(tokens[i], table, block: null, form: null) is not null) return true;
        }
        return false;
    }

    /// <summary>A label of a line has values behind it: 1 where it has, 0.9 where its row is printed empty, 0 where
    /// another text follows (it is the label of a group) or nothing does.</summary>
    public static double Followed(IReadOnlyList<Token> tokens, int index)
    {
        var empties = 0;
        var i = index + 1;
        for (; i < tokens.Count && tokens[i].Row == tokens[index].Row; i++)
        {
            if (tokens[i].IsValue) return 1;
            if (tokens[i].IsText) return 0;
            empties++;
        }
        while (i < tokens.Count && tokens[i].IsEmpty) i++;
        if (i < tokens.Count && tokens[i].IsValue) return 1;
        return empties > 0 ? 0.9 : 0;
    }

    // A label goes on over a line or page break; pieces of other labels may stand between its own.
    private static int EndOf(Labels labels, IReadOnlyList<Token> tokens, int index, int line)
    {
        var end = index;
        var pieces = 0;
        for (var i = index + 1; i < tokens.Count && pieces < MostPieces; i++)
        {
            if (tokens[i].IsEmpty) continue;
            if (!tokens[i].IsText || labels.Lines(tokens[i]).Any(found => found.Line != line && found.Score >= 0.9)) break;
            pieces++;
            if (labels.Continues(line, tokens[i])) end = i;
            else if (!labels.IsFragment(tokens[i])) break;
        }
        return end;
    }

    private static double FollowedInRow(IReadOnlyList<Token> tokens, int index)
    {
        for (var i = index + 1; i < tokens.Count && tokens[i].Row == tokens[index].Row; i++)
        {
            if (!tokens[i].IsEmpty) return tokens[i].IsValue ? 1 : 0;
        }
        return 0;
    }
}
