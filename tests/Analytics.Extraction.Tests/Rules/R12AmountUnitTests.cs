// An amount of money without a unit, or out of all proportion, must not enter a sum unseen.
namespace Analytics.Extraction.Tests;

public sealed class R12AmountUnitTests
{
    [Fact]
    public void An_amount_without_a_printed_unit_is_named() => Assert.Contains("未注明单位", Single("75", "23466.49"), StringComparison.Ordinal);

    [Fact]
    public void Zero_is_zero_in_any_unit() => Assert.Empty(Found.By("R12", "2019", "procurement.count=0", "procurement.amount_wan=0"));

    [Theory]
    [InlineData("75", "23466.49万元")]
    [InlineData("1", "0.1万元")]
    [InlineData("1", "100000万元")]
    [InlineData("0", "0万元")]
    [InlineData("", "12万元")]
    public void An_amount_in_proportion_is_left_alone(string count, string amount) => Assert.Empty(Found.By("R12", "2019", $"procurement.count={count}", $"procurement.amount_wan={amount}"));

    [Fact]
    public void A_unit_in_the_head_is_a_unit()
    {
        var text = Printed.Text("2019", "procurement.count=75", "procurement.amount_wan=23466.49").Replace("采购总金额", "采购总金额（万元）", StringComparison.Ordinal);

        Assert.Empty(Found.In("R12", text));
    }

    [Theory]
    [InlineData("0", "12万元")]
    [InlineData("3", "0万元")]
    public void Projects_without_an_amount_and_an_amount_without_projects_are_named(string count, string amount) => Assert.Contains("采购项目", Single(count, amount), StringComparison.Ordinal);

    [Theory]
    [InlineData("1", "236000万元")]
    [InlineData("100", "251元")]
    public void An_amount_out_of_proportion_is_named(string count, string amount) => Assert.Contains("超出常理", Single(count, amount), StringComparison.Ordinal);

    private static string Single(string count, string amount)
    {
        var finding = Assert.Single(Found.By("R12", "2019", $"procurement.count={count}", $"procurement.amount_wan={amount}"));
        Assert.Equal(["procurement.amount_wan"], finding.Cells());
        return finding.Message;
    }
}
