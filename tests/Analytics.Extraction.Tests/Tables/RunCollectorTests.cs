// The cells behind a label stand in its row, in the next row, or one by one on the lines below.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class RunCollectorTests
{
    private static readonly Labels Labels = new(CatalogData.Current.Forms);

    [Fact]
    public void The_rest_of_the_row_is_taken_blanks_and_surplus_too()
    {
        Assert.Equal("1 _ 3 4", After("规章\t1\t\t3\t4\n", "规章", 3));
    }

    [Fact]
    public void Another_label_in_the_row_ends_the_run()
    {
        Assert.Equal("1 2", After("规章\t1\t2\t规范性文件\t3\n", "规章", 2, "规范性文件"));
    }

    [Fact]
    public void Pieces_of_a_torn_label_among_the_values_are_passed_over()
    {
        Assert.Equal("1 2", After("规章\t理结果\t1\t2\n", "规章", 2));
    }

    [Fact]
    public void A_row_torn_in_two_is_completed_from_the_next_where_that_has_just_what_is_missing()
    {
        Assert.Equal("1 2 3", After("规章\t1\n2\t3\n", "规章", 3));
        Assert.Equal("1", After("规章\t1\n2\t3\t4\n", "规章", 3));
        Assert.Equal("1", After("规章\t1\n规范性文件\t3\n", "规章", 3));
    }

    [Fact]
    public void Under_a_row_of_heads_the_next_row_of_values_is_taken_whole()
    {
        Assert.Equal("0 _ 2", After("结果维持\t结果纠正\t总计\n0\t\t2\n", "总计", 3));
    }

    [Fact]
    public void One_cell_a_line_runs_to_the_next_label()
    {
        Assert.Equal("1 2 3", After("规章\n1\n2\n3\n规范性文件\n4\n", "规章", 3, "规范性文件"));
        Assert.Equal("1 2", After("规章\n1\n2\n第二十条第（五）项\n4\n", "规章", 3));
    }

    [Fact]
    public void Enough_cells_a_line_end_where_the_form_has_no_more_columns()
    {
        Assert.Equal("1 2", After("规章\n1\n2\n5\n", "规章", 2));
    }

    [Fact]
    public void A_label_with_nothing_behind_it_has_no_cells()
    {
        Assert.Equal("", After("规章\n规范性文件\t1\n", "规章", 3, "规范性文件"));
        Assert.Equal("_ _", After("规章\t\t\n规范性文件\t1\n", "规章", 2, "规范性文件"));
    }

    private static string After(string text, string label, int columns, params string[] otherLabels)
    {
        var tokens = Tokens.Of(Docs.Text(text), Printed.Labels, Printed.Glued);
        var labelTokens = tokens.Select((token, i) => (token.Text, i)).Where(entry => entry.Text == label || otherLabels.Contains(entry.Text)).Select(entry => entry.i).ToHashSet();
        var run = new RunCollector(Labels, tokens, labelTokens).After(tokens.FindIndex(token => token.Text == label), columns);
        return string.Join(' ', run.Select(token => token.IsEmpty ? "_" : token.Text));
    }
}
