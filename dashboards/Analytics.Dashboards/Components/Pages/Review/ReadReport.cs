// What was read of a document that is not loaded, from what the warehouse keeps of it.
using System.Globalization;
using System.Text.Json;
using Analytics.Catalog;
using Analytics.Dashboards.Documents;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>One cell as read.</summary>
/// <param name="State">number, blank or unread.</param>
/// <param name="Text">As printed.</param>
/// <param name="Cell">Its name in the document's view; null where it has no place.</param>
public sealed record ReadFact(string Metric, string Label, string State, decimal? Value, string Text, string? Unit, bool IsOcr, string? Cell);

/// <summary>What a rule of one report found.</summary>
public sealed record ReadFinding(string Rule, string Severity, string Message);

/// <summary>A report as <c>extract</c> prints it; whatever the document does not say is null.</summary>
/// <param name="Scope">own, level or territory.</param>
/// <param name="Forms">Statutory table and its form.</param>
public sealed record ReadReport(
    string? AgencyPrinted, string? Agency, string? Region, string? RegionPath, int? Year, string Scope, string? Published,
    IReadOnlyList<(string Table, string Form)> Forms, IReadOnlyList<ReadFact> Facts, IReadOnlyList<ReadFinding> Findings)
{
    /// <summary>Null where nothing was read.</summary>
    public static ReadReport? Parse(string? extracted, Catalog.Catalog catalog)
    {
        if (extracted is null) return null;
        try
        {
            using var json = JsonDocument.Parse(extracted);
            var root = json.RootElement;
            if (!root.TryGetProperty("facts", out var values)) return null;
            var blanks = root.GetProperty("blanks").EnumerateArray().Select(key => key.GetString()!).ToHashSet(StringComparer.Ordinal);
            var region = root.GetProperty("region");
            return new ReadReport(
                Text(root, "agency_printed"), Text(root, "agency"), Text(region, "code"), Text(region, "path"),
                root.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null, Text(root, "scope") ?? "own", Text(root, "published"),
                root.GetProperty("forms").EnumerateObject().Select(form => (form.Name, form.Value.GetString()!)).ToList(),
                root.GetProperty("sources").EnumerateObject().Select(source => Fact(source, values, blanks, catalog)).ToList(),
                root.GetProperty("findings").EnumerateArray().Select(finding => new ReadFinding(Text(finding, "rule")!, Text(finding, "severity")!, Text(finding, "message")!)).ToList());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            // Written by another version of the program: nothing can be shown of it until it is tried again.
            return null;
        }
    }

    private static ReadFact Fact(JsonProperty source, JsonElement values, HashSet<string> blanks, Catalog.Catalog catalog)
    {
        var place = source.Value;
        decimal? value = values.TryGetProperty(source.Name, out var number) ? number.GetDecimal() : null;
        return new ReadFact(
            source.Name, Label(source.Name, catalog), value is not null ? "number" : blanks.Contains(source.Name) ? "blank" : "unread",
            value, Text(place, "text") ?? "", Text(place, "unit"), place.GetProperty("ocr").GetBoolean(),
            CellName.Of(Number(place, "grid"), Number(place, "row"), Number(place, "column"), Number(place, "line")));
    }

    private static string Label(string metric, Catalog.Catalog catalog) =>
        catalog.Metric(new MetricKey(metric)) is { } known ? MetricNames.IsEnglish ? known.LabelEn : known.LabelZh : metric;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? Convert.ToInt32(value.GetDecimal(), CultureInfo.InvariantCulture) : null;
}
