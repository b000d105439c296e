// Who reads the next batch: nodes share documents evenly where all keep up, and by their speed where they do not.
using Analytics.Etl.Operations;

namespace Analytics.Etl.Jobs;

/// <summary>Deals out batches.</summary>
/// <param name="nodes">Living nodes, with what they have in hand.</param>
/// <param name="before">Documents dealt to each before; kept up to date.</param>
internal sealed class Deal(IReadOnlyList<OperationsStore.NodeHand> nodes, Dictionary<string, long> before, JobSettings settings)
{
    private readonly Dictionary<string, long> inHand = nodes.ToDictionary(node => node.Node, node => node.InHand, StringComparer.Ordinal);

    /// <summary>Batches that nodes have room for.</summary>
    public int Room => inHand.Values.Sum(documents => (int)Math.Max(0, (Most - documents + settings.BatchDocuments - 1) / settings.BatchDocuments));

    /// <summary>Batches dealt so far.</summary>
    public int Dealt { get; private set; }

    private long Most => (long)settings.BatchesInHand * settings.BatchDocuments;

    /// <summary>The node that has least in hand, of several the one that was dealt least; null where none has room.</summary>
    public string? Next(int documents)
    {
        var next = inHand.Where(node => node.Value < Most).OrderBy(node => node.Value).ThenBy(node => before.GetValueOrDefault(node.Key)).ThenBy(node => node.Key, StringComparer.Ordinal)
            .Select(node => node.Key).FirstOrDefault();
        if (next is null) return null;
        inHand[next] += documents;
        before[next] = before.GetValueOrDefault(next) + documents;
        Dealt++;
        return next;
    }
}
