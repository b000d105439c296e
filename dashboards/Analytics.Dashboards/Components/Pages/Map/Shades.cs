// Five shades by quantile: each holds about a fifth of the values that are shown, and equal values have equal shades.
namespace Analytics.Dashboards.Components.Pages.Map;

/// <summary>One shade and the values it stands for.</summary>
/// <param name="Step">From 1, the lightest.</param>
/// <param name="Least">Smallest value with this shade.</param>
/// <param name="Greatest">Greatest value with this shade.</param>
public sealed record Shade(int Step, decimal Least, decimal Greatest);

/// <summary>Shades of a set of values; fewer than five where values are few or equal.</summary>
public sealed class Shades
{
    /// <summary>Shades at most.</summary>
    public const int Most = 5;

    public Shades(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var limits = Enumerable.Range(1, sorted.Count == 0 ? 0 : Most).Select(step => sorted[((step * sorted.Count) + Most - 1) / Most - 1]).Distinct().ToList();
        // Fewer shades are spread over the whole scale.
        All = limits.Select((limit, index) => new Shade(
            limits.Count == 1 ? (Most + 1) / 2 : 1 + (index * (Most - 1) / (limits.Count - 1)),
            sorted.First(value => index == 0 || value > limits[index - 1]), limit)).ToList();
    }

    /// <summary>From the lightest.</summary>
    public IReadOnlyList<Shade> All { get; }

    /// <summary>The shade of one of the values.</summary>
    public int Of(decimal value) => All.First(shade => value <= shade.Greatest).Step;
}
