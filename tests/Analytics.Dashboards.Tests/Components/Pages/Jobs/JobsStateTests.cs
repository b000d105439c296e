// The address holds what the jobs pages show.
using Analytics.Dashboards.Components.Pages.Jobs;

namespace Analytics.Dashboards.Tests.Components.Pages.Jobs;

public sealed class JobsStateTests
{
    [Theory]
    [InlineData(null, null, null, null, "jobs")]
    [InlineData("quarantine", null, null, "2", "jobs?tab=quarantine&page=2")]
    [InlineData("quarantine", null, "dismissed", null, "jobs?tab=quarantine&show=dismissed")]
    [InlineData("runs", "failed", null, "3", "jobs?state=failed&page=3")]
    [InlineData("Nodes", "failed", "dismissed", "3", "jobs?tab=nodes")]
    [InlineData("7", "nonsense", "x", "-1", "jobs")]
    public void Address_is_read_and_written_again(string? tab, string? state, string? show, string? page, string expected) =>
        Assert.Equal(expected, JobsState.Parse(tab, state, show, page).ToAddress());

    [Theory]
    [InlineData(null, null, null, "jobs/runs/a")]
    [InlineData("failed", "2", "all", "jobs/runs/a?state=unsuccessful&page=2&log=all")]
    [InlineData("quarantined", "1", null, "jobs/runs/a?state=quarantined")]
    [InlineData("nonsense", "0", "x", "jobs/runs/a")]
    public void Address_of_a_run_is_read_and_written_again(string? state, string? page, string? log, string expected) =>
        Assert.Equal(expected, RunView.Parse("a", state, page, log).ToAddress());
}
