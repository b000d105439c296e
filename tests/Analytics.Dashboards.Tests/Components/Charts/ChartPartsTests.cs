// A line over years is parted where nothing may be read across.
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Compare;

namespace Analytics.Dashboards.Tests.Components.Charts;

public sealed class ChartPartsTests
{
    private static readonly int[] Years = [2018, 2020, 2021, 2022, 2023];

    [Fact]
    public void Runs_end_where_a_year_is_missing_or_a_break_does_not_join()
    {
        Assert.Equal([[2018], [2020, 2021], [2022, 2023]], ChartParts.Runs(Years, [new Break(2021, "", Joins: true), new Break(2022, "", Joins: false)]));
        Assert.Empty(ChartParts.Runs([], []));
    }

    [Fact]
    public void Without_breaks_there_is_no_band() => Assert.Null(ChartParts.BreakBands([]));
}
