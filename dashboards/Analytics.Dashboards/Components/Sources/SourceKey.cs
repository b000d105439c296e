// Names a value: which report and which metric.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Dashboards.Components.Sources;

/// <summary>A value of a report, written <c>12/requests.received.total</c>.</summary>
public readonly record struct SourceKey(int Report, MetricKey Metric)
{
    /// <summary>Null for a text that is no such name.</summary>
    public static SourceKey? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var report)) return null;
        try
        {
            return new SourceKey(report, new MetricKey(text[(slash + 1)..]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Report}/{Metric}");
}
