// A row with too many or too few cells is read only as far as every possible placing agrees.
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Extraction.Tests;

public sealed class RowReadingTests
{
    [Fact]
    public void A_row_with_just_the_columns_of_the_form_has_one_reading()
    {
        Assert.Equal(["1 2 3"], Read("1 2 3", 3));
    }

    [Fact]
    public void Empty_cells_at_the_ends_are_padding()
    {
        Assert.Equal(["1 2 3"], Read("_ 1 2 3", 3));
        Assert.Equal(["1 2 3"], Read("1 2 3 _", 3));
        Assert.Equal(["_ 1 2", "1 2 _"], Read("_ 1 2 _", 3));
    }

    [Fact]
    public void Among_surplus_cells_any_may_be_the_surplus()
    {
        Assert.Equal(["1 2", "1 3", "2 3"], Read("1 2 3", 2));
    }

    [Fact]
    public void Too_few_cells_may_stand_in_any_columns_in_order()
    {
        Assert.Equal(["1 2 .", "1 . 2", ". 1 2"], Read("1 2", 3));
    }

    [Fact]
    public void A_row_without_cells_or_columns_has_no_reading()
    {
        Assert.Empty(Read("", 3));
        Assert.Empty(Read("1 2", 0));
    }

    [Fact]
    public void Far_too_many_or_too_few_cells_are_not_worth_trying()
    {
        Assert.Empty(RowReadings.Of(Run(string.Join(' ', Enumerable.Range(1, 40))), 7));
        Assert.Empty(RowReadings.Of(Run("1 2 3 4 5 6 7"), 40));
    }

    [Fact]
    public void Every_reading_keeps_the_order_of_the_cells_and_loses_none_that_fits()
    {
        Prop.ForAll(Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), (count, columns) =>
        {
            var run = Run(string.Join(' ', Enumerable.Range(1, count)));
            var readings = RowReadings.Of(run, columns);
            return readings.Count > 0 && readings.All(reading =>
            {
                var places = reading.Cells.Where(cell => cell is not null).Select(cell => run.ToList().IndexOf(cell!)).ToList();
                return reading.Cells.Count == columns && places.Count == Math.Min(count, columns) && places.SequenceEqual(places.Order());
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_lost_cell_is_completed_where_the_row_prints_the_number_that_its_sum_asks_for()
    {
        Assert.Equal("3 2 0 0 5", Complete("3 2 . 0 5"));
        Assert.Equal("5 0 0 5", Complete("5 0 . 5"));
    }

    [Theory]
    [InlineData("3 2 . 5")]
    [InlineData("0 . . 0")]
    [InlineData("3 3 . 0 5")]
    [InlineData("0 0 . _")]
    [InlineData("3 2 5 .")]
    [InlineData("3 2 0 5")]
    public void A_cell_is_not_completed_from_anything_less(string cells) => Assert.Equal(cells, Complete(cells));

    [Fact]
    public void Readings_in_which_the_sum_holds_are_preferred_to_those_in_which_it_fails()
    {
        var readings = RowReadings.Of(Run("3 3 0"), 2);

        Assert.Equal(["3 3"], RowReadings.Prefer(readings, reading => Show(reading) == "3 3", _ => false).Select(Show));
        Assert.Equal(["3 3", "3 0"], RowReadings.Prefer(readings, reading => Show(reading) == "3 3", reading => reading.Cells[^1]!.Text == "0").Select(Show).Distinct());
        Assert.Equal(readings, RowReadings.Prefer(readings, _ => false, _ => true));
    }

    private static string Complete(string cells) =>
        Show(RowReadings.Complete(new RowReading(cells.Split(' ').Select(text => text == "." ? null : Docs.Token(text == "_" ? "" : text)).ToList())));

    private static IEnumerable<string> Read(string cells, int columns) => RowReadings.Of(Run(cells), columns).Select(Show);

    private static List<Token> Run(string cells) => cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Docs.Token(text == "_" ? "" : text)).ToList();

    private static string Show(RowReading reading) => string.Join(' ', reading.Cells.Select(cell => cell is null ? "." : cell.IsEmpty ? "_" : cell.Text));
}
