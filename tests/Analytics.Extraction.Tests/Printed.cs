// Whole reports for the tests of rules and tables: zero everywhere but in the cells a test names.
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Synthetic;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

internal static class Printed
{
    public const string Title = "杭州市拱墅区教育局";

    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly Extractor Extractor = new(Catalog);
    public static readonly Labels Labels = new(Catalog.Forms);
    public static readonly GluedText Glued = new(Catalog.Forms);

    /// <summary>A text file, rows by tabs. Cells are given as <c>"requests.granted.total=15"</c>; those of the form that are
    /// not given are printed 0.</summary>
    /// <param name="form">Of all three tables.</param>
    public static string Text(string form, params string[] cells) => Text([("二", form), ("三", form), ("四", form)], cells);

    /// <summary>The same with a form of its own for each table.</summary>
    public static string Text((string Table, string Form)[] forms, params string[] cells)
    {
        var formOf = forms.ToDictionary(entry => entry.Table, entry => entry.Form, StringComparer.Ordinal);
        var values = Catalog.Metrics
            .Where(metric => formOf.TryGetValue(metric.Table, out var form) && metric.Forms.Contains(form, StringComparer.Ordinal) && !IsOptional(metric))
            .ToDictionary(metric => metric.Key, _ => "0");
        foreach (var cell in cells)
        {
            var parts = cell.Split('=');
            values[new MetricKey(parts[0])] = parts[1];
        }
        var facts = new ReportFacts(Title, 2020, null, formOf, values);
        return Encoding.UTF8.GetString(new PlainTextWriter(TextLayout.Tabs, TextEncoding.Utf8).Write(new ReportPrinter(Catalog, Noise.None).Print(facts)));
    }

    public static Report Extract(string text) => Extractor.Extract("report.txt", Encoding.UTF8.GetBytes(text));

    /// <summary>The tables alone.</summary>
    public static TablesRead Tables(string text) => Tables(Docs.Text(text));

    /// <summary>The same on a page where each row is a table of its own.</summary>
    public static TablesRead RowTables(string text) => Tables(Docs.Page(string.Concat(text.Split('\n').Select(line => line.Contains('\t', StringComparison.Ordinal)
        ? $"<table><tr>{string.Concat(line.Split('\t').Select(cell => $"<td>{cell}</td>"))}</tr></table>"
        : $"<p>{line}</p>"))));

    private static TablesRead Tables(Document document) => FormReader.Read(Catalog, Labels, Tokens.Of(document, Labels, Glued));

    /// <summary>"12", "blank", "unread", or "absent" where there is no such fact.</summary>
    public static string Shown(this IReadOnlyList<Fact> facts, string metric) => facts.SingleOrDefault(fact => fact.Metric.Value == metric) switch
    {
        null => "absent",
        { State: FactState.Number } fact => fact.Value!.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        { State: var state } => state.ToString().ToLowerInvariant(),
    };

    /// <summary>The values of a line: "15 0 0 0 0 0 15".</summary>
    public static string Line(this IReadOnlyList<Fact> facts, string line) => string.Join(' ', Catalog.Metrics
        .Where(metric => metric.Key.Line == line && facts.Any(fact => fact.Metric == metric.Key)).Select(metric => facts.Shown(metric.Key.Value)));

    private static bool IsOptional(Metric metric) => Catalog.Forms.Lines.Single(line => line.Line == metric.Key.Line).IsOptional;
}
