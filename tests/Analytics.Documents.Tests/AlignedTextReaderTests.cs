// Tables kept by spaces alone are read by where words stand.
using System.Text;

namespace Analytics.Documents.Tests;

public sealed class AlignedTextReaderTests
{
    private const string Listing = """
        某某市教育局
        2024年政府信息公开工作年度报告

        信息内容          本年制发件数     本年废止件数   现行有效件数

        规章            1          0        11

        行政规范性文件       8          26       66

        一、本年新收        3001        53       3119

        二、上年结转        34          0       34

        （一）予以公开       1288        21      1362

        （七）总计         2932        53      3050
        """;

    [Fact]
    public void Numbers_under_each_other_are_cells_of_a_row()
    {
        var document = DocumentReader.Read("listing.txt", Encoding.UTF8.GetBytes(Listing));
        var rows = document.Blocks.OfType<Table>().SelectMany(table => table.Rows).Select(row => row.Where(cell => cell.Text.Length > 0).Select(cell => cell.Text).ToList()).ToList();
        Assert.Contains(rows, row => row.SequenceEqual(["规章", "1", "0", "11"]));
        Assert.Contains(rows, row => row.SequenceEqual(["（一）予以公开", "1288", "21", "1362"]));
    }

    [Fact]
    public void A_cell_knows_its_line_of_the_text()
    {
        var document = DocumentReader.Read("listing.txt", Encoding.UTF8.GetBytes(Listing));
        var cell = document.Blocks.OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row).Single(cell => cell.Text == "3119");
        Assert.Equal((10, (int?)null), (cell.Anchor.Line, cell.Anchor.Page));
    }

    [Theory]
    [InlineData("规章\t0\t0\t0\n行政许可\t1\t2\t3\n")]
    [InlineData("正文  写了  两个  空格  3  次\n")]
    public void Text_with_tabs_or_a_stray_gap_is_not_taken_for_a_listing(string text) => Assert.False(AlignedTextReader.Looks(text));

    [Fact]
    public void Lines_right_above_a_table_are_text()
    {
        var rows = string.Concat(Enumerable.Range(1, 8).Select(i => $"行政许可            {i}件         {i}\n"));
        var document = Reading.Read("发布日期：2024-01-20\n二、主动公开政府信息情况\n" + rows);

        Assert.Equal(["发布日期：2024-01-20", "二、主动公开政府信息情况"], document.Paragraphs());
        var table = Assert.Single(document.Tables());
        Assert.Equal("行政许可|1件|1", table.Rows().First());
        Assert.Equal((1, 3), (table.Rows[0][0].Anchor.Row, table.Rows[0][0].Anchor.Line));
    }

    [Theory]
    [InlineData(6, 40_000)]
    [InlineData(40_000, 1)]
    public void What_is_no_page_is_read_as_plain_text_in_a_moment(int lines, int numbers)
    {
        var line = "行政许可" + string.Concat(Enumerable.Repeat("      12", numbers)) + "\n";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.NotEmpty(Reading.Read(string.Concat(Enumerable.Repeat(line, lines))).Paragraphs());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }
}
