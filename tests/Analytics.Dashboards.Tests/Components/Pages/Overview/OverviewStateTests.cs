// The address of the overview.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Overview;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Overview;

public sealed class OverviewStateTests
{
    [Fact]
    public void Choices_survive_the_address()
    {
        var state = OverviewState.Parse("330000", "county", "教育", "2021", "level", "disclosure_rate", CatalogData.Current);

        Assert.Equal((2021, ReportScope.Level, "disclosure_rate"), (state.Year!.Value, state.Scope!.Value, state.Moved.Value));
        Assert.Equal($"/?r=330000&l=county&s={Uri.EscapeDataString("教育")}&y=2021&scope=level&m=disclosure_rate", state.ToAddress());
    }

    [Fact]
    public void What_cannot_be_understood_is_left_out()
    {
        var state = OverviewState.Parse("x", "x", "x", "x", "x", "no.such", CatalogData.Current);

        Assert.Equal("/", state.ToAddress());
        Assert.Equal(CompareState.DefaultMetric, state.Moved);
    }
}
