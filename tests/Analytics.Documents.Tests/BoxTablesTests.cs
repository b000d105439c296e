// Pages whose tables are boxes: they are tables to whoever looks at them, and everything else stays text.
namespace Analytics.Documents.Tests;

public sealed class BoxTablesTests
{
    private const string Styles = "<style>.t{display:table} .a .r, .row {display:table-row} .c{display:table-cell;width:25%}</style>";

    [Fact]
    public void Boxes_with_the_display_of_a_table_are_one()
    {
        var document = Page(Styles + """
            <h2>二、主动公开政府信息情况</h2>
            <div class="t">
              <div class="row"><div class="c">信息<br>内容</div><div class="c">本年制发件数</div></div>
              <div class="row"><div class="c"><span>规章</span></div><div class="c"><p>1</p></div></div>
              <div class="row" style="display : none"><div class="c">藏</div><div class="c">8</div></div>
              <div class="row"><div class="c">规范性文件</div><div class="c"></div></div>
              <div class="row"><div class="c">行政许可</div><div class="c">12</div></div>
            </div><p>文</p>
            """);

        Assert.Equal(["信息⏎内容|本年制发件数", "规章|1", "规范性文件|", "行政许可|12"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["二、主动公开政府信息情况", "文"], document.Paragraphs());
    }

    [Fact]
    public void Cells_stand_in_the_columns_that_their_widths_say()
    {
        var table = Assert.Single(Page("""
            <div><div style="display:flex"><span style="width:33.33%">行政复议</span><span style="width:66.67%">行政诉讼</span></div>
            <div style="display:flex"><span style="width:16.67%">维持</span><span style="width:16.67%">总计</span><span style="width:33.33%">直接起诉</span><span style="width:33.33%">复议后起诉</span></div>
            <div style="display:flex"><span style="width:16.67%">1</span><span style="width:16.67%">2</span><span style="width:16.67%">3</span><span style="width:16.67%">4</span><span style="width:16.67%">5</span><span style="width:16.67%">6</span></div></div>
            """).Tables());

        Assert.Equal(["1 3", "1 2 3 5", "1 2 3 4 5 6"], Enumerable.Range(0, 3).Select(table.ColumnsOf));
        Assert.Equal([2, 4], table.Rows[0].Select(cell => cell.ColumnSpan));
    }

    [Fact]
    public void Heads_in_a_box_of_their_own_belong_to_the_rows_below()
    {
        var table = Assert.Single(Page(Styles + """
            <div class="a"><div class="head"><div class="r"><div class="c">项</div><div class="c">数</div></div></div>
            <div class="body"><div class="r"><div class="c">规章</div><div class="c">1</div></div><div class="r"><div class="c">规范性文件</div><div class="c">2</div></div></div></div>
            """).Tables());

        Assert.Equal(["项|数", "规章|1", "规范性文件|2"], table.Rows());
    }

    [Fact]
    public void Boxes_whose_style_is_elsewhere_are_a_table_where_their_order_shows_it()
    {
        var document = Page("""
            <div class="x"><p>年报</p><div class="row"><div>信息内容</div><div>本年制发件数</div></div><div class="row"><div>规章</div><div>1</div></div>
            <div class="row"><div>第二十条第（五）项</div></div>
            <div class="row"><div>行政许可</div><div>4</div></div><div class="row"><div>行政处罚</div><div>/</div></div></div>
            """);

        Assert.Equal(["信息内容|本年制发件数", "规章|1", "第二十条第（五）项", "行政许可|4", "行政处罚|/"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["年报"], document.Paragraphs());
    }

    [Fact]
    public void Two_tables_one_behind_the_other_stay_two()
    {
        const string table = "<div class='t'><div class='row'><div class='c'>规章</div><div class='c'>1</div></div><div class='row'><div class='c'>规范性文件</div><div class='c'>2</div></div></div>";

        Assert.Equal(2, Page(Styles + table + table).Tables().Count);
    }

    [Theory]
    [InlineData("<div style='display:flex'><a>首页</a><a>信息公开</a></div><div style='display:flex'><a>年报</a><a>2020</a></div>")]
    [InlineData("<ul><li><a>2023年度报告</a><span>2024-01-29</span></li><li><a>2022年度报告</a><span>2023-01-22</span></li></ul>")]
    [InlineData("<p><span>全年收到申请</span><span>12</span><span>件</span></p><p><span>答复</span><span>12</span></p><p><span>其中</span><span>3</span></p>")]
    [InlineData("<div>发布时间：<span>2024</span></div><div>浏览次数：<span>1362</span></div><div>字号：<span>12</span></div>")]
    [InlineData("<div><div>1</div></div><div><div>2</div></div><div><div>3</div></div><div><div>4</div></div>")]
    public void Menus_lists_and_texts_are_no_tables(string body) => Assert.Empty(Page(body).Tables());

    [Fact]
    public void A_page_of_a_hundred_thousand_boxes_is_read_in_a_moment()
    {
        var rows = string.Concat(Enumerable.Repeat("<div><div>菜单</div><div>链接</div></div>", 30_000));
        var deep = string.Concat(Enumerable.Repeat("<div>", 400)) + "文" + string.Concat(Enumerable.Repeat("</div>", 400));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Empty(Page(rows + deep).Tables());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static Document Page(string body) => Reading.Read($"<!DOCTYPE html><html><body>{body}</body></html>");
}
