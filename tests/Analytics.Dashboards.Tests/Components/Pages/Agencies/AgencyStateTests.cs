// The address holds the whole state of an agency's page.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Agencies;

namespace Analytics.Dashboards.Tests.Components.Pages.Agencies;

public sealed class AgencyStateTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var state = new AgencyState(2022, ReportScope.Level, AgencyView.Table, IsDetailed: true);

        Assert.Equal("?y=2022&scope=level&v=table&d=1", state.ToQuery());
        Assert.Equal(state, AgencyState.Parse("2022", "level", "table", "1"));
    }

    [Fact]
    public void Defaults_are_left_out_and_nonsense_is_the_default()
    {
        var plain = new AgencyState(null, null, AgencyView.Charts, IsDetailed: false);

        Assert.Equal("", plain.ToQuery());
        Assert.Equal(plain, AgencyState.Parse("1999", "everything", "pie", "yes"));
    }
}
