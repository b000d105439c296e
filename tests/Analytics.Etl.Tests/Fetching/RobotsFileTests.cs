// What a site asks in its robots.txt is followed as RFC 9309 says.
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("Disallow: /a", "/a/b", false)]
    [InlineData("Disallow: /a", "/b", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: /*.pdf$", "/x/a.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/x/a.pdf?b", true)]
    [InlineData("Disallow: /*.pdf$", "/a.pdf.pdf", false)]
    [InlineData("Disallow: /a*b*c", "/a-b-b-c-d", false)]
    [InlineData("Disallow: /a*b*c", "/a-c-b", true)]
    [InlineData("Disallow: /*?id=", "/x?id=1", false)]
    [InlineData("Disallow: /年报", "/%e5%b9%b4%e6%8a%a5/1", false)]
    [InlineData("Disallow: /%7Euser", "/~user/x", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("disallow : /a # comment", "/a", false)]
    [InlineData("nonsense\n<html>\nDisallow: /a", "/a", false)]
    public void The_longest_rule_that_fits_decides(string rules, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, Parse("User-agent: *\n" + rules).Allows(new Uri("http://a.gov.cn" + path)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: analyticsfetcher\nDisallow: /b", true)]
    [InlineData("User-agent: AnalyticsFetcher/1.0\nDisallow: /a\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: AnalyticsFetcherX\nDisallow: /", true)]
    [InlineData("User-agent: other\nUser-agent: AnalyticsFetcher\nDisallow: /a", false)]
    [InlineData("User-agent: AnalyticsFetcher\nDisallow: /b\nUser-agent: other\nDisallow: /\nUser-agent: AnalyticsFetcher\nDisallow: /a", false)]
    [InlineData("User-agent: AnalyticsFetcher\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: AnalyticsFetcher\n\nUser-agent: *\nDisallow: /b", true)]
    [InlineData("Disallow: /a", true)]
    [InlineData("", true)]
    public void Groups_that_name_us_hold_and_else_those_for_everyone(string file, bool isAllowed) => Assert.Equal(isAllowed, Parse(file).Allows(new Uri("http://a.gov.cn/a")));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e400", null)]
    [InlineData("User-agent: other\nCrawl-delay: 9", null)]
    public void The_delay_is_that_of_the_group(string file, double? seconds) => Assert.Equal(seconds, Parse(file).Delay?.TotalSeconds);

    [Fact]
    public void A_pattern_made_to_take_long_does_not()
    {
        var file = Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "*b$");

        Assert.True(file.Allows(new Uri("http://a.gov.cn/" + new string('a', 5000))));
    }

    private static RobotsFile Parse(string text) => RobotsFile.Parse(text, PoliteFetcher.Agent);
}
