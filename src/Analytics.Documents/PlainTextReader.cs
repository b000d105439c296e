// Plain text with the tables that survive in it: tab-separated rows, one cell per line led by a tab, pipes.
namespace Analytics.Documents;

/// <summary>Reads decoded text. A table is a run of table lines; blank lines inside it do not end it.</summary>
internal sealed class PlainTextReader(string text) : IFormatReader
{
    private readonly List<Block> blocks = [];
    private readonly List<(int Number, string Text)> pending = [];
    private int tables;

    private enum Layout
    {
        None,
        Tabs,
        Pipes,
    }

    public string Format => "txt";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        var number = 0;
        var layout = Layout.None;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var kind = line.Contains('\t', StringComparison.Ordinal) ? Layout.Tabs : line.Contains('|', StringComparison.Ordinal) ? Layout.Pipes : Layout.None;
            var isBlank = string.IsNullOrWhiteSpace(line) && kind == Layout.None;
            var isContinuation = layout == Layout.Tabs && kind == Layout.None && !isBlank && pending[^1].Text.Length > 0 && IsCellLine(pending[^1].Text);
            if (layout != Layout.None && (isBlank || kind == layout || isContinuation))
            {
                if (isContinuation) pending[^1] = (pending[^1].Number, pending[^1].Text + "\n" + line);
                else pending.Add((number, isBlank ? "" : line));
                continue;
            }
            Flush(layout);
            layout = kind;
            if (kind != Layout.None) pending.Add((number, line));
            else if (!isBlank) blocks.Add(new Paragraph(line.Trim(), new Anchor(Line: number)));
        }
        Flush(layout);
        return (null, blocks);
    }

    // A cell on a line of its own: one tab, in front.
    private static bool IsCellLine(string line) => line.StartsWith('\t') && !line.AsSpan(1).Contains('\t');

    private void Flush(Layout layout)
    {
        while (pending.Count > 0 && pending[^1].Text.Length == 0) pending.RemoveAt(pending.Count - 1);
        if (pending.Count == 0) return;
        tables++;
        var lines = pending.Count(line => line.Text.Length > 0);
        var cellLines = pending.Count(line => IsCellLine(line.Text));
        var rows = layout == Layout.Tabs && cellLines * 2 > lines ? CellPerLine() : RowPerLine(layout);
        blocks.Add(new Table(tables, rows));
        pending.Clear();
    }

    private List<IReadOnlyList<Cell>> RowPerLine(Layout layout)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var (number, line) in pending.Where(line => line.Text.Length > 0))
        {
            var parts = line.Split(layout == Layout.Tabs ? '\t' : '|').ToList();
            if (layout == Layout.Pipes)
            {
                if (string.IsNullOrWhiteSpace(parts[0])) parts.RemoveAt(0);
                if (parts.Count > 0 && string.IsNullOrWhiteSpace(parts[^1])) parts.RemoveAt(parts.Count - 1);
            }
            var row = rows.Count + 1;
            rows.Add(parts.Select((part, i) => new Cell(part.Trim(), new Anchor(tables, row, i + 1, number))).ToList());
        }
        return rows;
    }

    // Rows are parted by blank lines; a line without a tab goes on with the cell before it.
    private List<IReadOnlyList<Cell>> CellPerLine()
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var row = new List<Cell>();
        foreach (var (number, line) in pending.Append((0, "")))
        {
            if (line.Length > 0)
            {
                foreach (var part in (line[0] == '\t' ? line[1..] : line).Split('\t')) row.Add(new Cell(part.Trim(), new Anchor(tables, rows.Count + 1, row.Count + 1, number)));
            }
            else if (row.Count > 0)
            {
                rows.Add(row);
                row = [];
            }
        }
        return rows;
    }
}
