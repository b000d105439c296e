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
}
