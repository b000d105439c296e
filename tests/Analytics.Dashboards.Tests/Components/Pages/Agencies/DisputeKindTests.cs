// Bars of disputes: a year without a report has none and says so, and what is disputed is not drawn as certain.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Tests.Components.Charts;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Agencies;

public sealed class DisputeKindTests
{
    private static readonly DisputeKind Kind = new("reconsideration",
    [
        (new MetricKey("reconsideration.upheld"), [Number(2020, 3), Absent(2021), Number(2022, 8)]),
        (new MetricKey("reconsideration.corrected"), [Number(2020, 2) with { IsDisputed = true }, Absent(2021), Number(2022, 4)]),
        (new MetricKey("reconsideration.total"), [Number(2020, 5), Absent(2021), Number(2022, 12)]),
    ]);

    [Fact]
    public void The_printed_total_is_not_stacked_on_its_parts()
    {
        Assert.Equal(12, Kind.Most);
        Assert.Equal(["reconsideration.upheld", "reconsideration.corrected"], Kind.Parts.Select(part => part.Metric.Value));
    }

    [Fact]
    public async Task A_year_without_a_report_has_no_bar_and_says_so()
    {
        var option = await Drawn.AsJsonAsync(new AgencyCharts(new MetricNames(CatalogData.Current), PageServices.Texts).Option(Kind, 12));

        Assert.Equal(["2020", "2021\n—", "2022"], option["xAxis"]!["data"]!.AsArray().Select(year => (string?)year));
        var upheld = option["series"]![0]!["data"]!.AsArray();
        Assert.Null(upheld[1]!["value"]);
        Assert.Equal("7/reconsideration.upheld", (string?)upheld[0]!["source"]);
        Assert.Equal("dashed", (string?)option["series"]![1]!["data"]![0]!["itemStyle"]!["borderType"]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 4)]
    [InlineData(12, 15)]
    [InlineData(96, 100)]
    public async Task The_axis_ends_above_the_highest_stack_at_a_round_number(int most, int end)
    {
        var option = await Drawn.AsJsonAsync(new AgencyCharts(new MetricNames(CatalogData.Current), PageServices.Texts).Option(Kind, most));

        Assert.Equal(end, (decimal)option["yAxis"]!["max"]!);
    }

    private static Point Number(int year, decimal value) => new(year, PointState.Number, value, null, false, false, true, 7);

    private static Point Absent(int year) => new(year, PointState.Absent, null, null, false, false, true, null);
}
