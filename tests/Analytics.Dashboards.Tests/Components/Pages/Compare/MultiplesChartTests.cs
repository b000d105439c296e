// Small charts compare only where their axes are the same.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Tests.Components.Charts;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class MultiplesChartTests
{
    [Fact]
    public async Task Each_agency_has_a_chart_and_all_have_the_same_scale()
    {
        var option = await Drawn.AsJsonAsync(Of(Received, 2019, 2020, Value(Gongshu, 2019, 3), Value(Chaoyang, 2019, 1420), Value(Chaoyang, 2020, null)), CompareView.Multiples);

        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会"], option["title"]!.AsArray().Select(title => (string)title!["text"]!));
        Assert.Equal([1500m, 1500m], option["yAxis"]!.AsArray().Select(axis => (decimal)axis!["max"]!));
        Assert.Equal([0, 1], option["yAxis"]!.AsArray().Select(axis => (int)axis!["gridIndex"]!));
        // The blank of the second is a hollow mark in its own chart.
        Assert.Equal([(0, "line"), (1, "line"), (1, "scatter")], option["series"]!.AsArray().Select(series => ((int)series!["xAxisIndex"]!, (string)series["type"]!)));
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("1", "1")]
    [InlineData("7", "7")]
    [InlineData("12", "15")]
    [InlineData("0.4", "0.4")]
    [InlineData("99999", "100000")]
    public async Task Scale_ends_on_a_round_number_above_the_greatest_value(string value, string end)
    {
        var option = await Drawn.AsJsonAsync(Of(Procurement, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, decimal.Parse(value, CultureInfo.InvariantCulture), Procurement)), CompareView.Multiples);

        Assert.Equal(decimal.Parse(end, CultureInfo.InvariantCulture), (decimal)option["yAxis"]![0]!["max"]!);
    }
}
