// A change is told only between years that can be compared.
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Dashboards.Tests.Components.Pages.Compare;
using Analytics.Warehouse;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Agencies;

public sealed class KeyFiguresTests
{
    [Fact]
    public void A_count_changes_by_a_share_and_a_rate_by_points()
    {
        Assert.Equal((FigureChange.Told, 0.25m), Change(Value(Gongshu, 2022, 40), Value(Gongshu, 2023, 50)));
        Assert.Equal((FigureChange.Told, 0m), Change(Value(Gongshu, 2022, 0), Value(Gongshu, 2023, 0)));
        Assert.Equal((FigureChange.Told, -0.1m), Change(Rate(2022, 0.6m, 100), Rate(2023, 0.5m, 100)));
    }

    [Fact]
    public void From_zero_no_share_is_told() => Assert.Equal((FigureChange.FromZero, null), Change(Value(Gongshu, 2022, 0), Value(Gongshu, 2023, 5)));

    [Fact]
    public void Without_a_number_before_there_is_no_change()
    {
        Assert.Equal((FigureChange.NothingBefore, null), Change(Value(Gongshu, 2023, 5)));
        Assert.Equal((FigureChange.NothingBefore, null), Change(Value(Gongshu, 2022, null), Value(Gongshu, 2023, 5)));
    }

    [Fact]
    public void Without_a_number_of_the_year_there_is_none_either() => Assert.Equal((FigureChange.None, null), Change(Value(Gongshu, 2022, 5), Value(Gongshu, 2023, null)));

    [Fact]
    public void What_is_in_doubt_in_either_year_is_not_compared()
    {
        Assert.Equal((FigureChange.Doubtful, null), Change(Value(Gongshu, 2022, 5, isDisputed: true), Value(Gongshu, 2023, 5)));
        Assert.Equal((FigureChange.Doubtful, null), Change(Rate(2022, 0.6m, 100), Rate(2023, 0.5m, 29)));
    }

    [Fact]
    public void A_year_in_which_the_territory_or_the_form_changed_is_not_compared()
    {
        Assert.Equal((FigureChange.Broken, null), Of([2023], Value(Gongshu, 2022, 4), Value(Gongshu, 2023, 5)));
        Assert.Equal((FigureChange.Told, 0.25m), Of([2022], Value(Gongshu, 2022, 4), Value(Gongshu, 2023, 5)));
        // In force since 2021: nothing before can be compared with it.
        var panel = Panels.Of("rules.in_force", 2020, 2021, [Gongshu], [], Value(Gongshu, 2021, 5, "rules.in_force"));
        Assert.Equal(FigureChange.Broken, KeyFigures.Of(panel, 2021, new HashSet<int>(), null).Kind);
    }

    private static SeriesValue Rate(int year, decimal value, decimal denominator) => Value(Gongshu, year, value, Disclosure, denominator: denominator);

    private static (FigureChange Kind, decimal? Change) Change(params SeriesValue[] values) => Of([], values);

    private static (FigureChange Kind, decimal? Change) Of(HashSet<int> changed, params SeriesValue[] values)
    {
        var figure = KeyFigures.Of(Panels.Of(values[0].Metric, 2022, 2023, [Gongshu], [], values), 2023, changed, null);
        return (figure.Kind, figure.Change);
    }
}
