// Blank cells where the form wants a number are told, once, and stay blank.
namespace Analytics.Extraction.Tests;

public sealed class R16BlankCellsTests
{
    [Fact]
    public void Blank_cells_of_tables_three_and_four_are_named_together()
    {
        var finding = Assert.Single(Found.By("R16", "2021", "requests.granted.welfare=", "reconsideration.other=/", "rules.issued=/"));

        Assert.Equal(["requests.granted.welfare", "reconsideration.other"], finding.Cells());
        Assert.Contains("共 2 个", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_without_blank_cells_raise_nothing() => Assert.Empty(Found.By("R16", "2021", "rules.issued=/"));
}
