// A count with a fraction or below zero is a slip of the pen, except the change of items.
using Analytics.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class R05WholeNumbersTests
{
    [Theory]
    [InlineData("2019", "licensing.decisions", "1.5")]
    [InlineData("2019", "licensing.decisions", "-3")]
    [InlineData("2019", "licensing.items_change", "0.5")]
    [InlineData("2021", "rules.in_force", "-1")]
    [InlineData("2021", "requests.received.natural", "0.1")]
    public void A_count_that_is_no_whole_number_or_negative_is_named_with_its_print(string form, string metric, string printed)
    {
        var finding = Assert.Single(Found.By("R05", form, $"{metric}={printed}"));

        Assert.Equal([metric], finding.Cells());
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains($"“{printed}”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019", "licensing.items_change", "-93")]
    [InlineData("2019", "licensing.decisions", "12.00")]
    [InlineData("2019", "procurement.amount_wan", "252.1万元")]
    [InlineData("2021", "fees.amount_wan", "0.05")]
    public void Changes_may_be_negative_and_amounts_may_have_fractions(string form, string metric, string printed) =>
        Assert.Empty(Found.By("R05", form, $"{metric}={printed}"));
}
