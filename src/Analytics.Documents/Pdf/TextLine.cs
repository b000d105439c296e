// Words that stand beside each other, and the pieces of a line between wide gaps.
namespace Analytics.Documents.Pdf;

/// <summary>Words without a wide gap between them.</summary>
internal sealed record Piece(IReadOnlyList<Word> Words)
{
    public string Text { get; } = Glyphs.Join(Words);

    public double Left => Words[0].Left;

    public double Right { get; } = Words.Max(word => word.Right);

    public double Top { get; } = Words.Min(word => word.Top);

    public double Bottom { get; } = Words.Max(word => word.Bottom);

    public double CenterX => (Left + Right) / 2;

    public double CenterY { get; } = Words.Average(word => word.CenterY);

    public double Em { get; } = Words.Max(word => word.Em);

    public double? Confidence { get; } = Words.Average(word => word.Confidence);

    public bool IsValue { get; } = Words.Count <= 3 && Glyphs.IsValue(Glyphs.Join(Words));

    public bool IsOver(Piece other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5;
}

/// <summary>What stands at one height of a page.</summary>
internal sealed record TextLine(IReadOnlyList<Piece> Pieces)
{
    public double Left => Pieces[0].Left;

    public double Right => Pieces[^1].Right;

    public double Top { get; } = Pieces.Min(piece => piece.Top);

    public double Bottom { get; } = Pieces.Max(piece => piece.Bottom);

    public double CenterY { get; } = Pieces.Average(piece => piece.CenterY);

    public double Em { get; } = Pieces.Max(piece => piece.Em);

    public double? Confidence { get; } = Pieces.Average(piece => piece.Confidence);

    public string Text { get; } = string.Join(' ', Pieces.Select(piece => piece.Text));

    /// <summary>The lines of so many words, top to bottom.</summary>
    public static List<TextLine> Of(IEnumerable<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderBy(word => word.CenterY))
        {
            var line = lines.FindLast(line => Math.Abs(line.Average(other => other.CenterY) - word.CenterY) < 0.4 * Math.Max(word.Height, line[0].Height)
                && !line.Exists(other => word.Confidence is null && Overlaps(other, word)));
            if (line is null || lines.IndexOf(line) < lines.Count - 4) lines.Add([word]);
            else line.Add(word);
        }
        return lines.Select(line => new TextLine(Split(line.OrderBy(word => word.Left).ToList()))).OrderBy(line => line.CenterY).ToList();
    }

    private static bool Overlaps(Word a, Word b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.6 * Math.Min(a.Width, b.Width);

    private static List<Piece> Split(List<Word> words)
    {
        var pieces = new List<Piece>();
        var piece = new List<Word> { words[0] };
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Left - words[i - 1].Right > WidestSpace(words[i - 1], words[i]))
            {
                pieces.Add(new Piece(piece));
                piece = [];
            }
            piece.Add(words[i]);
        }
        pieces.Add(new Piece(piece));
        return pieces;
    }

    // Between two Chinese words nothing stands but a tab or the next column; around digits Word leaves a quarter em.
    private static double WidestSpace(Word a, Word b)
    {
        var em = Math.Max(a.Em, b.Em);
        // The places of recognised words are rough.
        if (a.Confidence is not null) return em * 2;
        if (!Glyphs.IsWide(a.Text[^1]) || !Glyphs.IsWide(b.Text[0])) return em * 0.75;
        // Two or three characters spread over the width of a cell: 总 计.
        return em * (a.Text.Length == 1 || b.Text.Length == 1 ? 1.1 : 0.32);
    }
}
