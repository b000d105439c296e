// Strokes of characters look like short rules; where the words stand, they are told apart.
namespace Analytics.Documents.Pdf;

internal static class Strokes
{
    private const double Margin = 0.8;

    /// <summary>Whether a line is no longer than characters are and lies wholly inside words.</summary>
    public static bool IsStroke(Rule rule, IReadOnlyList<Word> words)
    {
        var covered = 0.0;
        foreach (var word in words)
        {
            var (from, to, low, high) = rule.IsHorizontal ? (word.Left, word.Right, word.Top, word.Bottom) : (word.Top, word.Bottom, word.Left, word.Right);
            if (rule.At < low - Margin || rule.At > high + Margin || rule.Length > (rule.IsHorizontal ? 4 : 1.3) * word.Height) continue;
            covered += Math.Max(0, Math.Min(to + Margin, rule.To) - Math.Max(from - Margin, rule.From));
        }
        return covered >= 0.9 * rule.Length;
    }
}
