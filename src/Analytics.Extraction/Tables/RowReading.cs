// Places the cells behind a label into the columns of the form. Where the counts differ, every placing that keeps the
// order is a possible reading; a cell is read only where all readings agree on it.
namespace Analytics.Extraction;

/// <summary>A cell of a reading: the token, or null where the reading leaves the column without one.</summary>
internal sealed record RowReading(IReadOnlyList<Token?> Cells);

internal static class RowReadings
{
    private const int MostReadings = 3_000;

    /// <summary>Where just one cell of a row was lost and its sum tells what it must have been, the reading is completed
    /// with that number if the row prints it elsewhere; what is then agreed on is flagged all the same.</summary>
    /// <param name="reading">A reading of a row whose last column is the sum of the others.</param>
    public static RowReading Complete(RowReading reading)
    {
        if (reading.Cells.Count(cell => cell is null) != 1 || reading.Cells[^1] is not { Value.Kind: CellKind.Number } total) return reading;
        var lost = total.Value.Value - reading.Cells.SkipLast(1).Sum(cell => cell?.Value.Kind == CellKind.Number ? cell.Value.Value : 0);
        var twin = reading.Cells.FirstOrDefault(cell => cell?.Value.Kind == CellKind.Number && cell.Value.Value == lost);
        return twin is null ? reading : new RowReading(reading.Cells.Select(cell => cell ?? twin).ToList());
    }

    /// <summary>All readings of a run of cells in so many columns; empty where there is none worth trying.</summary>
    public static IReadOnlyList<RowReading> Of(IReadOnlyList<Token> run, int columns)
    {
        if (run.Count == 0 || columns == 0) return [];
        if (run is [{ IsGlued: true } glued]) return GluedText.Readings(glued, columns);
        if (run.Count == columns) return [new RowReading([.. run])];
        return run.Count > columns ? Shrink(run, columns) : Spread(run, columns);
    }

    /// <summary>Only the readings in which an equation holds and those it cannot be tried on, or all of them where it
    /// holds in none.</summary>
    public static IReadOnlyList<RowReading> Prefer(IReadOnlyList<RowReading> readings, Func<RowReading, bool> holds, Func<RowReading, bool> isOpen) =>
        readings.Any(holds) ? readings.Where(reading => holds(reading) || isOpen(reading)).ToList() : readings;

    // Too many cells: empty ones at the ends are padding; failing that, any may be the surplus.
    private static List<RowReading> Shrink(IReadOnlyList<Token> run, int columns)
    {
        var surplus = run.Count - columns;
        var windows = Enumerable.Range(0, surplus + 1)
            .Where(start => run.Take(start).Concat(run.Skip(start + columns)).All(token => token.IsEmpty))
            .Select(start => new RowReading([.. run.Skip(start).Take(columns)])).ToList();
        if (windows.Count > 0) return windows;
        return Count(run.Count, columns) > MostReadings
            ? []
            : Choices(run.Count, columns).Select(chosen => new RowReading(chosen.Select(i => (Token?)run[i]).ToList())).ToList();
    }

    // Too few cells: each placing leaves other columns without one.
    private static List<RowReading> Spread(IReadOnlyList<Token> run, int columns) => Count(columns, run.Count) > MostReadings
        ? []
        : Choices(columns, run.Count).Select(places =>
        {
            var cells = new Token?[columns];
            for (var i = 0; i < run.Count; i++) cells[places[i]] = run[i];
            return new RowReading(cells);
        }).ToList();

    private static double Count(int n, int k)
    {
        var count = 1.0;
        for (var i = 1; i <= k; i++) count = count * (n - k + i) / i;
        return count;
    }

    // Every ascending choice of k of the numbers 0 to n-1.
    private static IEnumerable<int[]> Choices(int n, int k)
    {
        var chosen = Enumerable.Range(0, k).ToArray();
        while (true)
        {
            yield return (int[])chosen.Clone();
            var i = k - 1;
            while (i >= 0 && chosen[i] == n - k + i) i--;
            if (i < 0) yield break;
            chosen[i]++;
            for (var j = i + 1; j < k; j++) chosen[j] = chosen[j - 1] + 1;
        }
    }
}
