// A sheet is one grid for title, narrative, headings and tables alike: rows are told apart by how many cells they fill and how wide the tables beside them are.
using System.Text.RegularExpressions;

namespace Analytics.Documents.Office;

/// <summary>Parts the rows of sheets into paragraphs and tables.</summary>
internal sealed partial class SheetBlocks
{
    /// <summary>Labels of the statutory tables are shorter.</summary>
    private const int LongestLabel = 80;

    private readonly List<Block> blocks = [];
    private int tables;
    private int sheet;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Adds one sheet.</summary>
    /// <param name="number">From 1, hidden sheets counted.</param>
    /// <param name="rows">Its rows that are not empty.</param>
    public void Add(int number, IReadOnlyList<SheetRow> rows)
    {
        sheet = number;
        for (var start = 0; start < rows.Count;)
        {
            var end = start + 1;
            while (end < rows.Count && !rows[end].FollowsGap) end++;
            AddRun([.. rows.Skip(start).Take(end - start)]);
            start = end;
        }
    }

    // Rows without an empty row between them.
    private void AddRun(List<SheetRow> run)
    {
        var isText = new bool[run.Count];
        for (var i = 0; i < run.Count; i++) isText[i] = IsText(run, i);
        // What stands alone above the first and below the last row of several cells is no part of a table.
        var first = Enumerable.Range(0, run.Count).FirstOrDefault(i => !isText[i] && !IsLone(run[i]), run.Count);
        var last = Enumerable.Range(0, run.Count).LastOrDefault(i => !isText[i] && !IsLone(run[i]), -1);
        for (var i = 0; i < run.Count; i++)
        {
            if (i < first || i > last) isText[i] |= !IsMergedDown(run[i]) || first == run.Count;
        }
        var pending = new List<SheetRow>();
        for (var i = 0; i < run.Count; i++)
        {
            if (!isText[i])
            {
                pending.Add(run[i]);
                continue;
            }
            Flush(pending);
            AddText(run[i]);
        }
        Flush(pending);
    }

    private static bool IsText(List<SheetRow> run, int i)
    {
        var row = run[i];
        if (!IsLone(row)) return row.Filled.Count <= 6 && row.Filled.All(cell => cell.Text.Length <= LongestLabel) && IsForm(row);
        var cell = row.Filled[0];
        if (IsMergedDown(row) && cell.ColumnSpan < row.Cells.Sum(each => each.ColumnSpan)) return false;
        if (cell.Text.Length > LongestLabel || cell.Text.Contains('。', StringComparison.Ordinal)) return true;
        if (!Heading().IsMatch(cell.Text)) return false;
        // 一、本年新收 with its values blank is a row of its table; a heading parts tables of different widths or is as wide as they are.
        var above = Extent(run, i, -1);
        var below = Extent(run, i, 1);
        return above != below || cell.End >= Math.Max(above, below);
    }

    // The last column that the next row of several cells uses.
    private static int Extent(List<SheetRow> run, int i, int step)
    {
        for (var k = i + step; k >= 0 && k < run.Count; k += step)
        {
            if (!IsLone(run[k])) return run[k].Filled[^1].End;
        }
        return -1;
    }

    private static bool IsLone(SheetRow row) => row.Filled.Count == 1;

    private static bool IsMergedDown(SheetRow row) => row.Filled[0].RowSpan > 1;

    // 填报单位 | 某局, on its own: a name and no figure is no table.
    private static bool IsPair(SheetRow row) => row.Filled.Count <= 2 && row.Filled.All(cell => !Value().IsMatch(cell.Text) && cell.Text.Length <= LongestLabel);

    // 填报单位：某局 | 填报日期：2021年1月20日: the words before a table, in cells side by side.
    private static bool IsForm(SheetRow row) => Field().IsMatch(row.Filled[0].Text)
        && row.Filled.Skip(1).All(cell => Field().IsMatch(cell.Text) || !Value().IsMatch(cell.Text));

    private void AddText(SheetRow row)
    {
        var text = "";
        foreach (var cell in row.Filled)
        {
            if (text.Length > 0 && Field().IsMatch(cell.Text))
            {
                AddParagraphs(text);
                text = "";
            }
            text += cell.Text;
        }
        AddParagraphs(text);
    }

    private void AddParagraphs(string text)
    {
        foreach (var part in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(part)) blocks.Add(new Paragraph(part.Trim(), new Anchor(Page: sheet)));
        }
    }

    private void Flush(List<SheetRow> rows)
    {
        if (rows.Count == 0) return;
        if (rows.Count <= 2 && rows.TrueForAll(IsPair))
        {
            foreach (var row in rows) AddParagraphs(string.Join(' ', row.Filled.Select(cell => cell.Text)));
            rows.Clear();
            return;
        }
        tables++;
        var width = rows.Max(row => row.Filled[^1].End);
        var start = rows.Min(row => row.Filled[0].Column);
        // Merged cells without text keep the place of a value, columns of other tables of the sheet do not.
        blocks.Add(new Table(tables, rows.Select((row, i) => (IReadOnlyList<Cell>)
        [
            .. row.Cells.Where(cell => cell.Column >= start && cell.Column < width).Select(cell => new Cell(
                cell.Text, new Anchor(tables, i + 1, cell.Column - start + 1, Page: sheet), Math.Min(cell.End, width) - cell.Column, Math.Min(cell.RowSpan, rows.Count - i))),
        ]).ToList()));
        rows.Clear();
    }

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]{1,3}\s*[、．.，,]|第[一二三四五六七八九十]{1,2}部分)|(报告|年报)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[^\s\d:：()（）][^\d:：]{1,9}[:：]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^[\s\d.,+\-%/—－＋０-９件条项]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
