// A text taken from another place is told; the figures are kept.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R14OtherRegionsTests
{
    private static readonly string Whole = Printed.Text("2019");

    [Fact]
    public void Another_region_named_as_the_own_is_told_with_its_place()
    {
        var finding = Assert.Single(Found.In("R14", Whole.Replace("本节从略。", "为静安教育系统政务公开打下基础。", StringComparison.Ordinal)));

        Assert.Equal(Severity.Info, finding.Severity);
        Assert.Contains("为静安教育系统政务公开打下基础", finding.Message, StringComparison.Ordinal);
        Assert.Contains("“静安”（上海市/静安区）不是杭州市拱墅区教育局所在地区", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_own_region_raises_nothing() => Assert.Empty(Found.In("R14", Whole.Replace("本节从略。", "为拱墅教育系统政务公开打下基础。", StringComparison.Ordinal)));
}
