// The name of a file is found in all the ways in which sites write it, and leads nowhere.
using System.Text;
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public sealed class SentNameTests
{
    private static readonly Uri Address = new("http://www.gov.cn/files/%E5%B9%B4%E6%8A%A5.docx?x=1");

    static SentNameTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("attachment; filename*=UTF-8''2020%E5%B9%B4%E6%8A%A5.docx; filename=\"x.docx\"", "2020年报.docx")]
    [InlineData("attachment; filename=\"report.docx\"", "report.docx")]
    [InlineData("attachment; filename=report 1.docx", "report 1.docx")]
    [InlineData("attachment; filename=%E5%B9%B4%E6%8A%A5.docx", "年报.docx")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\a\\\\b.doc\"", "b.doc")]
    [InlineData("attachment; filename=\"%2e%2e%2fpasswd\"", "passwd")]
    [InlineData("attachment; filename=\"..\"", "年报.docx")]
    [InlineData("attachment", "年报.docx")]
    [InlineData(null, "年报.docx")]
    public void Names_written_in_ascii(string? disposition, string name) => Assert.Equal(name, SentName.Of(disposition, Address));

    [Theory]
    [InlineData("gb18030", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    public void Names_written_as_raw_bytes(string encoding, bool isQuoted)
    {
        var header = $"attachment;filename={(isQuoted ? "\"" : "")}拱墅区教育局年报.docx{(isQuoted ? "\"" : "")}";

        Assert.Equal("拱墅区教育局年报.docx", SentName.Of(Encoding.Latin1.GetString(Encoding.GetEncoding(encoding).GetBytes(header)), Address));
    }

    [Theory]
    [InlineData("http://www.gov.cn/", "www.gov.cn")]
    [InlineData("http://www.gov.cn/a/", "www.gov.cn")]
    [InlineData("http://www.gov.cn/%C4%EA%B1%A8.doc", "年报.doc")]
    [InlineData("http://www.gov.cn/a%2F..%2Fb.doc", "b.doc")]
    public void Without_a_name_it_is_the_end_of_the_address(string address, string name) => Assert.Equal(name, SentName.Of(null, new Uri(address)));

    [Fact]
    public void Long_names_keep_their_extension_and_characters_whole()
    {
        var name = SentName.Of($"attachment; filename*=UTF-8''{string.Concat(Enumerable.Repeat("%F0%A0%80%80", 300))}.docx", Address);

        Assert.EndsWith("𠀀.docx", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 190, 200);
        Assert.DoesNotContain('\uFFFD', name);
    }

    [Fact]
    public void Marks_that_turn_a_name_around_are_left_out() => Assert.Equal("fdp.exe", SentName.Of("attachment; filename*=UTF-8''%E2%80%AEfdp.exe", Address));
}
