// Slides carry the report in pieces: titles, text, and tables that go on from slide to slide.
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Analytics.Documents.Tests.Office;

public sealed class PptxReaderTests
{
    [Fact]
    public void Slides_are_read_in_their_order_with_their_numbers()
    {
        var document = DocumentReader.Read("a.pptx", Pptx.Of(Pptx.Text("题"), Pptx.Text("文", "续") + Pptx.Table(Pptx.Row(Pptx.Cell("规章"), Pptx.Cell("0")))));

        Assert.Equal("pptx", document.Format);
        Assert.Equal(["题", "文", "续"], document.Paragraphs());
        Assert.Equal([1, 2, 2], document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Anchor.Page!.Value));
        Assert.Equal(2, Assert.Single(document.Tables()).Rows[0][0].Anchor.Page);
    }

    [Fact]
    public void Merged_cells_stand_once_and_those_beside_them_keep_their_columns()
    {
        var table = Assert.Single(DocumentReader.Read("a.pptx", Pptx.Of(Pptx.Table(
            Pptx.Row(Pptx.Cell("三、办理结果", "rowSpan=\"2\""), Pptx.Cell("（一）予以公开", "gridSpan=\"2\""), Pptx.Cell("", "hMerge=\"1\""), Pptx.Cell("1")),
            Pptx.Row(Pptx.Cell("", "vMerge=\"1\""), Pptx.Cell("（二）部分公开"), Pptx.Cell("a"), Pptx.Cell("2"))))).Tables());

        Assert.Equal(["三、办理结果|（一）予以公开|1", "（二）部分公开|a|2"], table.Rows());
        Assert.Equal(["1 2 4", "2 3 4"], Enumerable.Range(0, 2).Select(table.ColumnsOf));
        Assert.Equal(2, table.Rows[0][0].RowSpan);
    }

    [Fact]
    public void A_hidden_slide_is_not_read() =>
        Assert.Equal(["题"], DocumentReader.Read("a.pptx", Pptx.Of([Pptx.Text("题"), Pptx.Text("藏")], hidden: 2)).Paragraphs());

    [Fact]
    public void The_number_of_a_slide_is_no_text_of_it() =>
        Assert.Equal(["文"], DocumentReader.Read("a.pptx", Pptx.Of(Pptx.Text("文") + Pptx.Text("7").Replace("<p:nvPr/>", "<p:nvPr><p:ph type=\"sldNum\"/></p:nvPr>", StringComparison.Ordinal))).Paragraphs());

    [Fact]
    public void A_damaged_presentation_is_refused()
    {
        var bytes = Docx.With(Pptx.Of(Pptx.Text("文")), "ppt/presentation.xml", "<p:presentation"u8.ToArray());

        Assert.Contains("PowerPoint 文件损坏", Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("a.pptx", bytes)).Message, StringComparison.Ordinal);
    }
}

/// <summary>Small presentations made in memory from the markup of their slides.</summary>
internal static class Pptx
{
    private const string Namespaces = """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;

    public static byte[] Of(params string[] slides) => Of(slides, hidden: 0);

    public static byte[] Of(string[] slides, int hidden)
    {
        using var stream = new MemoryStream();
        using (var file = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var main = file.AddPresentationPart();
            var ids = new SlideIdList();
            main.Presentation = new Presentation(ids, new SlideSize { Cx = 9144000, Cy = 6858000 }, new NotesSize { Cx = 6858000, Cy = 9144000 });
            for (var i = 0; i < slides.Length; i++)
            {
                var part = main.AddNewPart<SlidePart>();
                var show = i + 1 == hidden ? "show=\"0\"" : "";
                part.Slide = new Slide($"""
                    <p:sld {Namespaces} {show}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{slides[i]}</p:spTree></p:cSld></p:sld>
                    """.Trim());
                ids.Append(new SlideId { Id = (uint)(256 + i), RelationshipId = main.GetIdOfPart(part) });
            }
        }
        return stream.ToArray();
    }

    public static string Text(params string[] paragraphs) => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr><p:txBody><a:bodyPr/>{string.Concat(paragraphs.Select(P))}</p:txBody></p:sp>
        """;

    public static string Table(params string[] rows) => $"""
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="g"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="900000"/><a:ext cx="9000000" cy="900000"/></p:xfrm>
        <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>{string.Concat(Enumerable.Repeat("<a:gridCol w=\"1000000\"/>", rows[0].Split("<a:tc ").Length - 1))}</a:tblGrid>{string.Concat(rows)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>
        """;

    public static string Row(params string[] cells) => $"<a:tr h=\"300000\">{string.Concat(cells)}</a:tr>";

    public static string Cell(string text, string attributes = "") => $"<a:tc {attributes}><a:txBody><a:bodyPr/>{P(text)}</a:txBody><a:tcPr/></a:tc>";

    private static string P(string text) => $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>";
}
