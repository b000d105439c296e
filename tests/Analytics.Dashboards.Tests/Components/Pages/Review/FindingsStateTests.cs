// The findings queue's choices in its address.
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Review;

public sealed class FindingsStateTests
{
    private static readonly ListedFinding Finding = new("330105.教育局", "拱墅区教育局", 1, 2020, "own", "R01", "error", ["requests.granted.total"], 15, 0, "不等", "open", 1);

    [Fact]
    public void Address_says_all_and_is_read_again()
    {
        var state = new FindingsState("R01", "error", "corrected", "330105.教育局", "ab", 3);
        var address = state.ToAddress();
        Assert.Equal("jobs/findings?rule=R01&severity=error&state=corrected&agency=330105.%E6%95%99%E8%82%B2%E5%B1%80&page=3&finding=ab", address);
        Assert.Equal(state, FindingsState.Parse("R01", "error", "corrected", "330105.教育局", "ab", "3", CatalogData.Current));
        Assert.Equal("jobs/findings", FindingsState.Parse(null, null, null, null, null, null, CatalogData.Current).ToAddress());
    }

    [Fact]
    public void What_cannot_be_understood_is_left_out() =>
        Assert.Equal(new FindingsState("", "", "open", "", "", 1), FindingsState.Parse("R99", "loud", "gone", null, null, "-1", CatalogData.Current));

    [Fact]
    public void Finding_has_the_same_name_whatever_report_number_it_gets_and_another_one_another()
    {
        Assert.Equal(FindingsState.Of(Finding), FindingsState.Of(Finding with { ReportId = 2, Total = 9, State = "explained" }));
        Assert.NotEqual(FindingsState.Of(Finding), FindingsState.Of(Finding with { Printed = 1 }));
    }
}
