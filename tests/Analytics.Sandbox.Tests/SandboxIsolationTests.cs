// No network from a worker where the system allows it, and an honest word where it does not.
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Analytics.Sandbox.Tests;

public sealed class SandboxIsolationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_reaches_a_listener_of_this_machine_only_without_isolation(bool isolate)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var pool = new SandboxPool(Trial.Options with { IsolateNetwork = isolate });
        var result = await pool.Ask(string.Create(CultureInfo.InvariantCulture, $"connect {port}"));
        if (pool.Isolation.Network is SandboxNetwork.None)
            Assert.Equal("System.Net.Sockets.SocketException", Assert.IsType<SandboxResult.Refused>(result).ExceptionType);
        else
            Assert.Equal("connected", Trial.Text(result));
        Assert.True(isolate || pool.Isolation.Network is SandboxNetwork.AsTheHost);
    }

    [Fact]
    public void The_first_command_that_runs_is_taken()
    {
        var found = SandboxIsolation.Probe([["no-such-command", "--"], ["env", "--"]]);
        Assert.Equal(SandboxNetwork.None, found.Network);
        Assert.Equal(["setsid", "env", "--"], found.Wrapper);
    }

    [Fact]
    public void Where_no_command_runs_the_reason_is_told()
    {
        var found = SandboxIsolation.Probe([["sh", "-c", "echo not permitted >&2; exit 1", "--"]]);
        Assert.Equal(SandboxNetwork.AsTheHost, found.Network);
        Assert.Contains("not permitted", found.Text, StringComparison.Ordinal);
        Assert.Equal(["setsid"], found.Wrapper);
    }
}
