// The contract of `extract`: one JSON object per document and line.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>Writes reports as JSON.</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without its end.</summary>
    public static string Write(Report report, CatalogData catalog)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", report.File);
            json.WriteString("sha256", report.Sha256.ToString());
            json.WriteString("agency_printed", report.AgencyPrinted);
            json.WriteString("agency", report.Agency?.Name);
            json.WriteString("sector", report.Agency?.Sector);
            json.WriteString("scope", report.Scope.ToString().ToLowerInvariant());
            WriteRegion(json, report.Agency?.Region, catalog);
            if (report.Year is { } year) json.WriteNumber("year", year.Value);
            else json.WriteNull("year");
            json.WriteString("published", report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartObject("forms");
            foreach (var (table, form) in report.Forms.OrderBy(form => "二三四".IndexOf(form.Key, StringComparison.Ordinal))) json.WriteString(table, form);
            json.WriteEndObject();
            json.WriteStartObject("facts");
            foreach (var fact in report.Facts)
            {
                if (fact.Value is { } value) json.WriteNumber(fact.Metric.Value, Plain(value));
            }
            json.WriteEndObject();
            WriteKeys(json, "blanks", report.Facts.Where(fact => fact.State == FactState.Blank).Select(fact => fact.Metric));
            WriteKeys(json, "unread", report.Facts.Where(fact => fact.State == FactState.Unread).Select(fact => fact.Metric));
            WriteFindings(json, report.Findings);
            WriteSources(json, report.Facts);
            json.WriteBoolean("quarantined", report.IsQuarantined);
            json.WriteString("reason", report.Reason);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRegion(Utf8JsonWriter json, RegionCode? code, CatalogData catalog)
    {
        if (code is not { } known)
        {
            json.WriteNull("region");
            return;
        }
        json.WriteStartObject("region");
        json.WriteString("code", known.Value);
        json.WriteString("name", catalog.Regions.Find(known)?.Name);
        json.WriteString("path", catalog.Regions.Path(known));
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            WriteKeys(json, "metrics", finding.Metrics);
            WriteNumber(json, "expected", finding.Expected);
            WriteNumber(json, "printed", finding.Printed);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyList<Fact> facts)
    {
        json.WriteStartObject("sources");
        foreach (var fact in facts)
        {
            var anchor = fact.Source.Anchor;
            json.WriteStartObject(fact.Metric.Value);
            json.WriteNumber("table", fact.Source.Table);
            WriteNumber(json, "grid", anchor.Table);
            WriteNumber(json, "row", anchor.Row);
            WriteNumber(json, "column", anchor.Column);
            WriteNumber(json, "page", anchor.Page);
            WriteNumber(json, "line", anchor.Line);
            WriteBox(json, anchor.Box);
            json.WriteString("text", fact.Source.Text);
            json.WriteString("unit", fact.Source.Unit);
            json.WriteBoolean("ocr", fact.Source.IsOcr);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // Left, top, width and height in points.
    private static void WriteBox(Utf8JsonWriter json, Box? box)
    {
        if (box is not { } place)
        {
            json.WriteNull("box");
            return;
        }
        json.WriteStartArray("box");
        foreach (var side in new[] { place.X, place.Y, place.Width, place.Height }) json.WriteNumberValue(Math.Round(side, 1));
        json.WriteEndArray();
    }

    private static void WriteKeys(Utf8JsonWriter json, string name, IEnumerable<MetricKey> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteStringValue(key.Value);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, Plain(number));
        else json.WriteNull(name);
    }

    // 23466.49, not 23466.490000: trailing zeros of a decimal are not part of the number.
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000m;
}
