// Cells that ran together are split only where form and sums leave one way.
namespace Analytics.Extraction.Tests.Tables;

public sealed class GluedTextTests
{
    private static readonly System.Text.CompositeFormat Form = System.Text.CompositeFormat.Parse(
        "二、主动公开政府信息情况第二十条第（一）项信息内容本年新制作数量本年新公开数量对外公开总数量规章{0}规范性文件{1}第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量行政许可{3}"
        + "其他对外管理服务事项000第二十条第（六）项信息内容上一年项目数量本年增/减处理决定数量行政处罚000行政强制000第二十条第（八）项信息内容上一年项目数量本年增/减行政事业性收费35-15"
        + "三、收到和处理政府信息公开申请情况申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他一、本年新收政府信息公开申请数量{2}二、上年结转政府信息公开申请数量0000000");

    [Theory]
    [InlineData("007", "rules.public_total", "7")]
    [InlineData("0 0 12", "rules.public_total", "12")]
    public void As_many_digits_as_columns_or_spaces_leave_one_way(string rules, string metric, string expected) =>
        Assert.Equal(expected, Read(rules, "000", "0000000").Facts.Shown(metric));

    [Theory]
    [InlineData("００４，１１０，４６８", "0", "0", "4110468")]
    [InlineData("00411", "0", "0", "411")]
    [InlineData("10411", "unread", "unread", "unread")]
    [InlineData("12件0 3", "12", "0", "3")]
    [InlineData("7−1，0003", "7", "-1000", "3")]
    public void Wide_digits_thousands_and_units_are_numbers_too_and_zeros_in_front_are_cells(string licensing, string before, string change, string now)
    {
        var read = Read("000", "000", "0000000", licensing);
        Assert.Equal((before, change, now), (read.Facts.Shown("licensing.items_prev"), read.Facts.Shown("licensing.items_change"), read.Facts.Shown("licensing.decisions")));
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Any(metric => metric.Value == "licensing.items_prev"));
    }

    [Fact]
    public void What_can_be_cut_in_several_ways_is_unread_and_named()
    {
        var read = Read("000", "7777166", "0000000");
        Assert.Equal("unread", read.Facts.Shown("normative_documents.made"));
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Any(metric => metric.Value == "normative_documents.made"));
    }

    [Fact]
    public void The_sum_of_the_row_chooses_and_a_finding_says_so()
    {
        var read = Read("000", "000", "200 000121");
        Assert.Equal(("20", "1", "21"), (read.Facts.Shown("requests.received.natural"), read.Facts.Shown("requests.received.other_org"), read.Facts.Shown("requests.received.total")));
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Any(metric => metric.Value == "requests.received.total"));
    }

    [Fact]
    public void A_sign_begins_a_number()
    {
        var read = Read("000", "000", "0000000");
        Assert.Equal(("35", "-15"), (read.Facts.Shown("fees.items_prev"), read.Facts.Shown("fees.items_change")));
    }

    [Fact]
    public void A_sentence_is_no_table() => Assert.Empty(Printed.Glued.Split("全年行政许可40件，行政处罚12件，均已公开，社会反映良好，没有收到投诉。"));

    private static TablesRead Read(string rules, string documents, string received, string licensing = "12-34") =>
        Printed.Tables(string.Format(System.Globalization.CultureInfo.InvariantCulture, Form, rules, documents, received, licensing));
}
