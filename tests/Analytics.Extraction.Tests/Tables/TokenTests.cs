// The flat sequence keeps what may be a label or a value, and which cells stood in one row.
using Analytics.Documents;

namespace Analytics.Extraction.Tests;

public sealed class TokenTests
{
    [Fact]
    public void Cells_of_a_row_share_its_number_and_rows_do_not()
    {
        var tokens = Tokens.Of(Docs.Text("题\n规章\t0\n规范性文件\t3\n"), Printed.Labels, Printed.Glued);

        Assert.Equal([1, 2, 2, 3, 3], tokens.Select(token => token.Row));
        Assert.Equal([false, true, true, true, true], tokens.Select(token => token.InTable));
        Assert.Equal(["题", "规章", "0", "规范性文件", "3"], tokens.Select(token => token.Text));
    }

    [Fact]
    public void A_cell_is_text_value_or_empty()
    {
        var tokens = Tokens.Of(Docs.Text("规章\t0\t/\t\n"), Printed.Labels, Printed.Glued);

        Assert.Equal([(true, false, false), (false, true, false), (false, true, false), (false, false, true)],
            tokens.Select(token => (token.IsText, token.IsValue, token.IsEmpty)));
    }

    [Theory]
    [InlineData("- 3 -")]
    [InlineData("—12—")]
    [InlineData(" 第 3 页 共 9 页 ")]
    public void Page_numbers_are_left_out(string text) => Assert.Empty(Tokens.Of(Docs.Of(text), Printed.Labels, Printed.Glued));

    [Fact]
    public void Long_paragraphs_are_narrative_and_left_out()
    {
        Assert.Single(Tokens.Of(Docs.Of(new string('长', 80)), Printed.Labels, Printed.Glued));
        Assert.Empty(Tokens.Of(Docs.Of(new string('长', 81)), Printed.Labels, Printed.Glued));
    }

    [Fact]
    public void A_token_knows_where_it_was_printed()
    {
        Assert.Equal(new Anchor(1, 1, 2, 2), Tokens.Of(Docs.Text("题\n规章\t0\n"), Printed.Labels, Printed.Glued)[2].Anchor);
    }
}
