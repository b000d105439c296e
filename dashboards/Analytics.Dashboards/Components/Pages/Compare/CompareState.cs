// What the compare page shows, and its form in the address: copy the address and a colleague sees the same.
using System.Globalization;
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
        var chosen = Split(entities).Select(EntityKey.Parse).Where(entity => entity.Code.Length > 0 && (!entity.IsRegion || RegionCode.IsCode(entity.Code)))
            .Distinct().Take(MostEntities).ToList();
        var keys = Split(metrics).Select(Key).OfType<MetricKey>().Distinct().Take(MostMetrics).ToList();
        var (first, last) = Years(years);
        return new CompareState(chosen, keys.Count > 0 ? keys : [DefaultMetric], first, last,
            Enum.TryParse<CompareView>(view, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : CompareView.Auto);
    }

    /// <summary>The address' query, with <c>?</c>; empty where all is default.</summary>
    public string ToQuery()
    {
        var parts = new List<string>();
        if (Entities.Count > 0) parts.Add("e=" + Join(Entities.Select(entity => entity.ToString())));
        if (Metrics.Count != 1 || Metrics[0] != DefaultMetric) parts.Add("m=" + Join(Metrics.Select(metric => metric.Value)));
        if (FirstYear is not null || LastYear is not null) parts.Add($"y={FirstYear}-{LastYear}");
        if (View != CompareView.Auto) parts.Add("v=" + View.ToString().ToLowerInvariant());
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The same without a value: null where the text is no key of the catalog.</summary>
    private static MetricKey? Key(string text)
    {
        try
        {
            var key = new MetricKey(text);
            var catalog = Catalog.Catalog.Current;
            return catalog.Metric(key) is not null || catalog.DerivedMetrics.Any(metric => metric.Key == key) ? key : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Split(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Join(IEnumerable<string> items) => string.Join(',', items.Select(Uri.EscapeDataString));

    private static (int? First, int? Last) Years(string? text)
    {
        var parts = (text ?? "").Split('-');
        if (parts.Length != 2) return (null, null);
        var (first, last) = (Year(parts[0]), Year(parts[1]));
        return first > last ? (last, first) : (first, last);
    }

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && ReportYear.IsYear(year) ? year : null;
}
