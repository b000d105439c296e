// What conversions and page breaks do to tables: rows torn in two, cells lost or pushed aside, tables cut.
using Analytics.Synthetic;

namespace Analytics.Testing;

/// <summary>Kinds of damage.</summary>
public enum DamageKind
{
    None,

    /// <summary>A row goes on in the next line.</summary>
    TornRow,

    /// <summary>An empty cell pushes the rest of a row aside.</summary>
    ShiftedRow,

    /// <summary>A cell of a row is gone, and the rest moves up.</summary>
    LostCell,

    /// <summary>The table ends and goes on behind a page number.</summary>
    CutTable,
}

/// <summary>Damage at one place of one table; the numbers are taken modulo what there is.</summary>
public sealed record Damage(DamageKind Kind, int Table, int Row, int Cell)
{
    private const int WidestBlocks = 5;

    /// <summary>No damage.</summary>
    public static Damage None { get; } = new(DamageKind.None, 0, 0, 0);

    /// <summary>The report with the damage done.</summary>
    public PrintedReport To(PrintedReport report)
    {
        // Table 二 is wider than its blocks: what is pushed aside in it or lost is not to be told from an empty cell.
        var tables = report.Blocks.OfType<PrintedTable>().Where(table => Kind is DamageKind.TornRow or DamageKind.CutTable || table.Width > WidestBlocks).ToList();
        if (Kind == DamageKind.None || tables.Count == 0) return report;
        var hit = tables[Table % tables.Count];
        return report with { Blocks = report.Blocks.SelectMany(block => ReferenceEquals(block, hit) ? To(hit) : [block]).ToList() };
    }

    private IEnumerable<PrintedBlock> To(PrintedTable table)
    {
        var rows = table.Grid().Select(row => row.Select(place => place.Text).ToList()).ToList();
        var row = Row % rows.Count;
        var cell = Cell % rows[row].Count;
        switch (Kind)
        {
            case DamageKind.TornRow:
                rows.Insert(row + 1, rows[row][cell..]);
                rows[row] = rows[row][..cell];
                break;
            // Pushed into an empty cell a row is whole again.
            case DamageKind.ShiftedRow when rows[row][^1].Length > 0: rows[row].Insert(cell, ""); break;
            case DamageKind.LostCell: rows[row].RemoveAt(cell); break;
            case DamageKind.CutTable when row > 0: return [Of(rows[..row]), new PrintedParagraph("- 3 -"), Of(rows[row..])];
        }
        return [Of(rows)];
    }

    private static PrintedTable Of(List<List<string>> rows) => new(rows.Select(row => (IReadOnlyList<PrintedCell>)row.ConvertAll(text => new PrintedCell(text))).ToList());
}
