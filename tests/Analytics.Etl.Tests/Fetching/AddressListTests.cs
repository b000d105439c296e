// Lists of addresses: what can be taken is taken, what cannot is named by its row.
using System.Text;
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public sealed class AddressListTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"addresses-{Guid.NewGuid():N}.csv");

    static AddressListTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    public void A_list_is_read_in_the_encodings_that_offices_write(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var read = AddressList.Read([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("网址,年度,机关\r\nhttps://www.gov.cn/年报.docx#a,2020,拱墅区教育局\r\n")]);

        Assert.Empty(read.Errors);
        var row = Assert.Single(read.Addresses);
        Assert.Equal((2, "拱墅区教育局", 2020, "https://www.gov.cn/%E5%B9%B4%E6%8A%A5.docx"), (row.Row, row.Agency!, row.Year!.Value.Value, row.Address.AbsoluteUri));
    }

    [Fact]
    public void Good_rows_are_taken_and_bad_ones_named()
    {
        var read = Read("agency,year,url\n,,http://a.gov.cn/1\n某局,,\n某局,20,http://a.gov.cn/2\n,,ftp://a.gov.cn/3\n,,http://u:p@a.gov.cn/4\n\n某局,2020,http://A.gov.cn/1#x\n,2021,http://a.gov.cn/5");

        Assert.Equal([(2L, "http://a.gov.cn/1"), (9L, "http://a.gov.cn/5")], read.Addresses.Select(row => (row.Row, row.Address.AbsoluteUri)));
        Assert.Equal((null, null), (read.Addresses[0].Agency, read.Addresses[0].Year));
        Assert.All(read.Errors.Zip(["第 3 行：网址为空", "第 4 行：年度“20”", "第 5 行：“ftp:", "第 6 行：网址中带有用户名", "第 8 行：网址与第 2 行相同"]),
            pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(5, read.Errors.Count);
    }

    [Theory]
    [InlineData("agency,year\n某局,2020", "表头缺少网址")]
    [InlineData("url,网址\nhttp://a.gov.cn,", "出现了两次")]
    [InlineData("url\n", "没有网址")]
    public void A_list_that_cannot_be_read_says_why(string text, string problem)
    {
        var read = Read(text);

        Assert.Empty(read.Addresses);
        Assert.Contains(problem, string.Join('\n', read.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_and_not_an_exception() => Assert.NotEmpty(AddressList.Read([0xFF, 0xFF, 0x00, 0x81, 0x20, 0x01]).Errors);

    [Theory]
    [InlineData("agency,year,url\n", true)]
    [InlineData("\"网址\"\r\n", true)]
    [InlineData("agency,region,sector,first_year,last_year\n", false)]
    [InlineData("", false)]
    public async Task A_list_is_told_by_its_head(string text, bool isList)
    {
        await File.WriteAllTextAsync(file, text);

        Assert.Equal(isList, await AddressList.IsListAsync(file, default));
    }

    public void Dispose() => File.Delete(file);

    private static AddressListRead Read(string text) => AddressList.Read(Encoding.UTF8.GetBytes(text));
}
