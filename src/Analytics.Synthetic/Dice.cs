// Chance that comes out the same for the same seed on every machine and with every version of the framework.
namespace Analytics.Synthetic;

/// <summary>A source of random numbers (SplitMix64) and what is drawn from it.</summary>
internal sealed class Dice(ulong seed)
{
    private const int FewTrials = 40;
    private const double FewEvents = 30;
    private ulong state = seed;

    /// <summary>Dice of their own for a part, whatever was thrown before.</summary>
    public static Dice Of(int seed, int part, int use) => new(new Dice(((ulong)(uint)seed << 32) ^ ((ulong)(uint)part << 8) ^ (uint)use).Next());

    /// <summary>At least 0, less than 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least 0, less than the limit.</summary>
    public int Below(int limit) => (int)(Unit() * limit);

    public bool Chance(double probability) => Unit() < probability;

    public double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit()));

    public double LogNormal(double median, double deviation) => median * Math.Exp(Normal(0, deviation));

    /// <summary>How many events happen where so many are expected.</summary>
    public long Events(double expected)
    {
        if (expected <= 0) return 0;
        if (expected > FewEvents) return Math.Max(0, (long)Math.Round(Normal(expected, Math.Sqrt(expected))));
        var limit = Math.Exp(-expected);
        var count = -1L;
        for (var product = 1.0; product > limit; product *= Unit()) count++;
        return Math.Max(0, count);
    }

    /// <summary>How many of so many trials succeed.</summary>
    public long Of(long trials, double probability)
    {
        if (trials <= 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        if (trials > FewTrials) return Math.Clamp((long)Math.Round(Normal(trials * probability, Math.Sqrt(trials * probability * (1 - probability)))), 0, trials);
        var count = 0L;
        for (var i = 0; i < trials; i++) count += Chance(probability) ? 1 : 0;
        return count;
    }

    /// <summary>Shares a total out by weights; the shares add up to it.</summary>
    public void Share(long total, ReadOnlySpan<double> weights, Span<long> shares)
    {
        shares.Clear();
        var weight = 0.0;
        foreach (var one in weights) weight += one;
        for (var i = 0; i < weights.Length && total > 0; i++)
        {
            shares[i] = i == weights.Length - 1 ? total : Of(total, weights[i] / weight);
            total -= shares[i];
            weight -= weights[i];
        }
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
