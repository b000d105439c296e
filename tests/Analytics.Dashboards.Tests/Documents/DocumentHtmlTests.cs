// What a document's view is made of: encoded text, tables in their shape, and no more than a browser takes.
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Analytics.Dashboards.Documents;
using Analytics.Documents;

namespace Analytics.Dashboards.Tests.Documents;

public sealed class DocumentHtmlTests
{
    private static readonly DocumentWords Words = new("page {0}", "cut off after {0}", "empty");

    [Fact]
    public void Text_is_text_whatever_it_says()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{";
        var page = Show(new Paragraph(Hostile, new Anchor(Line: 1)), Table([Cell(Hostile, 1, 1)]));
        Assert.Equal(Hostile, page.QuerySelector("p")!.TextContent);
        Assert.Equal(Hostile, page.QuerySelector("td")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, a, [onerror]"));
    }

    [Fact]
    public void Merged_cells_keep_the_shape_and_every_cell_its_name()
    {
        var page = Show(Table(
            [Cell("merged down", 1, 1, rows: 2), Cell("merged across", 1, 2, columns: 2)],
            [Cell("b", 2, 2), Cell("c", 2, 3)]));
        Assert.Equal(["t1r1c1", "t1r1c2", "t1r2c2", "t1r2c3"], page.QuerySelectorAll("td").Select(cell => cell.Id));
        Assert.Equal(("2", "2"), (page.GetElementById("t1r1c1")!.GetAttribute("rowspan"), page.GetElementById("t1r1c2")!.GetAttribute("colspan")));
    }

    [Fact]
    public void Row_that_begins_further_in_is_filled_with_empty_cells_but_not_under_a_merged_one()
    {
        var page = Show(Table([Cell("down", 1, 1, rows: 2), Cell("x", 1, 2), Cell("y", 1, 3)], [Cell("z", 2, 3)]));
        var second = page.QuerySelectorAll("tr")[1];
        Assert.Equal(["gap", ""], second.Children.Select(cell => cell.ClassName ?? ""));
        Assert.Equal("t1r2c3", second.Children[1].Id);
    }

    [Fact]
    public void Pages_have_their_heads_and_what_was_read_from_a_picture_is_told()
    {
        var page = Show(new Paragraph("a", new Anchor(Page: 1)), new Paragraph("b", new Anchor(Page: 1)), new Paragraph("c", new Anchor(Page: 2), 0.9));
        Assert.Equal(["page 1", "page 2"], page.QuerySelectorAll("h2").Select(head => head.TextContent));
        Assert.Equal("c", page.QuerySelector(".ocr")!.TextContent);
    }

    [Fact]
    public void Names_that_are_printed_twice_stand_once() =>
        Assert.Single(Show(new Paragraph("a", new Anchor(Line: 3)), new Paragraph("b", new Anchor(Line: 3))).QuerySelectorAll("[id]"));

    [Fact]
    public void Too_much_is_cut_off_and_nothing_is_said_to_be_nothing()
    {
        var many = Show(Enumerable.Range(1, 40_000).Select(i => (Block)new Paragraph("x", new Anchor(Line: i))).ToArray());
        Assert.Equal(30_000, many.QuerySelectorAll("p:not(.note)").Length);
        Assert.Equal("cut off after 30000", many.QuerySelector(".note")!.TextContent);
        Assert.Equal("empty", Show().QuerySelector(".note")!.TextContent);
    }

    [Fact]
    public void Absurd_places_and_spans_cost_no_more_than_that()
    {
        var page = Show(Table([Cell("far", 1, int.MaxValue - 1, columns: int.MaxValue, rows: int.MaxValue)]), Table([Cell("wide", 1, 1, columns: int.MaxValue, rows: int.MaxValue)]));
        Assert.InRange(page.QuerySelectorAll("td").Length, 1, 30_001);
    }

    private static IDocument Show(params Block[] blocks) =>
        new HtmlParser().ParseDocument(DocumentHtml.Write(new Analytics.Documents.Document("x.txt", Sha256Hash.Of([]), "txt", null, blocks), Words));

    private static Table Table(params Cell[][] rows) => new(1, rows);

    private static Cell Cell(string text, int row, int column, int columns = 1, int rows = 1) => new(text, new Anchor(1, row, column), columns, rows);
}
