// Only who sits at this machine, under a name of this machine, changes anything.
using System.Net;
using Analytics.Dashboards.Jobs;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Tests.Jobs;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:8080", true)]
    [InlineData("127.0.0.1", "localhost:8080", true)]
    [InlineData("::1", "[::1]:8080", true)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", true)]
    [InlineData("127.0.0.1", "evil.example:8080", false)]
    [InlineData("127.0.0.1", "localhost.evil.example", false)]
    [InlineData("127.0.0.1", "10.0.0.7", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData("10.0.0.7", "localhost", false)]
    [InlineData(null, "localhost", false)]
    public void Others_and_other_names_are_refused(string? remote, string host, bool isAllowed)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);

        Assert.Equal(isAllowed, LoopbackOnly.Allows(context));
    }
}
