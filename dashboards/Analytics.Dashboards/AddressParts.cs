// How choices are written in addresses, alike on every page: copy the address and a colleague sees the same.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Dashboards;

/// <summary>Reads parts of an address; what cannot be understood is null or left out.</summary>
public static class AddressParts
{
    /// <summary>A key of the catalog.</summary>
    public static MetricKey? Metric(string? text)
    {
        try
        {
            var key = new MetricKey(text ?? "");
            var catalog = Catalog.Catalog.Current;
            return catalog.Metric(key) is not null || catalog.DerivedMetrics.Any(metric => metric.Key == key) ? key : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A year that reports are of.</summary>
    public static int? Year(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && ReportYear.IsYear(year) ? year : null;

    /// <summary>Years written 2019-2024, in order; either may be left out.</summary>
    public static (int? First, int? Last) Years(string? text)
    {
        var parts = (text ?? "").Split('-');
        if (parts.Length != 2) return (null, null);
        var (first, last) = (Year(parts[0]), Year(parts[1]));
        return first > last ? (last, first) : (first, last);
    }

    /// <summary>A page of a list, from 1.</summary>
    public static int Page(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>A member of an enumeration by its name in lower case.</summary>
    public static T? Member<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Where(member => string.Equals(member.ToString(), text, StringComparison.OrdinalIgnoreCase)).Select(member => (T?)member).FirstOrDefault();

    /// <summary>Items of a list written with commas.</summary>
    public static IEnumerable<string> Split(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A query with <c>?</c> of the parts that have a value; empty where none has.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> parts)
    {
        var written = parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={part.Value}").ToList();
        return written.Count == 0 ? "" : "?" + string.Join('&', written);
    }

    /// <summary>Items with commas between them, each escaped.</summary>
    public static string Join(IEnumerable<string> items) => string.Join(',', items.Select(Uri.EscapeDataString));
}
