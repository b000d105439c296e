// What a printed cell looks like and what is said of it: 0 is not blank is not missing is not unread.
using Analytics.Catalog;
using Analytics.Dashboards.Documents;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>Words and classes of cells.</summary>
internal static class CellWords
{
    /// <summary>Its number, or the sign of what stands there.</summary>
    public static string Printed(ReportCell cell) => Numbers.Show(cell.State, cell.Value);

    /// <summary>What a person put in its place; null where nobody did.</summary>
    public static string? Corrected(ReportCell cell) => cell.CorrectedState is { } state ? Numbers.Show(state, cell.CorrectedValue) : null;

    /// <summary>The unit where it is no count, or that none is printed; else empty.</summary>
    public static string Unit(ReportCell cell, IStringLocalizer<Texts> texts) =>
        cell.State != "number" || Metric.IsCountUnit(cell.MetricUnit) ? "" : cell.HasUnit ? MetricNames.Unit(cell.MetricUnit) : texts["Point.NoUnitShort"];

    /// <summary>All that its place shows, in the order in which it stands there.</summary>
    public static string Shown(ReportCell cell, IStringLocalizer<Texts> texts) => string.Join(' ', new[]
    {
        Printed(cell), Corrected(cell) is { } corrected ? "✎ " + corrected : cell.IsDisputed ? "⚠" : "", Unit(cell, texts),
    }.Where(part => part.Length > 0));

    /// <summary>Classes of its place.</summary>
    public static string Classes(ReportCell? cell) => cell is null
        ? "absent"
        : cell.State + (cell.IsDisputed && cell.CorrectedState is null ? " disputed" : "") + (cell.CorrectedState is null ? "" : " corrected") + (cell.IsOcr ? " ocr" : "");

    /// <summary>All that is to be known of its value.</summary>
    public static IEnumerable<string> Hints(ReportCell cell, IStringLocalizer<Texts> texts)
    {
        if (cell.State == "blank") yield return texts["Point.Blank"];
        if (cell.State == "unread") yield return texts["Report.UnreadAs", cell.Text];
        if (cell.IsDisputed && cell.CorrectedState is null) yield return texts["Point.Disputed"];
        if (Corrected(cell) is { } corrected) yield return texts["Report.CorrectedTo", corrected];
        if (cell.State == "number" && !cell.HasUnit) yield return texts["Point.NoUnit"];
        if (cell.IsOcr) yield return texts["Report.Ocr"];
    }

    /// <summary>Its name in a document's view; null where it has no place.</summary>
    public static string? NameOf(ReportCell cell) => CellName.Of(cell.Grid, cell.RowNumber, cell.ColumnNumber, cell.Line);

    /// <summary>The name of its line in a text.</summary>
    public static string? LineOf(ReportCell cell) => CellName.Of(null, null, null, cell.Line);

    /// <summary>Where it is printed.</summary>
    public static string Place(ReportCell cell, IStringLocalizer<Texts> texts)
    {
        var parts = new List<string>();
        if (cell.Page is { } page) parts.Add(texts["Source.Page", page]);
        if (cell.Grid is { } grid) parts.Add(texts["Source.Grid", grid]);
        if (cell.RowNumber is { } row) parts.Add(texts["Source.Row", row]);
        if (cell.ColumnNumber is { } column) parts.Add(texts["Source.Column", column]);
        if (cell.Line is { } line) parts.Add(texts["Source.Line", line]);
        return string.Join(" · ", parts);
    }
}
