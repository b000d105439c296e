// The lines of the form are found in order, whatever is missing, repeated or renamed between them.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class AlignmentTests
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly Labels Labels = new(Catalog.Forms);

    [Fact]
    public void Lines_are_found_in_order_with_their_labels()
    {
        Assert.Equal(["rules", "normative_documents", "licensing"], Lines("规章\t1\n规范性文件\t2\n行政许可\t3\n"));
    }

    [Fact]
    public void The_same_label_under_another_group_is_another_line()
    {
        var text = "2.重复申请\t1\n3.要求提供公开出版物\t2\n1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\n3.其他\t4\n（七）总计\t5\n";

        Assert.Equal(["requests.declined.repeated", "requests.declined.publication", "requests.other.not_corrected", "requests.other.rest", "requests.closed"], Lines(text));
    }

    [Fact]
    public void A_line_out_of_order_is_left_out_and_the_others_are_kept()
    {
        Assert.Equal(["rules", "licensing", "penalties"], Lines("规章\t1\n行政许可\t3\n规范性文件\t2\n行政处罚\t4\n"));
    }

    [Fact]
    public void The_label_of_a_group_is_not_taken_for_a_line_of_the_same_words()
    {
        var tokens = Tokens.Of(Docs.Text("（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\n\t3.其他\t0\n"), Printed.Labels, Printed.Glued);

        Assert.DoesNotContain(Alignment.Align(Catalog.Forms, Labels, tokens), match => Catalog.Forms.Lines[match.Line].Line == "requests.other");
    }

    [Fact]
    public void A_document_without_labels_has_no_lines() => Assert.Empty(Lines("题\n一段文字\t12\n"));

    [Theory]
    [InlineData("规章\t0\n", 1)]
    [InlineData("规章\t/\n", 1)]
    [InlineData("规章\t\t\n", 0.9)]
    [InlineData("规章\t\t3\n", 1)]
    [InlineData("规章\t规范性文件\t3\n", 0)]
    [InlineData("规章\n", 0)]
    [InlineData("规章\n3\n", 1)]
    public void A_label_is_followed_by_values_by_blanks_or_by_nothing(string text, double followed)
    {
        Assert.Equal(followed, Alignment.Followed(Tokens.Of(Docs.Text(text), Printed.Labels, Printed.Glued), 0));
    }

    private static IEnumerable<string> Lines(string text) =>
        Alignment.Align(Catalog.Forms, Labels, Tokens.Of(Docs.Text(text), Printed.Labels, Printed.Glued)).Select(match => Catalog.Forms.Lines[match.Line].Line);
}
