// Which lines of text at the left of a table without rules are the label of which row of numbers.
namespace Analytics.Documents.Pdf;

/// <summary>The labels of one table.</summary>
internal sealed class LooseLabels
{
    private readonly IReadOnlyList<TextLine> lines;
    private readonly double valueLeft;
    private readonly Dictionary<int, List<Piece>> labels = [];
    private readonly HashSet<Piece> taken = [];
    private readonly double right;

    /// <param name="rows">Indices of the table's lines.</param>
    /// <param name="values">Those of them that hold numbers.</param>
    /// <param name="valueLeft">Where the numbers begin.</param>
    public LooseLabels(IReadOnlyList<TextLine> lines, IReadOnlyList<int> rows, IReadOnlyList<int> values, double valueLeft)
    {
        this.lines = lines;
        this.valueLeft = valueLeft;
        right = rows.SelectMany(LabelsAt).Select(piece => piece.Right).DefaultIfEmpty(0).Max();
        foreach (var row in values.Where(row => LabelsAt(row).Count > 0 && !IsBetween(row, LabelsAt(row)[^1], values))) Take(row, LabelsAt(row)[^1], values);
        foreach (var row in values.Where(row => !labels.ContainsKey(row))) TakeAround(row, values);
        Right = labels.Values.Select(label => label.Max(piece => piece.Right)).DefaultIfEmpty(valueLeft).Max();
        Groups = GroupsOf(rows, values);
    }

    /// <summary>Where the labels of rows end; what stands further right on a line of its own is a head.</summary>
    public double Right { get; }

    /// <summary>Labels of several rows, and the line they are printed in front of.</summary>
    public IReadOnlyList<(int Row, List<Piece> Pieces)> Groups { get; }

    public List<Piece> Of(int row) => labels.GetValueOrDefault(row) ?? [];

    public bool IsUsed(Piece piece) => taken.Contains(piece);

    private List<Piece> LabelsAt(int row) => lines[row].Pieces.Where(piece => !piece.IsValue && piece.Right <= valueLeft + 1).ToList();

    // A wrapped line ends where not even one more character fits.
    private bool IsFull(Piece piece) => piece.Right > right - (1.6 * piece.Em);

    // What stands beside the numbers is a group's label when the row's own stands further in, half above and half below.
    private bool IsBetween(int row, Piece beside, IReadOnlyList<int> values) =>
        Neighbour(row, -1, values, null) is { } above && Neighbour(row, 1, values, above) is { } below
        && above.Left > beside.Right - 1 && below.Left > beside.Right - 1 && IsFull(above) && !Glyphs.IsNumbered(below.Text);

    // One line, or the middle one of three.
    private void Take(int row, Piece middle, IReadOnlyList<int> values)
    {
        labels[row] = [middle];
        taken.Add(middle);
        var (above, below) = (Neighbour(row, -1, values, middle), Neighbour(row, 1, values, middle));
        if (above is not null && below is not null && IsFull(above) && IsFull(middle) && !Glyphs.IsNumbered(middle.Text) && !Glyphs.IsNumbered(below.Text))
        {
            labels[row] = [above, middle, below];
            taken.UnionWith(labels[row]);
        }
    }

    // Lines above and below, as many on each side, with the numbers at their middle.
    private void TakeAround(int row, IReadOnlyList<int> values)
    {
        var above = new List<Piece>();
        var below = new List<Piece>();
        Piece? beside = null;
        for (var step = 1; step <= 3; step++)
        {
            var up = Neighbour(row, -step, values, beside);
            beside ??= up;
            var down = Neighbour(row, step, values, beside);
            beside ??= down;
            if (step == 1 && up is null != down is null && Math.Abs((up ?? down)!.CenterY - lines[row].CenterY) < 0.7 * (up ?? down)!.Em) (up, down) = (up ?? down, null);
            else if (up is null || down is null || Math.Abs(up.CenterY + down.CenterY - (2 * lines[row].CenterY)) > 0.7 * up.Em
                || !IsFull(up) || Glyphs.IsNumbered(down.Text) || (above.Count > 0 && Glyphs.IsNumbered(above[0].Text))) break;
            if (up is not null) above.Insert(0, up);
            if (down is not null) below.Add(down);
            if (down is null) break;
        }
        if (above.Count + below.Count == 0) return;
        labels[row] = [.. above, .. below];
        taken.UnionWith(labels[row]);
    }

    // The last piece of a line without numbers, so many lines away and close by, standing over or under the one given.
    private Piece? Neighbour(int row, int step, IReadOnlyList<int> values, Piece? beside)
    {
        var at = row + step;
        if (at < 0 || at >= lines.Count || values.Contains(at) || LabelsAt(at) is not { Count: > 0 } pieces) return null;
        var piece = pieces[^1];
        var reach = Math.Abs(step) * 2.1 * piece.Em;
        return Math.Abs(piece.CenterY - lines[row].CenterY) < reach && !taken.Contains(piece) && pieces.Count == lines[at].Pieces.Count && (beside is null || piece.IsOver(beside)) ? piece : null;
    }

    // What is left in front of row labels, line under line, is a label of several rows: 三、本年度办理结果.
    private List<(int Row, List<Piece> Pieces)> GroupsOf(IReadOnlyList<int> rows, IReadOnlyList<int> values)
    {
        var chains = new List<(int Last, List<Piece> Pieces)>();
        foreach (var row in rows.Where(row => row >= values[0] || (lines[row].Right <= valueLeft + 1 && lines[row].Pieces[^1].Left < Right)))
        {
            foreach (var piece in LabelsAt(row).Where(piece => !taken.Contains(piece)))
            {
                var isFront = LabelsAt(row)[^1] != piece;
                var i = chains.FindIndex(chain => chain.Pieces[^1].IsOver(piece) && piece.CenterY - chain.Pieces[^1].CenterY < 2.1 * piece.Em && !Glyphs.IsNumbered(piece.Text));
                if (i >= 0)
                {
                    chains[i].Pieces.Add(piece);
                    chains[i] = (row, chains[i].Pieces);
                }
                else if (isFront || !IsInLabelColumn(piece)) chains.Add((row, [piece]));
            }
        }
        foreach (var piece in chains.SelectMany(chain => chain.Pieces)) taken.Add(piece);
        return chains.Select(chain => (FirstRow(chain.Pieces, values), chain.Pieces)).ToList();
    }

    // A label that stands where row labels stand, alone on its line: a row printed without numbers.
    private bool IsInLabelColumn(Piece piece) => labels.Values.Any(label => label.Any(other => Math.Min(other.Right, piece.Right) - Math.Max(other.Left, piece.Left) > 0.5 * Math.Min(other.Right - other.Left, piece.Right - piece.Left)));

    // A group's label stands at the middle of its rows; the first of them is numbered 1.
    private int FirstRow(List<Piece> pieces, IReadOnlyList<int> values)
    {
        var middle = (pieces[0].CenterY + pieces[^1].CenterY) / 2;
        var row = values.MinBy(value => Math.Abs(lines[value].CenterY - middle));
        for (var i = values.ToList().IndexOf(row); i >= 0 && lines[values[i]].CenterY > middle - 150; i--)
        {
            if (Of(values[i]) is { Count: > 0 } label && Glyphs.IsFirst(label[0].Text)) return values[i];
            if (Of(values[i]) is { Count: > 0 } other && other[0].Text.StartsWith('（')) break;
        }
        var top = values.Where(value => lines[value].CenterY > pieces[0].Top).DefaultIfEmpty(values[^1]).First();
        return top;
    }
}
