// 处理决定数量 filled with the new number of items: the figure looks honest and is not.
namespace Analytics.Extraction.Tests;

public sealed class R06MisreadColumnTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(11)]
    [InlineData(13)]
    public void Decisions_that_are_the_new_number_of_items_or_miss_it_by_one_are_named(int decisions)
    {
        var finding = Assert.Single(Found.By("R06", "2019", "licensing.items_prev=10", "licensing.items_change=+2", $"licensing.decisions={decisions}"));

        Assert.Equal(["licensing.decisions"], finding.Cells());
        Assert.Contains("10+2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+2", "14")]
    [InlineData("0", "10")]
    [InlineData("", "10")]
    [InlineData("+2", "")]
    public void Other_decisions_are_left_alone(string change, string decisions)
    {
        Assert.Empty(Found.By("R06", "2019", "licensing.items_prev=10", $"licensing.items_change={change}", $"licensing.decisions={decisions}"));
    }

    [Fact]
    public void Fewer_items_count_too()
    {
        Assert.Contains("10-3", Assert.Single(Found.By("R06", "2019", "penalties.items_prev=10", "penalties.items_change=-3", "penalties.decisions=7")).Message, StringComparison.Ordinal);
    }
}
