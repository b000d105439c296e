// Only what the list says may be asked, at the ports it says.
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public sealed class HostListTests
{
    private static readonly HostList Hosts = new(["www.gov.cn", "*.zj.gov.cn", "old.example.cn:8080", "教育局.中国"]);

    [Theory]
    [InlineData("http://www.gov.cn/a", true)]
    [InlineData("https://WWW.GOV.CN./a", true)]
    [InlineData("http://www.gov.cn:8080/", false)]
    [InlineData("http://gov.cn/", false)]
    [InlineData("http://www.gov.cn.evil.com/", false)]
    [InlineData("http://evilwww.gov.cn/", false)]
    [InlineData("http://a.b.zj.gov.cn/", true)]
    [InlineData("http://zj.gov.cn/", false)]
    [InlineData("http://evilzj.gov.cn/", false)]
    [InlineData("http://old.example.cn:8080/", true)]
    [InlineData("http://old.example.cn/", false)]
    [InlineData("http://教育局.中国/", true)]
    [InlineData("http://127.0.0.1/", false)]
    public void A_host_is_allowed_by_its_whole_name_and_port(string address, bool isAllowed) => Assert.Equal(isAllowed, Hosts.Allows(new Uri(address)));

    [Fact]
    public void An_empty_list_allows_nothing()
    {
        Assert.True(new HostList([]).IsEmpty);
        Assert.False(new HostList([]).Allows(new Uri("http://www.gov.cn/")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("http://www.gov.cn")]
    [InlineData("www.*.cn")]
    [InlineData("a b")]
    [InlineData("u@www.gov.cn")]
    public void What_is_no_host_is_an_error_that_says_how_to_write_one(string host) =>
        Assert.Contains("*.gov.cn", Assert.Throws<FormatException>(() => new HostList([host])).Message, StringComparison.Ordinal);
}
