// Copies are told by their facts: what only looks different must have the same hash, what differs must not.
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Warehouse.Tests;

public sealed class LoadItemTests
{
    private static readonly string[] Cells = ["rules.made=1", "rules.disclosed=", "licensing.decisions=?", "procurement.amount_wan=252.10", "requests.received.total=0"];

    [Fact]
    public void The_order_of_the_values_does_not_matter()
    {
        Prop.ForAll(Gen.Shuffle(Cells).ToArbitrary(), shuffled => Hash(shuffled) == Hash(Cells)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Trailing_zeros_and_the_place_of_print_do_not_matter()
    {
        Assert.Equal(Hash("procurement.amount_wan=252.1"), Hash("procurement.amount_wan=252.100000"));
        Assert.Equal(Hash("rules.made=0"), Hash("rules.made=-0"));
    }

    [Theory]
    [InlineData("rules.made=2")]
    [InlineData("rules.made=")]
    [InlineData("rules.made=?")]
    [InlineData("rules.disclosed=1")]
    public void Another_value_state_or_metric_is_another_report(string cell) => Assert.NotEqual(Hash("rules.made=1"), Hash(cell));

    [Fact]
    public void A_value_more_is_another_report() => Assert.NotEqual(Hash("rules.made=1"), Hash("rules.made=1", "rules.disclosed="));

    private static string Hash(params string[] cells) => Sample.Of("x", Sample.Gongshu, 2020, cells).Report!.FactsSha256();
}
