// The sentences of a document, whatever its lines are.
using Analytics.Documents;

namespace Analytics.Extraction.Tests;

public sealed class NarrativeTextTests
{
    [Fact]
    public void Paragraphs_are_split_at_their_stops() => Assert.Equal(["甲乙", "丙", "丁"], Texts("甲 乙。丙！", "丁"));

    [Fact]
    public void Lines_that_a_page_broke_are_joined_and_headings_are_not() => Assert.Equal(
        ["本报告由区教育局根据中华人民共和国政府信息公开条例要求编制", "一、总体情况", "(一)主动公开情况", "今年公开"],
        Texts("本报告由区教育局根据中华人民共和", "- 1 -", "国政府信息公开条例要求编制。", "一、总体情况", "（一）主动公开情况", "今年公开。"));

    [Fact]
    public void Cells_are_no_text_unless_a_page_is_laid_out_by_them()
    {
        var long_ = "2020年，我局收到政府信息公开申请3件，均已答复，没有发生行政复议、行政诉讼，有关情况报告如下，请予审议。";
        var table = new Table(1, [[new Cell("3件。", default), new Cell(long_, default)]]);

        Assert.Equal([NormalText.Squeeze(long_)[..^1]], NarrativeText.Of(Docs.Of() with { Blocks = [table] }).Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Text_read_from_a_picture_with_doubt_is_left_out() => Assert.Equal(["甲"], NarrativeText.Of(Docs.Of() with
    {
        Blocks = [new Paragraph("甲。", default, 0.95), new Paragraph("乙。", default, 0.5)],
    }).Sentences.Select(sentence => sentence.Text));

    [Fact]
    public void What_stands_under_problems_is_of_the_years_to_come() => Assert.Equal([false, true, true, false], NarrativeText.Of(Docs.Of(
        "甲。", "五、存在的主要问题及改进情况", "乙。", "六、其他需要报告的事项", "丙。")).Sentences.Select(sentence => sentence.IsPlan).Where((_, i) => i != 3));

    [Fact]
    public void The_title_is_what_stands_above_the_first_part() =>
        Assert.Equal("杭州市本级\n2020年年度报告\n", NarrativeText.Of(Docs.Of("杭州市本级", "2020年年度报告", "根据条例编制。", "一、总体情况", "甲")).Title);

    private static IEnumerable<string> Texts(params string[] paragraphs) => NarrativeText.Of(Docs.Of(paragraphs)).Sentences.Select(sentence => sentence.Text);
}
