// A list of hosts that cannot be understood allows none, and every address says so.
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Jobs;

public sealed class AllowedHostsTests
{
    [Fact]
    public async Task A_line_that_is_no_host_fails_the_addresses_with_what_to_do()
    {
        await using var intake = Engine.Workers();
        await using var engine = await Engine.StartAsync(intake);
        await File.WriteAllTextAsync(engine.Folder.Hosts, "# hosts\n*.gov.cn\nhttps://not a host/\n");

        var (run, _) = await engine.Center.FetchAsync("agency,year,url\n,2020,https://www.example.gov.cn/a.html\n"u8.ToArray(), "list.csv", null, default);
        var finished = await engine.WaitAsync(run!);

        Assert.Equal(RunState.Failed, finished.Run.Status);
        Assert.Contains("hosts.txt", Assert.Single(finished.Documents).Reason!, StringComparison.Ordinal);
    }
}
