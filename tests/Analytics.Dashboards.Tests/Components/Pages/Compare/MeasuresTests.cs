// A share of a sum that lacks a part, or an index across a change of definition, would be a false number: neither is made.
using Analytics.Dashboards.Components.Pages.Compare;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class MeasuresTests
{
    private static readonly Measures Measures = new(PageServices.Texts);

    [Fact]
    public void Shares_are_of_the_sum_over_the_chosen_in_the_same_year_and_keep_what_was_printed()
    {
        var panel = Measures.Of(Of(Received, 2019, 2020, Value(Gongshu, 2019, 1), Value(Chaoyang, 2019, 3), Value(Gongshu, 2020, 0), Value(Chaoyang, 2020, 5)), Measure.Share);

        Assert.Equal([0.25m, 0m], panel.Series[0].Points.Select(point => point.Value));
        Assert.Equal([0.75m, 1m], panel.Series[1].Points.Select(point => point.Value));
        Assert.Equal([1m, 0m], panel.Series[0].Points.Select(point => point.Printed));
        Assert.Equal(("%", "件", true), (panel.Unit, panel.PrintedUnit, panel.IsRate));
    }

    [Fact]
    public void A_year_in_which_one_is_missing_blank_or_disputed_has_no_shares()
    {
        var panel = Measures.Of(Of(Received, 2018, 2021,
            Value(Gongshu, 2018, 1),
            Value(Gongshu, 2019, 1), Value(Chaoyang, 2019, null),
            Value(Gongshu, 2020, 1), Value(Chaoyang, 2020, 3, isDisputed: true),
            Value(Gongshu, 2021, 0), Value(Chaoyang, 2021, 0)), Measure.Share);

        Assert.All(panel.Series[0].Points, point => Assert.Equal((PointState.Incomplete, null), (point.State, point.Value)));
        Assert.Equal([PointState.Absent, PointState.Blank, PointState.Incomplete, PointState.Incomplete], panel.Series[1].Points.Select(point => point.State));
    }

    [Fact]
    public void Figures_of_different_scopes_are_never_added()
    {
        var panel = Measures.Of(Of(Received, 2020, 2020, Value(Gongshu, 2020, 1), Value(Chaoyang, 2020, 3, scope: "territory")), Measure.Share);

        Assert.All(panel.Series, series => Assert.Equal(PointState.Incomplete, series.Points[0].State));
        Assert.Contains("口径不同", panel.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_has_no_share()
    {
        var rate = Of(Disclosure, 2020, 2020, Value(Gongshu, 2020, 0.5m, Disclosure, denominator: 40));

        Assert.Same(rate, Measures.Of(rate, Measure.Share));
    }

    [Fact]
    public void Index_counts_from_the_first_number_that_is_neither_zero_nor_disputed()
    {
        var panel = Measures.Of(Of(Received, 2017, 2020, [Gongshu], [],
            Value(Gongshu, 2017, 0), Value(Gongshu, 2018, 7, isDisputed: true), Value(Gongshu, 2019, 8), Value(Gongshu, 2020, 10)), Measure.Index);

        Assert.Equal([null, null, 100m, 125m], panel.Series[0].Points.Select(point => point.Value));
        Assert.Equal([0m, 7m, 8m, 10m], panel.Series[0].Points.Select(point => point.Printed));
    }

    [Fact]
    public void Index_begins_anew_where_lines_may_not_be_joined()
    {
        // A cell that both forms have, but whose meaning changed in between.
        var printed = Of(Received, 2020, 2022, [Gongshu], [], Value(Gongshu, 2020, 4), Value(Gongshu, 2021, 8), Value(Gongshu, 2022, 12)) with { Breaks = [new Break(2021, "", Joins: false)] };

        Assert.Equal([100m, 100m, 150m], Measures.Of(printed, Measure.Index).Series[0].Points.Select(point => point.Value));
        Assert.Equal([100m, 200m, 300m], Measures.Of(printed with { Breaks = [new Break(2021, "", Joins: true)] }, Measure.Index).Series[0].Points.Select(point => point.Value));
    }
}
