// What must never be fetched: what robots.txt keeps back, other hosts, and this machine and its neighbours.
using System.Net;
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public sealed class RefusalTests : FetcherTests
{
    [Fact]
    public async Task What_robots_txt_keeps_back_is_not_asked_for()
    {
        Site.Text("/robots.txt", "User-agent: AnalyticsFetcher\nDisallow: /private");
        Site.Text("/private/a", "secret");
        var result = await Fetcher().FetchAsync(Site["/private/a"], null, default);

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains("robots.txt", result.Reason, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], Site.Asked);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Where_robots_txt_cannot_be_had_nothing_is_fetched_until_it_can(int status)
    {
        Site.Status("/robots.txt", status);
        Site.Text("/a", "report");
        var fetcher = Fetcher();

        var first = await fetcher.FetchAsync(Site["/a"], null, default);
        var second = await fetcher.FetchAsync(Site["/a"], null, default);
        Site.Status("/robots.txt", 404);
        Time.Pass(TimeSpan.FromMinutes(11));
        var third = await fetcher.FetchAsync(Site["/a"], null, default);

        Assert.Equal([FetchOutcome.Failed, FetchOutcome.Failed, FetchOutcome.Fetched], new[] { first, second, third }.Select(result => result.Outcome));
        Assert.NotNull(first.TryAgainAfter);
        Assert.Equal(["/robots.txt", "/robots.txt", "/robots.txt", "/robots.txt", "/a"], Site.Asked);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_site_without_robots_txt_keeps_nothing_back(int status)
    {
        Site.Status("/robots.txt", status);
        Site.Text("/a", "report");

        Assert.Equal(FetchOutcome.Fetched, (await Fetcher().FetchAsync(Site["/a"], null, default)).Outcome);
    }

    [Fact]
    public async Task Robots_txt_is_believed_for_a_day_and_followed_where_it_moved()
    {
        Site.Redirect("/robots.txt", Other["/rules"].AbsoluteUri);
        Other.Text("/rules", "User-agent: *\nDisallow: /");
        Site.Text("/a", "report");
        var fetcher = Fetcher();

        var first = await fetcher.FetchAsync(Site["/a"], null, default);
        Other.Text("/rules", "");
        var second = await fetcher.FetchAsync(Site["/a"], null, default);
        Time.Pass(TimeSpan.FromDays(1));
        var third = await fetcher.FetchAsync(Site["/a"], null, default);

        Assert.Equal([FetchOutcome.Refused, FetchOutcome.Refused, FetchOutcome.Fetched], new[] { first, second, third }.Select(result => result.Outcome));
        Assert.Equal(2, Other.Requests.Count);
    }

    [Theory]
    [InlineData("http://not.listed.gov.cn/a", "名单")]
    [InlineData("http://127.0.0.1/a", "名单")]
    [InlineData("ftp://127.0.0.1/a", "http")]
    [InlineData("file:///etc/passwd", "http")]
    [InlineData("http://u:p@127.0.0.1/a", "用户名")]
    public async Task A_redirect_leads_nowhere_that_may_not_be_asked(string to, string reason)
    {
        Site.Redirect("/a", to);
        var result = await Fetcher().FetchAsync(Site["/a"], null, default);

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains("网址转到了", result.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_listed_host_at_a_forbidden_address_is_not_connected_to()
    {
        Site.Redirect("/a", Other["/b"].AbsoluteUri);
        Other.Text("/b", "secret");
        var result = await Fetcher(mayConnect: address => address.Equals(IPAddress.Loopback)).FetchAsync(Site["/a"], null, default);

        Assert.Equal((FetchOutcome.Refused, 0), (result.Outcome, Other.Requests.Count));
        Assert.Contains("内网", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_asked_of_the_robots_txt_where_it_leads()
    {
        Site.Redirect("/a", Other["/b"].AbsoluteUri);
        Other.Text("/robots.txt", "User-agent: *\nDisallow: /b");
        var result = await Fetcher().FetchAsync(Site["/a"], null, default);

        Assert.Equal((FetchOutcome.Refused, Other["/b"]), (result.Outcome, result.FinalAddress));
        Assert.Equal(["/robots.txt"], Other.Asked);
    }

    [Theory]
    [InlineData(5, FetchOutcome.Fetched)]
    [InlineData(6, FetchOutcome.Failed)]
    public async Task Redirects_are_followed_five_times(int redirects, FetchOutcome outcome)
    {
        for (var i = 0; i < redirects; i++) Site.Redirect($"/{i}", $"{i + 1}#part");
        Site.Text($"/{redirects}", "report");
        var result = await Fetcher().FetchAsync(Site["/0"], null, default);

        Assert.Equal((outcome, Site["/5"]), (result.Outcome, result.FinalAddress));
    }

    [Fact]
    public async Task A_redirect_with_raw_bytes_is_followed_byte_for_byte_and_one_to_nowhere_is_a_failure()
    {
        Site.Redirect("/a", "/\u00C4\u00EA");
        Site.Redirect("/b", "");
        Site.Redirect("/c", "http://[");
        var fetcher = Fetcher();

        Assert.Equal("/%C4%EA", (await fetcher.FetchAsync(Site["/a"], null, default)).FinalAddress.AbsolutePath);
        Assert.Equal(FetchOutcome.Failed, (await fetcher.FetchAsync(Site["/b"], null, default)).Outcome);
        Assert.Equal(FetchOutcome.Failed, (await fetcher.FetchAsync(Site["/c"], null, default)).Outcome);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    public async Task This_machine_is_never_connected_to_even_where_it_is_listed(string host)
    {
        var address = new Uri($"http://{host}:{Site[""].Port}/a");
        using var fetcher = new PoliteFetcher(new HostList([address.Authority]), Folder, Time);
        var result = await fetcher.FetchAsync(address, null, default);

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains("内网", result.Reason, StringComparison.Ordinal);
        Assert.Null(result.TryAgainAfter);
        Assert.Empty(Site.Requests);
        AssertNothingLeft();
    }

    [Fact]
    public async Task Without_a_list_nothing_is_fetched()
    {
        using var fetcher = new PoliteFetcher(new HostList([]), Folder, Time);
        var result = await fetcher.FetchAsync(Site["/a"], null, default);

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains("尚未设置", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_has_and_a_port_that_nobody_listens_at_are_failures_that_may_pass()
    {
        var closed = Other["/a"];
        await Other.DisposeAsync();
        using var fetcher = new PoliteFetcher(new HostList(["nobody.invalid", closed.Authority]), Folder, Time, new FetchLimits(), IPAddress.IsLoopback);
        var unnamed = await fetcher.FetchAsync(new Uri("http://nobody.invalid/a"), null, default);
        var deaf = await fetcher.FetchAsync(closed, null, default);

        Assert.All([unnamed, deaf], result => Assert.Equal((FetchOutcome.Failed, true), (result.Outcome, result.TryAgainAfter is not null)));
        Assert.Contains("域名", unnamed.Reason, StringComparison.Ordinal);
        Assert.Contains("连接网站失败", deaf.Reason, StringComparison.Ordinal);
    }
}
