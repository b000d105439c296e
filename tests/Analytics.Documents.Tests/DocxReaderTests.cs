// Word keeps merged, deleted and duplicated text in one file; only what is printed counts, and once.
using System.IO.Compression;
using System.Text;

namespace Analytics.Documents.Tests;

public sealed class DocxReaderTests
{
    [Fact]
    public void Paragraphs_and_tables_come_in_reading_order()
    {
        var document = Reading.Read(Docx.Of(Docx.P("题") + Docx.Table(Docx.Row(Docx.Cell("规章"), Docx.Cell("0"))) + Docx.P("尾")));

        Assert.Equal("docx", document.Format);
        Assert.Equal(["题", "尾"], document.Paragraphs());
        Assert.Equal(["规章|0"], Assert.Single(document.Tables()).Rows());
        Assert.IsType<Table>(document.Blocks[1]);
    }

    [Fact]
    public void The_title_of_the_properties_is_kept()
    {
        Assert.Equal("某局年报", Reading.Read(Docx.Of(Docx.P("文"), " 某局年报 ")).Title);
        Assert.Null(Reading.Read(Docx.Of(Docx.P("文"), " ")).Title);
    }

    [Theory]
    [InlineData("<w:r><w:t>本年<!-- 注 -->新收</w:t></w:r>", "本年新收")]
    [InlineData("<w:smartTag w:element=\"date\"><w:r><w:t>2020</w:t></w:r></w:smartTag><w:r><w:t>年</w:t></w:r>", "2020年")]
    [InlineData("<w:r><w:t>合</w:t><w:t> </w:t><w:t>计</w:t></w:r>", "合 计")]
    [InlineData("<w:r>\n  <w:t><![CDATA[<1>]]></w:t>\n</w:r>", "<1>")]
    [InlineData("<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb")]
    public void All_text_of_a_paragraph_is_read_and_nothing_else(string runs, string text)
    {
        const string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var part = $"<w:document xmlns:w=\"{word}\"><w:body><w:p>{runs}</w:p></w:body></w:document>";
        foreach (var edition in new[] { word, "http://purl.oclc.org/ooxml/wordprocessingml/main" })
        {
            var bytes = Docx.With(Docx.Of(Docx.P("文")), "word/document.xml", Encoding.UTF8.GetBytes(part.Replace(word, edition, StringComparison.Ordinal)));
            Assert.Equal([text], Reading.Read(bytes).Paragraphs());
        }
    }

    [Fact]
    public void A_wide_cell_moves_those_behind_it_to_their_printed_columns()
    {
        var table = TableOf(Docx.Row(Docx.Cell("标题", "<w:gridSpan w:val=\"3\"/>"), Docx.Cell("1")));

        Assert.Equal("1 4", table.ColumnsOf(0));
        Assert.Equal(3, table.Rows[0][0].ColumnSpan);
    }

    [Fact]
    public void A_cell_merged_down_stands_once_and_those_beside_it_keep_their_columns()
    {
        var table = TableOf(
            Docx.Row(Docx.Cell("（三）不予公开", "<w:vMerge w:val=\"restart\"/>"), Docx.Cell("1.国家秘密"), Docx.Cell("1")),
            Docx.Row(Docx.Cell("", "<w:vMerge/>"), Docx.Cell("2.其他"), Docx.Cell("2")),
            Docx.Row(Docx.Cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"continue\"/>"), Docx.Cell("3")));

        Assert.Equal(["（三）不予公开|1.国家秘密|1", "2.其他|2", "3"], table.Rows());
        Assert.Equal(["1 2 3", "2 3", "3"], Enumerable.Range(0, 3).Select(table.ColumnsOf));
        Assert.Equal(3, table.Rows[0][0].RowSpan);
    }

    [Fact]
    public void A_row_that_begins_further_in_keeps_its_columns()
    {
        var table = TableOf("<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + Docx.Cell("5") + "</w:tr>");

        Assert.Equal("3", table.ColumnsOf(0));
    }

    [Fact]
    public void Paragraphs_and_breaks_of_a_cell_are_its_lines()
    {
        var table = TableOf($"<w:tr><w:tc>{Docx.P("本年新")}<w:p><w:r><w:t>制作</w:t><w:br/><w:t>数量</w:t></w:r></w:p>{Docx.P(" ")}</w:tc></w:tr>");

        Assert.Equal(["本年新⏎制作⏎数量"], table.Rows());
    }

    [Fact]
    public void A_table_around_a_table_only_lays_the_page_out()
    {
        var inner = Docx.Table(Docx.Row(Docx.Cell("规章"), Docx.Cell("0")));
        var document = Reading.Read(Docx.Of(Docx.Table($"<w:tr><w:tc>{Docx.P("题")}{inner}{Docx.P("尾")}</w:tc></w:tr>")));

        Assert.Equal(["规章|0"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["题", "尾"], document.Paragraphs());
    }

    [Fact]
    public void Deleted_and_moved_text_is_not_read_and_inserted_text_is()
    {
        var document = Reading.Read(Docx.Of("""
            <w:p><w:r><w:t>申请</w:t></w:r>
            <w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>
            <w:moveFrom w:id="2" w:author="a"><w:r><w:t>8</w:t></w:r></w:moveFrom>
            <w:ins w:id="3" w:author="a"><w:r><w:t>7</w:t></w:r></w:ins>
            <w:r><w:t>件</w:t></w:r></w:p>
            """));

        Assert.Equal(["申请7件"], document.Paragraphs());
    }

    [Fact]
    public void A_deleted_row_is_not_read()
    {
        var table = TableOf(
            "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>" + Docx.Cell("删") + "</w:tr>",
            Docx.Row(Docx.Cell("留")));

        Assert.Equal(["留"], table.Rows());
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_is_stored_twice()
    {
        Assert.Equal(["盒中", "文"], Reading.Read(Docx.Of($"<w:p>{TextBox("盒中")}<w:r><w:t>文</w:t></w:r></w:p>")).Paragraphs());
        Assert.Equal(["盒中⏎1"], TableOf($"<w:tr><w:tc><w:p>{TextBox("盒中")}<w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>").Rows());
    }

    [Fact]
    public void Text_inside_content_controls_links_and_fields_is_read()
    {
        var document = Reading.Read(Docx.Of($"""
            <w:sdt><w:sdtContent>{Docx.P("甲")}</w:sdtContent></w:sdt>
            <w:p><w:hyperlink><w:r><w:t>乙</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:t>93</w:t></w:r></w:p>
            <w:tbl><w:sdt><w:sdtContent>{Docx.Row(Docx.Cell("丁"))}</w:sdtContent></w:sdt></w:tbl>
            """));

        Assert.Equal(["甲", "乙\t丙-93"], document.Paragraphs());
        Assert.Equal(["丁"], Assert.Single(document.Tables()).Rows());
    }

    [Theory]
    [InlineData("<w:gridSpan w:val=\"many\"/>")]
    [InlineData("<w:gridSpan w:val=\"99999999999\"/>")]
    [InlineData("<w:vMerge w:val=\"perhaps\"/>")]
    public void Properties_that_make_no_sense_are_damage(string properties)
    {
        Assert.Throws<UnreadableDocumentException>(() => TableOf(Docx.Row(Docx.Cell("1", properties))));
    }

    [Fact]
    public void Elements_nested_without_end_are_refused_before_they_overflow_the_stack()
    {
        const int depth = 30_000;
        var body = new StringBuilder().Insert(0, "<w:sdt><w:sdtContent>", depth).Append("<w:p/>").Insert(0, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (var i = 0; i < depth; i++) body.Append("</w:sdtContent></w:sdt>");
        var bytes = Docx.With(Docx.Of(Docx.P("文")), "word/document.xml", Encoding.UTF8.GetBytes(body.Append("</w:body></w:document>").ToString()));

        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(bytes));

        Assert.Contains("嵌套", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_declaration_is_refused_so_that_no_entity_is_resolved()
    {
        const string xml = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e "x">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>""";

        Assert.Throws<UnreadableDocumentException>(() => Reading.Read(Docx.With(Docx.Of(Docx.P("文")), "word/document.xml", Encoding.UTF8.GetBytes(xml))));
    }

    [Fact]
    public void A_package_that_unpacks_to_a_monster_is_refused_unopened()
    {
        using var stream = new MemoryStream();
        stream.Write(Docx.Of(Docx.P("文")));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var i = 0; i < 2_001; i++) zip.CreateEntry($"word/media/{i}");
        }

        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(stream.ToArray()));

        Assert.Contains("压缩炸弹", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../evil.txt")]
    [InlineData("word\\..\\..\\evil.txt")]
    public void A_package_with_a_path_that_leads_out_of_it_is_refused(string entry)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(Docx.With(Docx.Of(Docx.P("文")), entry, [1])));

        Assert.Contains("恶意文件", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_a_body_says_so()
    {
        const string xml = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>""";

        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read(Docx.With(Docx.Of(""), "word/document.xml", Encoding.UTF8.GetBytes(xml))));

        Assert.Contains("没有正文", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_cell_is_not_read_and_a_deleted_paragraph_mark_joins_two_lines()
    {
        Assert.Equal(["甲|丙"], TableOf(Docx.Row(Docx.Cell("甲"), Docx.Cell("乙", "<w:cellDel w:id=\"1\" w:author=\"a\"/>"), Docx.Cell("丙"))).Rows());
        const string mark = "<w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>";
        var joined = $"<w:p>{mark}<w:r><w:t>某市教育局</w:t></w:r></w:p>" + Docx.P("2020年年报");
        Assert.Equal(["某市教育局2020年年报"], Reading.Read(Docx.Of(joined)).Paragraphs());
        Assert.Equal(["某市教育局2020年年报"], TableOf($"<w:tr><w:tc>{joined}</w:tc></w:tr>").Rows());
    }

    [Fact]
    public void Notes_comments_hidden_text_and_pinyin_are_not_mixed_into_a_cell()
    {
        var table = TableOf("""
            <w:tr><w:tc><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>15</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>
            <w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>guī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>章</w:t></w:r></w:p></w:tc></w:tr>
            """);

        Assert.Equal(["15|规章"], table.Rows());
    }

    [Fact]
    public void Signs_of_the_font_Symbol_are_read() =>
        Assert.Equal(["+1"], Reading.Read(Docx.Of("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F02B\"/><w:t>1</w:t></w:r></w:p>")).Paragraphs());

    [Fact]
    public void What_asks_to_be_filled_in_is_blank() =>
        Assert.Equal(["规章|"], TableOf($"<w:tr>{Docx.Cell("规章")}<w:tc><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:tr>").Rows());

    [Fact]
    public void A_small_table_in_a_cell_does_not_make_its_table_a_layout()
    {
        var inner = Docx.Table(Docx.Row(Docx.Cell("15")));
        var table = TableOf(Docx.Row(Docx.Cell("规章"), Docx.Cell("0")), $"<w:tr>{Docx.Cell("规范性文件")}<w:tc>{inner}{Docx.P("")}</w:tc></w:tr>");

        Assert.Equal(["规章|0", "规范性文件|15"], table.Rows());
    }

    [Fact]
    public void A_table_in_a_text_box_is_a_table()
    {
        var document = Reading.Read(Docx.Of($"<w:p>{TextBox("盒中").Replace("</w:txbxContent></wps:txbx>", Docx.Table(Docx.Row(Docx.Cell("规章"), Docx.Cell("0"))) + "</w:txbxContent></wps:txbx>", StringComparison.Ordinal)}</w:p>"));

        Assert.Equal(["规章|0"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["盒中"], document.Paragraphs());
    }

    [Fact]
    public void Cells_merged_the_old_way_are_one()
    {
        var table = TableOf(Docx.Row(Docx.Cell("标题", "<w:hMerge w:val=\"restart\"/>"), Docx.Cell("", "<w:hMerge/>"), Docx.Cell("1")));

        Assert.Equal(["标题|1"], table.Rows());
        Assert.Equal("1 3", table.ColumnsOf(0));
    }

    [Fact]
    public void A_link_that_is_no_address_does_not_keep_a_document_from_being_read()
    {
        const string link = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@b@c,," TargetMode="External"/></Relationships>""";
        var bytes = Docx.With(Docx.Of("<w:p><w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId9\"><w:r><w:t>文</w:t></w:r></w:hyperlink></w:p>"),
            "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(link));

        Assert.Equal(["文"], Reading.Read(bytes).Paragraphs());
    }

    private static Table TableOf(params string[] rows) => Assert.Single(Reading.Read(Docx.Of(Docx.Table(rows))).Tables());

    private static string TextBox(string text) => $"""
        <w:r><mc:AlternateContent>
        <mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
        <wps:wsp><wps:txbx><w:txbxContent>{Docx.P(text)}</w:txbxContent></wps:txbx></wps:wsp>
        </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:textbox><w:txbxContent>{Docx.P(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r>
        """;
}
