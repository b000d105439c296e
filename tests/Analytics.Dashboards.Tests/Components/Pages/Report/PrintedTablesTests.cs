// The tables must stand as the forms print them: every cell of a form in one place, every line as wide as its table.
using Analytics.Dashboards.Components.Pages.Report;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Report;

public sealed class PrintedTablesTests
{
    private static readonly CatalogData Catalog = CatalogData.Current;

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Every_cell_of_a_form_has_one_place(string form)
    {
        var expected = Catalog.Metrics.Where(metric => metric.Forms.Contains(form, StringComparer.Ordinal)).Select(metric => metric.Key.Value).ToList();
        // Lines that may be left out are there because they hold cells.
        var tables = Of(form, expected.Select(metric => Cell(metric)).ToArray());

        Assert.Equal(expected.Order(StringComparer.Ordinal), Places(tables).Select(place => place.Metric.Value).Order(StringComparer.Ordinal));
        Assert.All(Places(tables), place => Assert.Equal(place.Metric.Value, place.Cell!.Metric));
        Assert.All(tables, table => Assert.Empty(table.Others));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Every_line_is_as_wide_as_its_table(string form) => Assert.All(Of(form), table => Assert.All(table.Blocks, block =>
    {
        var covered = new int[block.Heads.Count + block.Rows.Count];
        for (var i = 0; i < block.Heads.Count; i++) Cover(covered, i, block.Heads[i]);
        for (var i = 0; i < block.Rows.Count; i++)
        {
            Cover(covered, block.Heads.Count + i, block.Rows[i].Heads);
            covered[block.Heads.Count + i] += block.Rows[i].Places.Sum(place => place.Columns);
        }
        Assert.All(covered, width => Assert.Equal(table.HeadColumns + table.Columns, width));
    }));

    [Fact]
    public void Rows_of_table_three_stand_in_groups_within_the_group_of_all_outcomes()
    {
        var rows = Of("2021")[1].Blocks[0].Rows;

        Assert.Equal(["一、本年新收政府信息公开申请数量"], rows[0].Heads.Select(head => head.Text));
        Assert.Equal([("三、本年度办理结果", true), ("（一）予以公开", false)], rows[2].Heads.Select(head => (head.Text, head.IsUpright)));
        Assert.Equal([("（三）不予公开", 8), ("1.属于国家秘密", 1)], rows[4].Heads.Select(head => (head.Text, head.Rows)));
        Assert.Equal(rows.Count - 3, rows[2].Heads[0].Rows);
    }

    [Fact]
    public void Table_four_is_one_row_under_three_groups_of_columns()
    {
        var block = Assert.Single(Of("2019")[2].Blocks);

        Assert.Equal(15, Assert.Single(block.Rows).Places.Count);
        Assert.Equal([("行政复议", 5, 2), ("行政诉讼", 10, 1)], block.Heads[0].Select(head => (head.Text, head.Columns, head.Rows)));
        Assert.Equal(["未经复议直接起诉", "复议后起诉"], block.Heads[1].Select(head => head.Text));
    }

    [Fact]
    public void A_cell_that_was_not_read_has_a_place_without_one_and_a_table_that_is_lacking_is_said_to_be()
    {
        var tables = PrintedTables.Of(Catalog.Forms, Head("2019", null, "2019"), [Cell("rules.made")]);

        Assert.Equal(["rules.made"], Places(tables).Where(place => place.Cell is not null).Select(place => place.Metric.Value));
        Assert.Contains(Places(tables), place => place.Metric.Value == "rules.disclosed" && place.Cell is null);
        Assert.Equal([true, false, true], tables.Select(table => table.IsThere));
    }

    [Fact]
    public void A_cell_that_the_form_does_not_have_is_not_lost() => Assert.Equal(["rules.issued"], Of("2019", Cell("rules.issued"))[0].Others.Select(cell => cell.Metric));

    // Heads reach down over the lines below them.
    private static void Cover(int[] covered, int line, IReadOnlyList<PrintedHead> heads)
    {
        foreach (var head in heads)
        {
            for (var i = line; i < line + head.Rows; i++) covered[i] += head.Columns;
        }
    }

    private static IEnumerable<PrintedPlace> Places(IReadOnlyList<PrintedTable> tables) => tables.SelectMany(table => table.Blocks).SelectMany(block => block.Rows).SelectMany(row => row.Places);

    private static IReadOnlyList<PrintedTable> Of(string form, params ReportCell[] cells) => PrintedTables.Of(Catalog.Forms, Head(form, form, form), cells);

    private static ReportPageHead Head(string? second, string? third, string? fourth) => new(
        1, "330105.教育局", "杭州市拱墅区教育局", "拱墅区教育局", null, null, 2020, "own", 1, true, second, third, fourth, null, false, "x.docx", "", null, null, "test", null,
        new DateOnly(2021, 1, 31), null, null, null);

    private static ReportCell Cell(string metric)
    {
        var known = Catalog.Metric(new(metric))!;
        return new ReportCell(metric, known.LabelZh, known.Unit, (sbyte)("一二三四".IndexOf(known.Table, StringComparison.Ordinal) + 1), "number", 1, true, false,
            known.RowZh, known.ColumnZh, "1", null, 1, 1, 1, null, null, false, null, null);
    }
}
