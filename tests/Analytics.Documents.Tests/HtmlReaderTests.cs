// Web pages hold the report among menus, scripts and tables that only lay the page out.
namespace Analytics.Documents.Tests;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Block_elements_and_breaks_part_paragraphs_and_inline_elements_do_not()
    {
        var document = Page("<h1>题 目</h1><div>一<b>二</b>三<br>四<p>五</p>六</div>");

        Assert.Equal("html", document.Format);
        Assert.Equal(["题 目", "一二三", "四", "五", "六"], document.Paragraphs());
    }

    [Fact]
    public void The_title_is_metadata_and_no_paragraph()
    {
        var document = Reading.Read("<html><head><title> 某局年报 </title></head><body><p>文</p></body></html>");

        Assert.Equal("某局年报", document.Title);
        Assert.Equal(["文"], document.Paragraphs());
        Assert.Null(Page("<p>文</p>").Title);
    }

    [Fact]
    public void Cells_right_of_and_under_merged_ones_stand_in_their_printed_columns()
    {
        var table = Assert.Single(Page("""
            <table>
            <tr><td colspan=3 rowspan=2>（勾稽关系）</td><td colspan=7>申请人情况</td></tr>
            <tr><td>自然人</td><td>商业企业</td></tr>
            <tr><td rowspan=2>三、本年度办理结果</td><td colspan=2>（一）予以公开</td><td>5</td></tr>
            <tr><td colspan=2>（二）部分公开</td><td>6</td></tr>
            </table>
            """).Tables());

        Assert.Equal(["1 4", "4 5", "1 2 4", "2 4"], Enumerable.Range(0, 4).Select(table.ColumnsOf));
        Assert.Equal((3, 2), (table.Rows[0][0].ColumnSpan, table.Rows[0][0].RowSpan));
    }

    [Fact]
    public void Head_body_and_foot_of_a_table_are_read_in_order()
    {
        Assert.Equal(["头", "身", "脚"], Assert.Single(Page("<table><thead><tr><th>头</th></tr></thead><tbody><tr><td>身</td></tr></tbody><tfoot><tr><td>脚</td></tr></tfoot></table>").Tables()).Rows());
    }

    [Fact]
    public void Breaks_and_blocks_inside_a_cell_are_its_lines_and_no_break_spaces_are_blank()
    {
        var table = Assert.Single(Page("<table><tr><td> 本年<br/>新制作 <p>数量</p></td><td>&nbsp;</td><td>1\n 2</td></tr></table>").Tables());

        Assert.Equal(["本年⏎新制作⏎数量||1 2"], table.Rows());
    }

    [Fact]
    public void A_table_around_tables_only_lays_the_page_out()
    {
        var document = Page("<table><tr><td>菜单</td><td><p>题</p><table><tr><td>规章</td><td>0</td></tr></table>尾</td></tr></table>");

        Assert.Equal(["规章|0"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["菜单", "题", "尾"], document.Paragraphs());
        Assert.IsType<Table>(document.Blocks[2]);
    }

    [Theory]
    [InlineData("<script>var a = '第一项';</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<noscript>请开启脚本</noscript>")]
    [InlineData("<template><p>模板</p></template>")]
    [InlineData("<div hidden>藏</div>")]
    [InlineData("<div style='color:red; DISPLAY : NONE'>藏</div>")]
    [InlineData("<select><option>选</option></select>")]
    [InlineData("<textarea>填</textarea>")]
    [InlineData("<!-- 注 -->")]
    public void What_a_reader_does_not_see_is_not_read(string markup)
    {
        Assert.Equal(["前后"], Page($"<p>前{markup}后</p>".Replace("<div", "<span", StringComparison.Ordinal).Replace("</div", "</span", StringComparison.Ordinal)).Paragraphs());
        Assert.Equal(["前后"], Assert.Single(Page($"<table><tr><td>前{markup.Replace("<div", "<span", StringComparison.Ordinal).Replace("</div", "</span", StringComparison.Ordinal)}后</td></tr></table>").Tables()).Rows());
    }

    [Fact]
    public void Hidden_rows_and_cells_are_not_read()
    {
        var table = Assert.Single(Page("<table><tr style='display:none'><td>藏</td></tr><tr><td>规章</td><td hidden>9</td><td>0</td></tr></table>").Tables());

        Assert.Equal(["规章|0"], table.Rows());
        Assert.Equal("1 2", table.ColumnsOf(0));
    }

    [Fact]
    public void A_page_without_a_body_has_no_blocks() => Assert.Empty(Reading.Read("<html><head><title>空</title></head></html>").Blocks);

    [Fact]
    public void Tags_without_an_end_are_read_as_browsers_do()
    {
        var document = Page("<p>一<p>二<table><tr><td>a<td>b<tr><td>c");

        Assert.Equal(["一", "二"], document.Paragraphs());
        Assert.Equal(["a|b", "c"], Assert.Single(document.Tables()).Rows());
    }

    private static Document Page(string body) => Reading.Read($"<!DOCTYPE html><html><body>{body}</body></html>");
}
