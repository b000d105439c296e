// What a document of our own making is made from: the facts of one report as they are to be printed.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>A report before it is laid out.</summary>
/// <param name="Agency">The body's name as printed in the title.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Published">Date of publication, printed under the title; null where none is to be printed.</param>
/// <param name="Forms">Form of each statutory table: 二 → 2019. A table that is missing here is not printed.</param>
/// <param name="Values">Cells as printed: 404, -93, /, 3336.05万元. A cell of the form that is missing here is printed empty.</param>
public sealed record ReportFacts(
    string Agency, int Year, DateOnly? Published, IReadOnlyDictionary<string, string> Forms, IReadOnlyDictionary<MetricKey, string> Values)
{
    /// <summary>Date under the text, after the body's name; null where the text is not signed.</summary>
    public DateOnly? Signed { get; init; }

    /// <summary>Sentences of the first section, one paragraph each.</summary>
    public IReadOnlyList<string> Narrative { get; init; } = [];

    /// <summary>Paragraphs of further sections that have no table, by their number: 五 → its text. One that is missing says that it is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Units that a column's head names besides those the form prints: the metric → 万元，保留四位小数.</summary>
    public IReadOnlyDictionary<MetricKey, string> HeadUnits { get; init; } = new Dictionary<MetricKey, string>();

    /// <summary>The cell as printed; empty where it has no value.</summary>
    public string Printed(MetricKey metric) => Values.GetValueOrDefault(metric, "");

    /// <summary>What an honest reading of the printed report gives: every cell that is printed, with its number or as blank.</summary>
    public IReadOnlyDictionary<MetricKey, PrintedValue> Expected(CatalogData catalog)
    {
        var printed = catalog.Forms.Lines.Where(line => Forms.TryGetValue(line.Table, out var form) && line.Forms.Contains(form, StringComparer.Ordinal))
            .Select(line => (line, keys: catalog.Forms.ColumnsOf(line, Forms[line.Table]).Select(column => new MetricKey($"{line.Line}.{column.Column}")).ToList()))
            .Where(entry => !entry.line.IsOptional || entry.keys.Exists(key => Printed(key).Length > 0));
        return printed.SelectMany(entry => entry.keys).ToDictionary(key => key, key => PrintedValue.Of(Printed(key), HeadUnits.GetValueOrDefault(key)));
    }
}
