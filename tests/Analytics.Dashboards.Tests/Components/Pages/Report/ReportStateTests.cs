// What is looked at is in the address, and nothing that cannot be understood breaks the page.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Report;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Report;

public sealed class ReportStateTests
{
    [Fact]
    public void An_address_holds_all_choices()
    {
        var state = new ReportState(new MetricKey("requests.received.total"), "R01-0badcafe", DocumentShown.Original, 7, true);

        Assert.Equal("report/12?mark=requests.received.total&finding=R01-0badcafe&view=original&against=7&pane=document", state.ToAddress(12));
        Assert.Equal(state, ReportState.Parse("requests.received.total", "R01-0badcafe", "original", "7", "document"));
        Assert.Equal("report/12", ReportState.Parse(null, null, null, null, null).ToAddress(12));
    }

    [Fact]
    public void What_cannot_be_understood_is_left_out() =>
        Assert.Equal(new ReportState(null, "", DocumentShown.Auto, null, false), ReportState.Parse("no such metric", null, "sideways", "-1", "left"));

    [Fact]
    public void Findings_have_names_that_tell_them_apart()
    {
        static DecidedFinding Finding(decimal? printed) => new(1, 2020, "own", "R01", "error", ["requests.granted.total"], 15, printed, "message", "open", null, null, null);

        Assert.StartsWith("R01-", ReportState.NameOf(Finding(0)), StringComparison.Ordinal);
        Assert.Equal(ReportState.NameOf(Finding(0)), ReportState.NameOf(Finding(0)));
        Assert.NotEqual(ReportState.NameOf(Finding(0)), ReportState.NameOf(Finding(1)));
    }
}
