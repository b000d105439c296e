// A number of the text that no reading of the tables allows is told, the printed values stay.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R09TextAgainstTableTests
{
    private static readonly string[] Requests = ["requests.received.natural=5", "requests.received.total=5", "requests.carried_in.natural=2", "requests.carried_in.total=2",
        "requests.granted.natural=6", "requests.granted.total=6", "requests.closed.natural=6", "requests.closed.total=6", "requests.carried_out.natural=1", "requests.carried_out.total=1"];

    [Fact]
    public void Another_number_than_the_table_is_told_with_both()
    {
        var finding = Assert.Single(Of("我局共收到政府信息公开申请9件。", Requests));

        Assert.Equal((Severity.Info, 9m, 5m), (finding.Severity, finding.Expected, finding.Printed));
        Assert.Equal(["requests.received.total"], finding.Cells());
        Assert.Contains("正文“我局共收到政府信息公开申请9件”，表格中收到申请为 5", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("收到政府信息公开申请5件。")]
    [InlineData("收到政府信息公开申请7件（含上年结转2件），答复6件，结转下年度1件。")]
    [InlineData("收到政府信息公开申请5件，答复4件。")]
    [InlineData("收到政府信息公开申请约9件。")]
    [InlineData("收到政府信息公开申请5件，其中收到网上申请3件。")]
    [InlineData("收到政府信息公开申请5件。收到政府信息公开申请3件。")]
    [InlineData("未发生行政复议、行政诉讼。")]
    public void What_the_table_allows_raises_nothing(string text) => Assert.Empty(Of(text, Requests));

    [Theory]
    [InlineData("未收到政府信息公开申请。", "requests.received.total")]
    [InlineData("收到政府信息公开申请5件，结转下年度4件。", "requests.carried_out.total")]
    [InlineData("无上年结转申请。", "requests.carried_in.total")]
    [InlineData("收到政府信息公开申请5件，答复25件。", "requests.closed.total")]
    [InlineData("政府信息公开行政复议1件。", "reconsideration.total")]
    public void A_plain_contradiction_names_its_cell(string text, string cell) => Assert.Equal([cell], Assert.Single(Of(text, Requests)).Cells());

    [Fact]
    public void A_denied_lawsuit_names_both_kinds() => Assert.Equal(["litigation_direct.total", "litigation_after.total"],
        Assert.Single(Of("未发生行政诉讼。", "litigation_direct.upheld=1", "litigation_direct.total=1")).Cells());

    [Theory]
    [InlineData("政府集中采购总金额252.1万元。", 0)]
    [InlineData("政府集中采购总金额252.13万元。", 0)]
    [InlineData("政府集中采购总金额2521300元。", 0)]
    [InlineData("政府集中采购总金额352.1万元。", 1)]
    [InlineData("政府集中采购项目12个。", 0)]
    [InlineData("政府集中采购项目13个。", 1)]
    public void Amounts_may_be_rounded_in_text(string text, int findings) =>
        Assert.Equal(findings, Of(text, "procurement.count=12", "procurement.amount_wan=252.13万元").Count);

    [Fact]
    public void A_cell_that_is_blank_or_missing_contradicts_nothing()
    {
        Assert.Empty(Of("收到政府信息公开申请9件。", "requests.received.total=/", "requests.received.natural=/"));
        Assert.Empty(Found.In("R09", Printed.Text([("二", "2019")]).Replace("本节从略。", "未收到政府信息公开申请。", StringComparison.Ordinal)));
    }

    private static List<Finding> Of(string text, params string[] cells)
    {
        var whole = Printed.Text("2019", cells);
        var at = whole.IndexOf("本节从略。", StringComparison.Ordinal);
        return Found.In("R09", whole[..at] + text + whole[(at + "本节从略。".Length)..]);
    }
}
