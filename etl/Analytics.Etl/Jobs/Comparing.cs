// Documents that were read again beside what they are loaded as.
using System.Globalization;
using Analytics.Etl.Operations;
using Analytics.Extraction;
using Analytics.Warehouse;

namespace Analytics.Etl.Jobs;

/// <summary>Finds what would change.</summary>
internal static class Comparing
{
    private const string Blank = "空白";
    private const string Unread = "未能读取";

    /// <param name="row">The document.</param>
    /// <param name="before">What it is loaded as; empty where it is not known.</param>
    /// <param name="after">As it is read now.</param>
    public static IEnumerable<OperationsStore.Change> Changes(WorkRow row, IReadOnlyList<ReadCell> before, Report after)
    {
        var (was, now) = (Whole(before), Whole(after));
        if (was != now) yield return new OperationsStore.Change(row.RunId, row.DocumentId, after.Agency?.Name, (short?)after.Year?.Value, null, was, now);
        var old = before.Where(cell => cell.Metric is not null).ToDictionary(cell => cell.Metric!, Text, StringComparer.Ordinal);
        var fresh = after.IsQuarantined ? [] : after.Facts.ToDictionary(fact => fact.Metric.Value, Text, StringComparer.Ordinal);
        foreach (var metric in old.Keys.Union(fresh.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(metric), fresh.GetValueOrDefault(metric));
            if (one != other) yield return new OperationsStore.Change(row.RunId, row.DocumentId, after.Agency?.Name ?? before[0].Agency, (short?)after.Year?.Value ?? before[0].Year, metric, one, other);
        }
    }

    private static string? Whole(IReadOnlyList<ReadCell> before) => before switch
    {
        [] => null,
        [{ Agency: { } agency } one, ..] => Named(agency, one.Year!.Value, one.ReportScope!),
        [var held, ..] => $"隔离：{held.Reason}",
    };

    private static string Whole(Report after) => after.IsQuarantined
        ? $"隔离：{after.Reason}"
        : Named(LoadReport.CodeOf(after.Agency!), (short)after.Year!.Value.Value, OperationsStore.Word(after.Scope));

    private static string Named(string agency, short year, string scope) => string.Create(CultureInfo.InvariantCulture, $"{agency} {year} {scope}");

    private static string Text(ReadCell cell) => cell.State switch
    {
        "number" => Number(cell.Value!.Value),
        "blank" => Blank,
        _ => Unread,
    };

    private static string Text(Fact fact) => fact.State switch
    {
        FactState.Number => Number(fact.Value!.Value),
        FactState.Blank => Blank,
        _ => Unread,
    };

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
