// Documents to load, made from few words.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

internal static class Sample
{
    public static readonly Agency Gongshu = new("杭州市拱墅区教育局", "拱墅区教育局", "教育局", new RegionCode("330105"), "教育");

    public static readonly Agency Hangzhou = new("杭州市人民政府", "杭州市人民政府", "人民政府", new RegionCode("330100"), "政府");

    public static readonly Agency Chaoyang = new("北京市朝阳区教育委员会", "朝阳区教育委员会", "教育委员会", new RegionCode("110105"), "教育");

    public static readonly Agency Nowhere = new("某部", "某部", "某部", null, null);

    /// <summary>SHA-256 of a text that stands for a document's bytes.</summary>
    public static string Hash(string bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes)));

    /// <summary>A document that was read.</summary>
    /// <param name="bytes">Any text; the same text is the same document.</param>
    /// <param name="cells"><c>"rules.made=3"</c>; <c>=</c> is blank, <c>=?</c> unread, an amount that ends with ! has no unit.</param>
    public static LoadItem Of(string bytes, Agency agency, int year, params string[] cells)
    {
        var form = year < 2021 ? "2019" : "2021";
        var forms = new Dictionary<string, string>(StringComparer.Ordinal) { ["二"] = form, ["三"] = form, ["四"] = form };
        var report = new LoadReport(agency, agency.Name, new ReportYear(year), ReportScope.Own, forms, cells.Select(Value).ToList(), []);
        return new LoadItem(Hash(bytes), bytes + ".txt", null, null, null, "1", report, null, null);
    }

    public static LoadItem Quarantined(string bytes, string reason) => new(Hash(bytes), bytes + ".txt", null, null, null, "1", null, reason, "{}");

    public static LoadItem Published(this LoadItem item, int year, int month, int day) => item with { Published = new DateOnly(year, month, day) };

    public static LoadItem With(this LoadItem item, params Finding[] findings) => item with { Report = item.Report! with { Findings = findings } };

    public static LoadItem WithScope(this LoadItem item, ReportScope scope) => item with { Report = item.Report! with { Scope = scope } };

    public static LoadItem WithForm(this LoadItem item, string table, string form) => item with
    {
        Report = item.Report! with { Forms = item.Report.Forms.ToDictionary(entry => entry.Key, entry => entry.Key == table ? form : entry.Value, StringComparer.Ordinal) },
    };

    public static LoadItem PrintedAs(this LoadItem item, string agency) => item with { Report = item.Report! with { AgencyPrinted = agency } };

    public static Finding Error(string rule, params string[] metrics) =>
        new(rule, Severity.Error, metrics.Select(metric => new MetricKey(metric)).ToList(), 15, 0, "不符");

    private static LoadValue Value(string cell, int index)
    {
        var (metric, text) = (cell[..cell.IndexOf('=', StringComparison.Ordinal)], cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var state = text switch { "" => ValueState.Blank, "?" => ValueState.Unread, _ => ValueState.Number };
        var value = state == ValueState.Number ? decimal.Parse(text.TrimEnd('!'), CultureInfo.InvariantCulture) : (decimal?)null;
        return new LoadValue(new MetricKey(metric), state, value, !text.EndsWith('!'), new LoadCell(2, 1, index + 1, 2, index + 10, null, text, null, "行", "列", false));
    }
}
