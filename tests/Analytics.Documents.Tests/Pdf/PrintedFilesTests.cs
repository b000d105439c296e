// The same page as text, behind a password and as a picture.
namespace Analytics.Documents.Tests.Pdf;

[Collection(PrintedFilesDefinition.Name)]
public sealed class PrintedFilesTests(PrintedFiles files)
{
    private static readonly string[] Rows = ["信息内容|申请人情况", "自然人|其他|总计", "行政许可|1288|0|1288", "行政处罚|45|7|52", "行政强制|0||0"];

    [Fact]
    public void A_printed_table_is_read_with_its_merged_cells_and_no_stroke_of_a_letter_is_a_rule()
    {
        var document = DocumentReader.Read("report.pdf", files.Pdf);

        Assert.Equal(Rows, Assert.Single(document.Tables()).Rows());
        Assert.Equal(["某某市教育局", "一、总体情况", "年报到此结束。"], document.Paragraphs());
        Assert.All(document.Tables()[0].Rows.SelectMany(row => row), cell => Assert.Null(cell.OcrConfidence));
    }

    [Fact]
    public void A_file_with_a_password_is_refused_as_encrypted()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("report.pdf", files.Locked));

        Assert.Contains("加密", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("tiff")]
    public void A_picture_of_it_gives_the_same_cells_each_with_its_confidence(string format)
    {
        var document = DocumentReader.Read("scan", format switch { "png" => files.Png, "jpeg" => files.Jpeg, _ => files.Tiff });

        Assert.Equal(format, document.Format);
        var table = Assert.Single(document.Tables());
        Assert.Equal(Rows.Skip(2), table.Rows().Skip(2));
        Assert.Equal(3, table.Rows[0][1].ColumnSpan);
        Assert.All(table.Rows.SelectMany(row => row), cell => Assert.InRange(cell.OcrConfidence ?? -1, 0, 1));
        Assert.All(document.Blocks.OfType<Paragraph>(), paragraph => Assert.InRange(paragraph.OcrConfidence ?? -1, 0, 1));
        Assert.Contains("一、总体情况", document.Paragraphs());
    }
}
