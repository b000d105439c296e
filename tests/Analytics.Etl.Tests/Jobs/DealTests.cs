// Documents are shared evenly where nodes keep up, and by their speed where they do not.
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;

namespace Analytics.Etl.Tests.Jobs;

public sealed class DealTests
{
    private static readonly JobSettings Settings = new() { BatchDocuments = 10, BatchesInHand = 3 };
    private readonly Dictionary<string, long> before = new(StringComparer.Ordinal);

    [Fact]
    public void Idle_nodes_take_turns_however_few_batches_come_at_a_time()
    {
        var dealt = Enumerable.Range(0, 9).Select(_ => Dealt(("a", 0), ("b", 0), ("c", 0)).Next(10)!).ToList();
        Assert.Equal([("a", 3), ("b", 3), ("c", 3)], dealt.CountBy(node => node, StringComparer.Ordinal).Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public void The_node_with_least_in_hand_is_next_until_none_has_room()
    {
        var deal = Dealt(("busy", 25), ("full", 30), ("idle", 0));
        Assert.Equal(1 + 3, deal.Room);
        Assert.Equal(["idle", "idle", "busy", "idle", null], Enumerable.Range(0, 5).Select(i => deal.Next(i == 1 ? 15 : 10)));
        Assert.Equal(4, deal.Dealt);
    }

    [Fact]
    public void Without_a_living_node_nothing_is_dealt()
    {
        var deal = Dealt();
        Assert.Equal(0, deal.Room);
        Assert.Null(deal.Next(10));
    }

    private Deal Dealt(params (string Node, long InHand)[] nodes) => new([.. nodes.Select(node => new OperationsStore.NodeHand(node.Node, node.InHand))], before, Settings);
}
