// Markdown comes from converters of office documents: pipe tables, headings, breaks as <br>.
namespace Analytics.Documents.Tests;

public sealed class MarkdownReaderTests
{
    private const string Report = """
        # 某局2024年政府信息公开工作年度报告

        ## 二、主动公开政府信息情况

        | 第二十条第（一）项 | | |
        | --- | :---: | ---: |
        | 信息内容 | 本年**制发**件数 | 现行<br>有效件数 |
        | 规章 | 0 | |

        - 一项
        - `代码` 与 &amp;

        """;

    [Fact]
    public void Headings_paragraphs_and_lists_become_paragraphs_without_their_marks()
    {
        var document = Reading.Read(Report);

        Assert.Equal("md", document.Format);
        Assert.Equal(["某局2024年政府信息公开工作年度报告", "二、主动公开政府信息情况", "一项", "代码 与 &"], document.Paragraphs());
    }

    [Fact]
    public void A_pipe_table_becomes_a_table_with_its_head_row_first()
    {
        var table = Assert.Single(Reading.Read(Report).Tables());

        Assert.Equal(["第二十条第（一）项||", "信息内容|本年制发件数|现行⏎有效件数", "规章|0|"], table.Rows());
    }

    [Fact]
    public void Cells_and_paragraphs_know_their_source_lines()
    {
        var document = Reading.Read(Report);

        Assert.Equal([1, 3, 10, 11], document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Anchor.Line!.Value));
        Assert.Equal([5, 7, 8], document.Tables()[0].Rows.Select(row => row[0].Anchor.Line!.Value));
        Assert.Equal(new Anchor(1, 3, 2, 8), document.Tables()[0].Rows[2][1].Anchor);
    }

    [Fact]
    public void Lines_of_a_paragraph_are_kept_apart()
    {
        Assert.Equal(["题", "尾", "甲", "乙"], Reading.Read("# 题\n\n# 尾\n\n甲\n乙\n").Paragraphs());
    }

    [Theory]
    [InlineData("|a|b|\n|---|---|\n|1|2|\n")]
    [InlineData("a | b\n--- | ---\n1 | 2\n")]
    [InlineData("文\n\n  | --- |\n")]
    [InlineData("# 一\n\n## 二\n")]
    public void A_delimiter_row_or_two_headings_tell_Markdown(string text) => Assert.Equal("md", Reading.Read(text).Format);

    [Theory]
    [InlineData("a|b\n1|2\n")]
    [InlineData("# 一\n文\n")]
    [InlineData("#号\n#号\n")]
    [InlineData("----\n-- 2 --\n")]
    public void Text_with_neither_is_plain_text(string text) => Assert.Equal("txt", Reading.Read(text).Format);

    [Theory]
    [InlineData('\n')]
    [InlineData(' ')]
    [InlineData('|')]
    [InlineData('-')]
    [InlineData('#')]
    public void A_long_run_of_one_character_does_not_hold_up_the_choice_of_the_format(char c)
    {
        Assert.Equal("txt", Reading.Read("一\n" + new string(c, 200_000) + "二\n").Format);
    }

    [Fact]
    public void Nesting_beyond_the_parsers_limit_is_refused()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Reading.Read("# 一\n# 二\n" + new string('>', 1_000) + " 三\n"));

        Assert.Contains("嵌套", error.Message, StringComparison.Ordinal);
    }
}
