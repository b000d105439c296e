// Tables survive in plain text in more ways than one; each must come back as rows of cells with their lines.
namespace Analytics.Documents.Tests;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void Lines_with_tabs_are_rows()
    {
        var document = Reading.Read("二、主动公开\n信息内容\t本年制发件数\t现行有效件数\n规章\t0\t12\n\n尾\n");

        Assert.Equal("txt", document.Format);
        Assert.Equal(["信息内容|本年制发件数|现行有效件数", "规章|0|12"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["二、主动公开", "尾"], document.Paragraphs());
    }

    [Fact]
    public void A_cell_knows_its_row_column_and_line()
    {
        var table = Assert.Single(Reading.Read("题\n\na\tb\n\nc\td\n").Tables());

        Assert.Equal(new Anchor(1, 1, 2, 3), table.Rows[0][1].Anchor);
        Assert.Equal(new Anchor(1, 2, 1, 5), table.Rows[1][0].Anchor);
    }

    [Fact]
    public void Tables_are_numbered_in_reading_order()
    {
        var tables = Reading.Read("a\tb\n文\nc\td\n").Tables();

        Assert.Equal([1, 2], tables.Select(table => table.Ordinal));
        Assert.Equal([1, 2], tables.Select(table => table.Rows[0][0].Anchor.Table!.Value));
    }

    [Fact]
    public void Empty_cells_between_tabs_are_kept()
    {
        Assert.Equal(["规章||/|"], Assert.Single(Reading.Read("规章\t\t/\t\n").Tables()).Rows());
    }

    [Fact]
    public void Cells_on_lines_of_their_own_make_rows_parted_by_blank_lines()
    {
        var document = Reading.Read("题\n\t信息内容\n\t本年新制作数量\n\n\t规章\n\t/\n\t\n\n\t规范性文件\n\t7\n\t7\n\n文\n");

        Assert.Equal(["信息内容|本年新制作数量", "规章|/|", "规范性文件|7|7"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["题", "文"], document.Paragraphs());
    }

    [Fact]
    public void A_line_without_a_tab_goes_on_with_the_cell_before_it()
    {
        var table = Assert.Single(Reading.Read("\t本年新\n制作\n数量\n\t对外公开\n总数量\n\n\t规章\n\t1\n").Tables());

        Assert.Equal(["本年新⏎制作⏎数量|对外公开⏎总数量", "规章|1"], table.Rows());
        Assert.Equal([1, 4], table.Rows[0].Select(cell => cell.Anchor.Line!.Value));
    }

    [Fact]
    public void A_row_on_one_line_among_cells_on_lines_of_their_own_is_whole()
    {
        var table = Assert.Single(Reading.Read("\t甲\n\t1\n\t2\n\n自然人\t5\n\n\t乙\n\t3\n\t4\n").Tables());

        Assert.Equal(["甲|1|2", "自然人|5", "乙|3|4"], table.Rows());
    }

    [Theory]
    [InlineData("| 规章 | 0 | |\n| 规范性文件 | 3 | 5 |\n")]
    [InlineData("规章|0||\n规范性文件|3|5\n")]
    public void Pipes_part_cells_with_and_without_one_in_front(string text)
    {
        var table = Assert.Single(Reading.Read(text).Tables());

        Assert.Equal(["规章", "0", ""], table.Rows[0].Select(cell => cell.Text));
        Assert.Equal(["规范性文件", "3", "5"], table.Rows[1].Select(cell => cell.Text));
    }

    [Fact]
    public void Blank_cells_between_pipes_are_kept()
    {
        Assert.Equal(["（一）予以公开|||||||3"], Assert.Single(Reading.Read("| （一）予以公开 | | | | | | | 3 |\n").Tables()).Rows());
    }

    [Fact]
    public void A_change_from_pipes_to_tabs_ends_the_table()
    {
        Assert.Equal(2, Reading.Read("a|b\nc\td\n").Tables().Count);
    }

    [Fact]
    public void Blank_lines_inside_a_table_do_not_end_it_and_text_does()
    {
        var document = Reading.Read("a\t1\n\n\nb\t2\n三、其他\nc\t3\n");

        Assert.Equal(["a|1", "b|2"], document.Tables()[0].Rows());
        Assert.Equal(["c|3"], document.Tables()[1].Rows());
        Assert.IsType<Paragraph>(document.Blocks[1]);
    }

    [Fact]
    public void Paragraphs_know_their_lines()
    {
        var paragraphs = Reading.Read("  题  \n\n文\n").Blocks.OfType<Paragraph>().ToList();

        Assert.Equal([("题", 1), ("文", 3)], paragraphs.Select(paragraph => (paragraph.Text, paragraph.Anchor.Line!.Value)));
    }
}
