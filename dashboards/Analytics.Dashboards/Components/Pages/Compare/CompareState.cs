// What the compare page shows, and its form in the address: copy the address and a colleague sees the same.
using Analytics.Catalog;

namespace Analytics.Dashboards.Components.Pages.Compare;

public enum CompareView
{
    /// <summary>Lines for several years, bars for one.</summary>
    Auto,
    Line,
    Bar,
}

/// <summary>A chosen agency or region.</summary>
/// <param name="IsRegion">A region stands for whoever speaks for it.</param>
/// <param name="Code">Region code, or the agency's code.</param>
public readonly record struct EntityKey(bool IsRegion, string Code)
{
    private const string RegionPrefix = "r:";

    // A comma parts the choices of an address, so one inside a name is written otherwise.
    public static EntityKey Parse(string text) => text.StartsWith(RegionPrefix, StringComparison.Ordinal)
        ? new EntityKey(true, text[RegionPrefix.Length..])
        : new EntityKey(false, text.Replace("~1", ",", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    public override string ToString() => IsRegion
        ? RegionPrefix + Code
        : Code.Replace("~", "~0", StringComparison.Ordinal).Replace(",", "~1", StringComparison.Ordinal);
}

/// <summary>Choices of the compare page. Years null: all there are.</summary>
public sealed record CompareState(
    IReadOnlyList<EntityKey> Entities, IReadOnlyList<MetricKey> Metrics, int? FirstYear, int? LastYear, CompareView View)
{
    /// <summary>More lines than this cannot be told apart.</summary>
    public const int MostEntities = 20;

    public const int MostMetrics = 6;

    public static readonly MetricKey DefaultMetric = new("requests.received.total");

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static CompareState Parse(string? entities, string? metrics, string? years, string? view)
    {
        var chosen = AddressParts.Split(entities).Select(EntityKey.Parse).Where(entity => entity.Code.Length > 0 && (!entity.IsRegion || RegionCode.IsCode(entity.Code)))
            .Distinct().Take(MostEntities).ToList();
        var keys = AddressParts.Split(metrics).Select(AddressParts.Metric).OfType<MetricKey>().Distinct().Take(MostMetrics).ToList();
        var (first, last) = AddressParts.Years(years);
        return new CompareState(chosen, keys.Count > 0 ? keys : [DefaultMetric], first, last,
            AddressParts.Member<CompareView>(view) ?? CompareView.Auto);
    }

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
        ("e", AddressParts.Join(Entities.Select(entity => entity.ToString()))),
        ("m", Metrics.Count == 1 && Metrics[0] == DefaultMetric ? null : AddressParts.Join(Metrics.Select(metric => metric.Value))),
        ("y", FirstYear is null && LastYear is null ? null : $"{FirstYear}-{LastYear}"),
        ("v", View == CompareView.Auto ? null : View.ToString().ToLowerInvariant()));
}
