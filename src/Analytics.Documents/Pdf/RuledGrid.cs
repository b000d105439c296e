// Cells out of ruling lines: what no line parts is one cell, whatever its shape in the grid of all lines.
namespace Analytics.Documents.Pdf;

/// <summary>A cell of a ruled table; row and column from 0, place in points.</summary>
internal sealed record RuledCell(int Row, int Column, int RowSpan, int ColumnSpan, double Left, double Top, double Right, double Bottom)
{
    public bool Holds(double x, double y) => x >= Left && x < Right && y >= Top && y < Bottom;
}

/// <summary>A table's cells, and where its lines stand.</summary>
internal sealed record RuledGrid(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, IReadOnlyList<RuledCell> Cells)
{
    /// <summary>Lines nearer than this are one: borders of neighbouring cells are not always drawn at one place.</summary>
    private const double Near = 3.5;

    private const int MostLines = 400;

    public double Left => Xs[0];

    public double Top => Ys[0];

    public double Right => Xs[^1];

    public double Bottom => Ys[^1];

    public int Rows => Ys.Count - 1;

    public int Columns => Xs.Count - 1;

    /// <summary>The grids of a page, top to bottom. A frame around text is none.</summary>
    public static List<RuledGrid> Of(IReadOnlyList<Rule> rules) => Components(rules)
        .Select(Build).OfType<RuledGrid>().OrderBy(grid => grid.Top).ToList();

    // Lines that touch belong to one table.
    private static IEnumerable<List<Rule>> Components(IReadOnlyList<Rule> rules)
    {
        var horizontal = rules.Where(rule => rule.IsHorizontal).ToList();
        var vertical = rules.Where(rule => !rule.IsHorizontal).ToList();
        var parent = Enumerable.Range(0, rules.Count).ToArray();
        for (var i = 0; i < horizontal.Count; i++)
        {
            for (var j = 0; j < vertical.Count; j++)
            {
                var (h, v) = (horizontal[i], vertical[j]);
                if (v.At > h.From - Near && v.At < h.To + Near && h.At > v.From - Near && h.At < v.To + Near) parent[Root(horizontal.Count + j)] = Root(i);
            }
        }
        return Enumerable.Range(0, rules.Count).GroupBy(Root)
            .Select(group => group.Select(i => i < horizontal.Count ? horizontal[i] : vertical[i - horizontal.Count]).ToList())
            .Where(group => group.Count > 3);

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
    }

    private static RuledGrid? Build(List<Rule> rules)
    {
        var horizontal = rules.Where(rule => rule.IsHorizontal && rule.Length > 2 * Near).ToList();
        var uprights = rules.Where(rule => !rule.IsHorizontal).ToList();
        var vertical = uprights.Select(rule => Trim(rule, horizontal, uprights)).OfType<Rule>().ToList();
        if (horizontal.Count == 0 || vertical.Count == 0) return null;
        var xs = Cluster([.. vertical.Select(rule => (rule.At, rule.Length)), (horizontal.Min(rule => rule.From), 0), (horizontal.Max(rule => rule.To), 0)]);
        horizontal = horizontal.Where(rule => xs.Count(x => x > rule.From - Near && x < rule.To + Near) > 1).ToList();
        if (horizontal.Count == 0) return null;
        var ys = Cluster([.. horizontal.Select(rule => (rule.At, rule.Length)), (vertical.Min(rule => rule.From), 0), (vertical.Max(rule => rule.To), 0)]);
        if (xs.Count < 3 || ys.Count < 2 || xs.Count > MostLines || ys.Count > MostLines) return null;
        return new RuledGrid(xs, ys, CellsOf(xs, ys, horizontal, vertical));
    }

    // A rule of a table runs from line to line; where it goes on by itself, the stroke of a letter touches it. Where all
    // go on, the page cuts the table. What hangs on one line only is a stroke.
    private static Rule? Trim(Rule rule, List<Rule> horizontal, List<Rule> uprights)
    {
        var crossed = horizontal.Where(h => h.At > rule.From - Near && h.At < rule.To + Near && h.From < rule.At + Near && h.To > rule.At - Near).Select(h => h.At).ToList();
        if (crossed.Count == 0) return null;
        var (first, last) = (crossed.Min(), crossed.Max());
        var from = first - rule.From < Near || uprights.Count(other => Math.Abs(other.From - rule.From) < Near) > 1 ? rule.From : first;
        var to = rule.To - last < Near || uprights.Count(other => Math.Abs(other.To - rule.To) < Near) > 1 ? rule.To : last;
        return to - from > 2 * Near ? rule with { From = from, To = to } : null;
    }

    private static List<double> Cluster(List<(double At, double Weight)> places)
    {
        places.Sort();
        var clusters = new List<double>();
        for (var i = 0; i < places.Count;)
        {
            var (sum, weight, first) = (0.0, 0.0, places[i].At);
            for (; i < places.Count && places[i].At - first <= Near; i++)
            {
                sum += places[i].At * (places[i].Weight + 0.01);
                weight += places[i].Weight + 0.01;
            }
            clusters.Add(sum / weight);
        }
        return clusters;
    }

    private static List<RuledCell> CellsOf(List<double> xs, List<double> ys, List<Rule> horizontal, List<Rule> vertical)
    {
        var (rows, columns) = (ys.Count - 1, xs.Count - 1);
        var isOpenBelow = new bool[rows, columns];
        var isOpenRight = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                isOpenBelow[r, c] = r + 1 < rows && !IsDrawn(horizontal, ys[r + 1], xs[c], xs[c + 1]);
                isOpenRight[r, c] = c + 1 < columns && !IsDrawn(vertical, xs[c + 1], ys[r], ys[r + 1]);
            }
        }
        var taken = new bool[rows, columns];
        var cells = new List<RuledCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c]) continue;
                var right = c;
                while (right + 1 < columns && isOpenRight[r, right] && !taken[r, right + 1]) right++;
                var bottom = r;
                while (bottom + 1 < rows && IsOpen(bottom, c, right)) bottom++;
                for (var i = r; i <= bottom; i++)
                {
                    for (var j = c; j <= right; j++) taken[i, j] = true;
                }
                cells.Add(new RuledCell(r, c, bottom - r + 1, right - c + 1, xs[c], ys[r], xs[right + 1], ys[bottom + 1]));
            }
        }
        return cells;

        // The next row goes on with just these columns.
        bool IsOpen(int row, int from, int to)
        {
            for (var c = from; c <= to; c++)
            {
                if (!isOpenBelow[row, c] || taken[row + 1, c] || (c < to && !isOpenRight[row + 1, c])) return false;
            }
            return true;
        }
    }

    private static bool IsDrawn(List<Rule> rules, double at, double from, double to)
    {
        var covered = 0.0;
        foreach (var rule in rules)
        {
            if (Math.Abs(rule.At - at) <= Near) covered += Math.Max(0, Math.Min(rule.To, to) - Math.Max(rule.From, from));
        }
        return covered >= (to - from) * 0.5;
    }
}
