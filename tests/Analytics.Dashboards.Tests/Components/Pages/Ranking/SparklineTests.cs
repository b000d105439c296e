// A small line must not say more than a large one: no way across a gap, a doubt or another form.
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Ranking;

public sealed class SparklineTests
{
    private static readonly int[] Years = [2019, 2020, 2021, 2022];

    [Fact]
    public void Neighbouring_years_are_one_line_from_the_lowest_to_the_greatest()
    {
        var drawing = Sparkline.Of(Years, [Of(2019, 0), Of(2020, 5), Of(2021, 10), Of(2022, 5)], 2022);

        Assert.Equal("3,17 27.7,10 52.3,3 77,10", Assert.Single(drawing.Lines));
        Assert.Equal([new SparkPoint(77, 10, true)], drawing.Dots);
    }

    [Fact]
    public void Line_stands_on_zero_so_that_small_changes_look_small() =>
        Assert.Equal("3,4.4 27.7,3", Sparkline.Of(Years, [Of(2019, 90), Of(2020, 100)], 2022).Lines[0]);

    [Fact]
    public void Year_without_a_report_parts_the_line()
    {
        var drawing = Sparkline.Of(Years, [Of(2019, 1), Of(2020, 1), Of(2022, 1)], 2020);

        Assert.Single(drawing.Lines);
        Assert.Contains(drawing.Dots, dot => dot.X == 77 && dot.Counts);
    }

    [Fact]
    public void New_form_parts_the_line() =>
        Assert.Equal(2, Sparkline.Of(Years, [Of(2019, 1), Of(2020, 1), Of(2021, 1) with { IsOtherForm = true }, Of(2022, 1)], 2022).Lines.Count);

    [Theory]
    [InlineData("disputed")]
    [InlineData("small")]
    public void What_does_not_count_is_a_hollow_point_that_no_line_goes_through(string reason)
    {
        var drawing = Sparkline.Of(Years, [Of(2019, 1), Of(2020, 1), Of(2021, 2) with { LeftOut = reason }, Of(2022, 1)], 2022);

        Assert.Equal(2, Assert.Single(drawing.Lines).Split(' ').Length);
        Assert.Equal([false, true], drawing.Dots.Select(dot => dot.Counts));
    }

    [Fact]
    public void Blank_is_neither_zero_nor_a_point()
    {
        var drawing = Sparkline.Of(Years, [Of(2020, null) with { State = "blank", LeftOut = "blank" }], 2020);

        Assert.Empty(drawing.Lines);
        Assert.Empty(drawing.Dots);
    }

    private static LinePoint Of(short year, decimal? value) => new("a", "A", year, year, "2019", "number", value, null, false, true, false, null, null, null, null, false);
}
