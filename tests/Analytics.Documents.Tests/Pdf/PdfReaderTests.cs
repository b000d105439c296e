// A PDF knows words at places and lines, nothing of tables: what a reader sees on the page must come out.
using Analytics.Synthetic;

namespace Analytics.Documents.Tests.Pdf;

public sealed class PdfReaderTests
{
    private static readonly double[] Xs = [60, 200, 300, 400];
    private static readonly double[] Ys = [100, 120, 140, 160];

    [Fact]
    public void A_ruled_table_keeps_its_cells_and_columns()
    {
        var file = new PdfFile().Page().Grid(Xs, Ys);
        for (var row = 0; row < 3; row++) file.Text(65, 105 + (20 * row), $"第{row + 1}行").Text(240, 105 + (20 * row), $"{row}").Text(340, 105 + (20 * row), row == 1 ? "" : $"{row}9");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Equal(["第1行|0|09", "第2行|1|", "第3行|2|29"], table.Rows());
        Assert.Equal("1 2 3", table.ColumnsOf(1));
    }

    [Fact]
    public void Cells_and_paragraphs_know_their_place_on_the_page()
    {
        var document = Reading.Read(new PdfFile().Page().Text(60, 60, "报告").Page().Grid(Xs, Ys).Text(65, 105, "规章").Text(240, 105, "3").Bytes());

        var cell = Assert.Single(document.Tables()).Rows[0][1];
        Assert.Equal(2, cell.Anchor.Page);
        var box = Assert.NotNull(cell.Anchor.Box);
        Assert.InRange(box.X, 199, 201);
        Assert.InRange(box.Y, 99, 101);
        Assert.InRange(box.Width, 98, 102);
        Assert.InRange(box.Height, 18, 22);
        var paragraph = Assert.IsType<Paragraph>(document.Blocks[0]);
        Assert.Equal(1, paragraph.Anchor.Page);
        Assert.InRange(paragraph.Anchor.Box!.Value.X, 59, 61);
        Assert.Null(paragraph.OcrConfidence);
    }

    [Fact]
    public void A_cell_no_line_parts_is_merged_and_stands_once()
    {
        var file = new PdfFile().Page()
            .Line(60, 100, 400, 100).Line(200, 120, 400, 120).Line(60, 140, 400, 140)
            .Line(60, 100, 60, 140).Line(200, 100, 200, 140).Line(300, 120, 300, 140).Line(400, 100, 400, 140)
            .Text(65, 115, "项目").Text(260, 105, "申请人情况").Text(220, 125, "自然人").Text(320, 125, "总计");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Equal(["项目|申请人情况", "自然人|总计"], table.Rows());
        Assert.Equal("2 3", table.ColumnsOf(1));
        Assert.Equal((2, 2), (table.Rows[0][0].RowSpan, table.Rows[0][1].ColumnSpan));
    }

    [Fact]
    public void A_label_printed_one_character_a_line_stays_in_its_own_cell()
    {
        var file = new PdfFile().Page().Line(60, 100, 400, 100).Line(60, 160, 400, 160).Line(90, 120, 400, 120).Line(90, 140, 400, 140)
            .Line(60, 100, 60, 160).Line(90, 100, 90, 160).Line(300, 100, 300, 160).Line(400, 100, 400, 160)
            .Text(70, 108, "办").Text(70, 124, "理").Text(70, 140, "结");
        for (var row = 0; row < 3; row++) file.Text(95, 105 + (20 * row), $"{row + 1}.标签").Text(340, 105 + (20 * row), $"{row}");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Equal(["办⏎理⏎结|1.标签|0", "2.标签|1", "3.标签|2"], table.Rows());
    }

    [Fact]
    public void Numbers_that_touch_across_a_rule_are_cut_at_it()
    {
        var file = new PdfFile().Page().Grid([60, 100, 140], [100, 120, 140]).Text(80, 105, "12345678").Text(65, 125, "9").Text(105, 125, "8");

        Assert.Equal(["1234|5678", "9|8"], Assert.Single(Reading.Read(file.Bytes()).Tables()).Rows());
    }

    [Fact]
    public void Without_rules_numbers_line_up_under_their_heads_and_a_blank_stays_blank()
    {
        var file = new PdfFile().Page().Text(60, 100, "信息内容").Text(220, 100, "制发").Text(320, 100, "废止").Text(420, 100, "现行")
            .Text(60, 116, "规章").Text(225, 116, "1").Text(325, 116, "22").Text(425, 116, "3")
            .Text(60, 132, "规范性文件").Text(225, 132, "4").Text(425, 132, "666");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Equal(["信息内容|制发|废止|现行", "规章|1|22|3", "规范性文件|4||666"], table.Rows());
        Assert.Equal("1 2 3 4", table.ColumnsOf(2));
    }

    [Fact]
    public void Without_rules_a_wrapped_label_belongs_to_the_numbers_at_its_middle()
    {
        var file = new PdfFile().Page().Text(60, 100, "项目").Text(220, 100, "甲").Text(320, 100, "乙")
            .Text(60, 116, "1.本机关不掌握相关政府").Text(60, 129, "信息").Text(220, 122.5, "7").Text(320, 122.5, "8")
            .Text(60, 142, "2.重复申请").Text(220, 142, "5").Text(320, 142, "6");

        Assert.Equal(["项目|甲|乙", "1.本机关不掌握相关政府信息|7|8", "2.重复申请|5|6"], Assert.Single(Reading.Read(file.Bytes()).Tables()).Rows());
    }

    [Fact]
    public void A_row_torn_by_a_page_break_is_one_row_again()
    {
        var file = new PdfFile().Page().Grid(Xs, [740, 760, 780]).Text(65, 745, "一").Text(240, 745, "1").Text(340, 745, "2").Text(62, 765, "要求行政机关确认或重新出具").Text(240, 765, "3").Text(340, 765, "4")
            .Page().Grid(Xs, [60, 80, 100]).Text(62, 65, "已获取信息").Text(65, 85, "三").Text(240, 85, "5").Text(340, 85, "6");

        var tables = Reading.Read(file.Bytes()).Tables();

        Assert.Equal(["一|1|2", "要求行政机关确认或重新出具⏎已获取信息|3|4"], tables[0].Rows());
        Assert.Equal("三|5|6", tables[1].Rows().Last());
    }

    [Fact]
    public void Lines_of_a_paragraph_are_joined_titles_stay_apart_and_page_numbers_are_left_out()
    {
        var line = new string('文', 44);
        var document = Reading.Read(new PdfFile().Page()
            .Text(200, 60, "某市人民政府", 20).Text(180, 90, "2024年度报告", 20)
            .Text(80, 130, line[..42]).Text(60, 146, line).Text(60, 162, "到此为止。")
            .Text(80, 178, "一、总体情况").Text(280, 800, "- 1 -").Bytes());

        Assert.Equal(["某市人民政府", "2024年度报告", line[..42] + line + "到此为止。", "一、总体情况"], document.Paragraphs());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    public void A_landscape_page_reads_like_any_other(int rotate)
    {
        var file = rotate == 0
            ? new PdfFile().Page(842, 595).Grid(Xs, Ys).Text(65, 105, "规章").Text(240, 105, "3")
            : new PdfFile().Page(595, 842, 270).Grid([100, 120, 140, 160], [60, 200, 300, 400]).TextDown(107, 65, "规章").TextDown(107, 240, "3");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Contains("规章|3|", table.Rows());
    }

    [Fact]
    public void Text_that_runs_down_the_page_is_turned_and_its_boxes_are_not()
    {
        var file = new PdfFile().Page().Grid([100, 120, 140, 160], [60, 200, 300, 400])
            .TextDown(147, 65, "第一行标签").TextDown(147, 240, "1").TextDown(127, 65, "第二行标签").TextDown(127, 240, "2").TextDown(107, 65, "第三行标签");

        var table = Assert.Single(Reading.Read(file.Bytes()).Tables());

        Assert.Equal(["第一行标签|1|", "第二行标签|2|", "第三行标签||"], table.Rows());
        var box = table.Rows[0][1].Anchor.Box!.Value;
        Assert.InRange(box.X, 138, 142);
        Assert.InRange(box.Y, 198, 202);
    }

    [Fact]
    public void A_truncated_file_is_refused_as_damaged()
    {
        var bytes = new PdfFile().Page().Text(60, 60, "报告").Bytes();

        Assert.Contains("损坏", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_that_calls_itself_a_PDF_is_refused_as_damaged() =>
        Assert.Contains("损坏", Refusal("%PDF-1.7\nno such thing\nstartxref\n9\n%%EOF"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_picture_named_pdf_is_refused_as_what_it_is()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("report.pdf", png));

        Assert.Contains("实际是图片", error.Message, StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<UnreadableDocumentException>(() => Reading.Read(bytes)).Message;
}
