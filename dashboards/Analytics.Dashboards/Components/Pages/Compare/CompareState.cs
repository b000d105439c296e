// What the compare page shows, and its form in the address: copy the address and a colleague sees the same.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;

namespace Analytics.Dashboards.Components.Pages.Compare;

public enum CompareView
{
    /// <summary>Lines for several years, bars for one.</summary>
    Auto,
    Line,
    Bar,

    /// <summary>The first and the last year of each agency, joined.</summary>
    Dumbbell,

    /// <summary>A small chart an agency, on the same axes.</summary>
    Multiples,

    /// <summary>The numbers alone.</summary>
    Table,
}

/// <summary>Choices of the compare page. Years null: all there are.</summary>
public sealed record CompareState(
    IReadOnlyList<EntityKey> Entities, IReadOnlyList<MetricKey> Metrics, int? FirstYear, int? LastYear, CompareView View, Measure Measure = Measure.Absolute)
{
    /// <summary>More lines than this cannot be told apart.</summary>
    public const int MostEntities = 20;

    public const int MostMetrics = 6;

    public static readonly MetricKey DefaultMetric = new("requests.received.total");

    /// <summary>Nothing is chosen yet.</summary>
    public static readonly CompareState Empty = new([], [DefaultMetric], null, null, CompareView.Auto);

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static CompareState Parse(string? entities, string? metrics, string? years, string? view, string? measure = null)
    {
        var chosen = AddressParts.Split(entities).Select(EntityKey.Parse).Where(entity => entity.Code.Length > 0 && (!entity.IsRegion || RegionCode.IsCode(entity.Code)))
            .Distinct().Take(MostEntities).ToList();
        var keys = AddressParts.Split(metrics).Select(AddressParts.Metric).OfType<MetricKey>().Distinct().Take(MostMetrics).ToList();
        var (first, last) = AddressParts.Years(years);
        return new CompareState(chosen, keys.Count > 0 ? keys : [DefaultMetric], first, last,
            AddressParts.Member<CompareView>(view) ?? CompareView.Auto, AddressParts.Member<Measure>(measure) ?? Measure.Absolute);
    }

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery() => AddressParts.Query(
        ("e", AddressParts.Join(Entities.Select(entity => entity.ToString()))),
        ("m", Metrics.Count == 1 && Metrics[0] == DefaultMetric ? null : AddressParts.Join(Metrics.Select(metric => metric.Value))),
        ("y", FirstYear is null && LastYear is null ? null : $"{FirstYear}-{LastYear}"),
        ("v", View == CompareView.Auto ? null : View.ToString().ToLowerInvariant()),
        ("t", Measure == Measure.Absolute ? null : Measure.ToString().ToLowerInvariant()));
}
