// Tables printed without rules. What lines up tells: numbers stand in columns, and a label belongs to the row of numbers
// at the middle of its lines.
namespace Analytics.Documents.Pdf;

/// <summary>Finds the tables among the lines of one page that stand in no ruled table.</summary>
internal sealed class LooseTables
{
    private readonly PageText page;
    private readonly IReadOnlyList<TextLine> lines;
    private readonly double textWidth;
    private readonly bool[] isValueLine;
    private readonly List<PlacedTable> tables = [];
    private readonly HashSet<int> used = [];
    private double[]? columns;

    private LooseTables(PageText page, IReadOnlyList<TextLine> lines, double[]? columnsBefore)
    {
        this.page = page;
        this.lines = lines;
        columns = columnsBefore;
        textWidth = lines.Count == 0 ? 0 : lines.Max(line => line.Right) - lines.Min(line => line.Left);
        isValueLine = lines.Select(IsValueLine).ToArray();
    }

    /// <param name="columnsBefore">Middles of the value columns of the table that the page before ended with.</param>
    /// <param name="left">Lines that belong to no table.</param>
    /// <param name="columnsAfter">Middles of the value columns of the last table.</param>
    public static List<PlacedTable> Find(PageText page, IReadOnlyList<TextLine> lines, double[]? columnsBefore, out List<TextLine> left, out double[]? columnsAfter)
    {
        var finder = new LooseTables(page, lines, columnsBefore);
        finder.Find();
        left = lines.Where((_, i) => !finder.used.Contains(i)).ToList();
        columnsAfter = finder.columns;
        return finder.tables;
    }

    /// <summary>Whether a page may hold a table at all: somewhere a wide gap parts a line, or a number stands alone.</summary>
    public static bool LooksTabular(IReadOnlyList<TextLine> lines) => lines.Any(line => line.Pieces.Count > 1 || line.Pieces[0].IsValue);

    private static bool IsValueLine(TextLine line)
    {
        var values = line.Pieces.Count(piece => piece.IsValue);
        if (values == 0) return false;
        // Behind the first number only numbers and remarks follow; a sentence has words there.
        return line.Pieces.SkipWhile(piece => !piece.IsValue).All(piece => piece.IsValue) && (values > 1 || line.Pieces.Count > 1 || Glyphs.IsNumber(line.Pieces[0].Text));
    }

    private void Find()
    {
        for (var i = 0; i < lines.Count;)
        {
            if (!isValueLine[i])
            {
                i++;
                continue;
            }
            var first = FirstHead(i);
            var last = LastRow(i);
            // A lone number is no table: nothing around it lines up.
            if (last > first || lines[i].Pieces.Count > 1) Add(first, i, last);
            i = Math.Max(last, i) + 1;
        }
    }

    private double Pitch(int line) => Math.Max(lines[line].Em * 1.3, lines[line].Bottom - lines[line].Top);

    private bool IsNarrative(TextLine line) => line.Pieces.Count == 1 && line.Right - line.Left > 0.7 * textWidth && line.Pieces[0].Text.Length > 24;

    private bool IsNear(int a, int b) => lines[b].CenterY - lines[a].CenterY < 2.6 * Pitch(a);

    // Upwards over heads and the first lines of labels: lines with gaps, or short ones close by.
    private int FirstHead(int value)
    {
        var first = value;
        for (var i = value - 1; i >= 0 && !used.Contains(i) && value - i < 14; i--)
        {
            if (IsNarrative(lines[i]) || lines[i].Em > 1.25 * lines[value].Em || !IsNear(i, i + 1) && lines[i].Pieces.Count == 1) break;
            if (lines[i].Pieces.Count > 1 || IsBeside(i)) first = i;
        }
        return first;

        // Half a line apart from another line: both are lines of one row.
        bool IsBeside(int i) => lines[i + 1].CenterY - lines[i].CenterY < 1.05 * lines[i].Em + (0.3 * lines[value].Em);
    }

    private int LastRow(int value)
    {
        var left = ValueLeft(value);
        var labelRight = LabelRight(value);
        var last = value;
        var edge = value;
        for (var i = value + 1; i < lines.Count; i++)
        {
            if (IsNarrative(lines[i]) || lines[i].Em > 1.25 * lines[value].Em) break;
            if (isValueLine[i])
            {
                left = Math.Min(left, ValueLeft(i));
                labelRight = Math.Max(labelRight, LabelRight(i));
                (last, edge) = (i, i);
                continue;
            }
            // Something stands over the numbers, or between them and the labels: heads of the next table.
            if (lines[i].Right > left + 1 || lines[i].Pieces[^1].Left > labelRight || !IsNear(i - 1, i)) break;
            edge = i;
        }
        // The last lines of a label stand below its numbers; anything further is text.
        while (edge > last && (edge - last > 2 || !IsLabelRest(last, edge))) edge--;
        return edge;
    }

    private bool IsLabelRest(int value, int line) => lines[line].CenterY - lines[value].CenterY < 1.7 * Pitch(value) && !lines[line].Text.EndsWith('。');

    // Where a row has no label on its own line, nothing is known of where labels end.
    private double LabelRight(int line) => lines[line].Pieces.TakeWhile(piece => !piece.IsValue).Select(piece => piece.Right).DefaultIfEmpty(double.MaxValue).Max();

    private double ValueLeft(int line) => lines[line].Pieces.First(piece => piece.IsValue).Left;

    private void Add(int first, int firstValue, int last)
    {
        var values = Enumerable.Range(firstValue, last - firstValue + 1).Where(i => isValueLine[i]).ToList();
        var middles = Columns(values, first < firstValue);
        var left = values.Min(ValueLeft);
        var labels = new LooseLabels(lines, Enumerable.Range(first, last - first + 1).ToList(), values, left);
        var groups = labels.Groups.Count > 0 ? 1 : 0;
        var valueColumn = groups + 1;
        var cells = new List<PlacedCell>();
        var row = 0;
        for (var i = first; i <= last; i++)
        {
            var begun = cells.Count;
            foreach (var group in labels.Groups.Where(group => group.Row == i)) cells.Add(CellOf(group.Pieces, row, 0, 1));
            if (isValueLine[i])
            {
                if (labels.Of(i) is { Count: > 0 } label) cells.Add(CellOf(label, row, groups, 1));
                var placed = Place(lines[i].Pieces.Where(piece => piece.IsValue).ToList(), middles);
                for (var c = 0; c < middles.Length; c++) cells.Add(placed[c] is { } piece ? CellOf([piece], row, valueColumn + c, 1) : Empty(i, row, valueColumn + c, middles, c));
            }
            else
            {
                var free = lines[i].Pieces.Where(piece => !labels.IsUsed(piece)).ToList();
                var isBlankRow = i > firstValue && free.Count > 0 && free[^1].Right <= left;
                foreach (var piece in free)
                {
                    var (column, span) = piece.Right <= left && piece.Left < labels.Right ? (piece == free[^1] ? groups : 0, 1) : Under(piece, middles, valueColumn);
                    if (cells.Count > begun && cells[^1].Column >= column) column = cells[^1].Column + cells[^1].ColumnSpan;
                    cells.Add(CellOf([piece], row, column, span));
                }
                if (isBlankRow) cells.AddRange(middles.Select((_, c) => Empty(i, row, valueColumn + c, middles, c)));
            }
            if (cells.Count > begun) row++;
        }
        for (var i = first; i <= last; i++) used.Add(i);
        columns = middles;
        double[] edges = [lines.Skip(first).Take(last - first + 1).Min(line => line.Left), .. middles];
        tables.Add(new PlacedTable(page.Number, lines[first].Top, lines[last].Bottom, edges, cells));
    }

    // The row with most numbers shows the columns; a page that goes on with a table keeps the columns it had.
    private double[] Columns(List<int> values, bool hasHeads)
    {
        var rows = values.Select(i => lines[i].Pieces.Where(piece => piece.IsValue).ToList()).ToList();
        var most = rows.Max(row => row.Count);
        var full = rows.Where(row => row.Count == most).ToList();
        var middles = Enumerable.Range(0, most).Select(c => Median(full.Select(row => row[c].CenterX))).ToArray();
        if (!hasHeads && columns is { } before && before.Length > most && middles.All(x => before.Any(other => Math.Abs(x - other) < lines[values[0]].Em * 1.5))) return before;
        return middles;
    }

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static Piece?[] Place(List<Piece> row, double[] middles)
    {
        var placed = new Piece?[middles.Length];
        if (row.Count == middles.Length)
        {
            for (var i = 0; i < row.Count; i++) placed[i] = row[i];
            return placed;
        }
        var next = 0;
        foreach (var piece in row)
        {
            var column = Enumerable.Range(next, Math.Max(1, middles.Length - next)).MinBy(c => c < middles.Length ? Math.Abs(middles[c] - piece.CenterX) : double.MaxValue);
            if (column >= middles.Length) break;
            placed[column] = piece;
            next = column + 1;
        }
        return placed;
    }

    // A head stands over one column, or spans those it reaches over.
    private static (int Column, int Span) Under(Piece piece, double[] middles, int valueColumn)
    {
        var covered = Enumerable.Range(0, middles.Length).Where(c => middles[c] > piece.Left - (piece.Em / 2) && middles[c] < piece.Right + (piece.Em / 2)).ToList();
        if (covered.Count > 0) return (valueColumn + covered[0], covered.Count);
        return (valueColumn + Enumerable.Range(0, middles.Length).MinBy(c => Math.Abs(middles[c] - piece.CenterX)), 1);
    }

    private PlacedCell CellOf(IReadOnlyList<Piece> pieces, int row, int column, int span) => new(row, column, 1, span,
        pieces.Aggregate("", (text, piece) => Glyphs.Continue(text, piece.Text)),
        page.ToPage(pieces.Min(piece => piece.Left), pieces.Min(piece => piece.Top), pieces.Max(piece => piece.Right), pieces.Max(piece => piece.Bottom)),
        pieces.Min(piece => piece.Confidence));

    private PlacedCell Empty(int line, int row, int column, double[] middles, int c) => new(row, column, 1, 1, "",
        page.ToPage(middles[c] - lines[line].Em, lines[line].Top, middles[c] + lines[line].Em, lines[line].Bottom), lines[line].Confidence);
}
