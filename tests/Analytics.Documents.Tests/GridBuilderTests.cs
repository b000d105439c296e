// A value belongs to the column it is printed in, whatever was merged above and beside it.
namespace Analytics.Documents.Tests;

public sealed class GridBuilderTests
{
    [Fact]
    public void A_cell_right_of_a_wide_one_stands_behind_its_full_width()
    {
        var grid = new GridBuilder(1);
        grid.Add("a", 3, 1);
        grid.Add("b", 1, 1);
        grid.EndRow();

        Assert.Equal("1 4", grid.Build().ColumnsOf(0));
    }

    [Fact]
    public void A_cell_under_a_tall_one_stands_beside_it_until_the_tall_one_ends()
    {
        var grid = new GridBuilder(1);
        grid.Add("tall", 2, 2);
        grid.Add("a", 1, 1);
        grid.EndRow();
        grid.Add("b", 1, 1);
        grid.EndRow();
        grid.Add("c", 1, 1);
        grid.EndRow();

        var table = grid.Build();

        Assert.Equal(["1 3", "3", "1"], Enumerable.Range(0, 3).Select(table.ColumnsOf));
        Assert.Equal([1, 2, 3], table.Rows.Select(row => row[0].Anchor.Row!.Value));
    }

    [Fact]
    public void Absurd_spans_do_not_widen_the_grid_without_end()
    {
        var grid = new GridBuilder(1);
        for (var i = 0; i < 1_000; i++) grid.Add("x", int.MaxValue, int.MaxValue);
        grid.EndRow();
        grid.Add("y", -5, 0);
        grid.EndRow();

        Assert.All(grid.Build().Rows.SelectMany(row => row), cell => Assert.InRange(cell.Anchor.Column!.Value + cell.ColumnSpan, 1, 2 * GridBuilder.MostColumns));
    }
}
