// The visible cells of one sheet, with merged cells, freed from empty and hidden rows and columns.
namespace Analytics.Documents.Office;

/// <summary>A cell of a sheet. Covered cells stand nowhere.</summary>
/// <param name="Text">As a person sees it.</param>
/// <param name="Column">From 0, among the columns that are left.</param>
/// <param name="ColumnSpan">Columns it covers, of those that are left.</param>
/// <param name="RowSpan">Rows it covers, of those that are left.</param>
internal readonly record struct SheetCell(string Text, int Column, int ColumnSpan, int RowSpan)
{
    public bool IsEmpty => Text.Length == 0;

    public int End => Column + ColumnSpan;
}

/// <summary>A row that is not empty.</summary>
/// <param name="Number">From 0, in the sheet.</param>
/// <param name="Cells">Every cell up to the sheet's last column, empty ones too.</param>
/// <param name="FollowsGap">An empty row stands above it.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool FollowsGap)
{
    /// <summary>The cells with text.</summary>
    public IReadOnlyList<SheetCell> Filled { get; } = [.. Cells.Where(cell => !cell.IsEmpty)];
}

/// <summary>A range of merged cells, from 0, both ends included.</summary>
internal readonly record struct Merge(int FromRow, int FromColumn, int ToRow, int ToColumn);

/// <summary>Puts texts and merged ranges together.</summary>
internal static class SheetGrid
{
    /// <summary>More merged cells than this are no report.</summary>
    private const int MostCovered = 2_000_000;

    /// <param name="rows">Texts by row number of the sheet, hidden rows too; empty ones may be left out.</param>
    /// <param name="merges">Merged ranges.</param>
    /// <param name="hiddenColumns">Columns that are not shown.</param>
    /// <param name="hiddenRows">Rows that are not shown.</param>
    public static List<SheetRow> Build(
        SortedDictionary<int, string[]> rows, IReadOnlyList<Merge> merges, IReadOnlySet<int> hiddenColumns, IReadOnlySet<int> hiddenRows)
    {
        var kept = rows.Where(row => !hiddenRows.Contains(row.Key) && Array.Exists(row.Value, text => text.Length > 0)).Select(row => row.Key).ToList();
        var keptRows = new HashSet<int>(kept);
        // A merged range is shown at its first visible row and column.
        var owners = new Dictionary<(int Row, int Column), Merge>();
        var covered = new HashSet<(int Row, int Column)>();
        var usedColumns = new SortedSet<int>(kept.SelectMany(row => Enumerable.Range(0, rows[row].Length).Where(column => rows[row][column].Length > 0)));
        foreach (var merge in merges)
        {
            var mergedRows = kept.Where(row => row >= merge.FromRow && row <= merge.ToRow).ToList();
            if (mergedRows.Count == 0) continue;
            for (var column = merge.FromColumn; column <= merge.ToColumn; column++)
            {
                usedColumns.Add(column);
                foreach (var row in mergedRows) covered.Add((row, column));
            }
            if (covered.Count > MostCovered) throw new UnreadableDocumentException("工作表的合并单元格异常多，疑似损坏，已拒绝读取。");
            owners[(mergedRows[0], merge.FromColumn)] = merge;
        }
        usedColumns.ExceptWith(hiddenColumns);
        var columns = usedColumns.ToList();
        var result = new List<SheetRow>();
        var last = -1;
        foreach (var row in kept)
        {
            var cells = new List<SheetCell>();
            for (var i = 0; i < columns.Count; i++)
            {
                var column = columns[i];
                var owner = Owner(owners, covered, row, column, hiddenColumns);
                if (owner is { } merge)
                {
                    var text = rows.TryGetValue(merge.FromRow, out var first) ? Text(first, merge.FromColumn) : "";
                    cells.Add(new SheetCell(text, i, columns.Count(c => c >= merge.FromColumn && c <= merge.ToColumn), keptRows.Count(r => r >= merge.FromRow && r <= merge.ToRow)));
                }
                else if (!covered.Contains((row, column)))
                {
                    cells.Add(new SheetCell(Text(rows[row], column), i, 1, 1));
                }
            }
            var followsGap = last >= 0 && Enumerable.Range(last + 1, row - last - 1).Any(between => !hiddenRows.Contains(between));
            result.Add(new SheetRow(row, cells, followsGap));
            last = row;
        }
        return result;
    }

    // The range that begins here, or whose first columns are hidden and which begins here for the eye.
    private static Merge? Owner(
        Dictionary<(int Row, int Column), Merge> owners, HashSet<(int Row, int Column)> covered, int row, int column, IReadOnlySet<int> hiddenColumns)
    {
        for (var from = column; from >= 0 && covered.Contains((row, from)); from--)
        {
            if (owners.TryGetValue((row, from), out var merge)) return merge.ToColumn >= column ? merge : null;
            if (!hiddenColumns.Contains(from - 1)) return null;
        }
        return null;
    }

    private static string Text(string[] row, int column) => column < row.Length ? row[column] : "";
}
