// The questions of a report's page.
namespace Analytics.Warehouse;

/// <summary>A report with the document it is shown from.</summary>
/// <param name="DueOn">The day by which it had to be published.</param>
/// <param name="FirstPublished">Of all reports of the agency for the year; null where nobody knows.</param>
/// <param name="FirstPage">Of those that hold cells; null where the document has no pages.</param>
public sealed record ReportPageHead(
    int ReportId, string Agency, string AgencyName, string ShortName, string? AgencyPrinted, string? RegionPath, short Year, string ReportScope, int Version, bool IsCurrent,
    string? Form2, string? Form3, string? Form4, DateOnly? Published, bool IsSynthetic, string File, string Sha256, string? Source, string? Note,
    string ExtractorVersion, DateTime? LoadedAt, DateOnly DueOn, DateOnly? FirstPublished, int? FirstPage, int? LastPage);

/// <summary>A cell of the statutory tables as printed.</summary>
/// <param name="FormTable">2, 3 or 4.</param>
/// <param name="CorrectedState">Of the correction that stands in its place; null without one.</param>
public sealed record ReportCell(
    string Metric, string LabelZh, string MetricUnit, sbyte FormTable, string State, decimal? Value, bool HasUnit, bool IsOcr, string RowLabel, string ColumnLabel,
    string Text, string? Unit, int? Grid, int? RowNumber, int? ColumnNumber, int? Line, int? Page, bool IsDisputed, string? CorrectedState, decimal? CorrectedValue);

/// <summary>A finding with the newest decision about it.</summary>
/// <param name="Reason">A person's, null where nobody decided.</param>
public sealed record DecidedFinding(
    int ReportId, short Year, string ReportScope, string Rule, string Severity, List<string> Metrics, decimal? Expected, decimal? Printed, string Message, string State,
    string? Reason, string? Author, DateTime? MarkedAt);

/// <summary>A version of a report and one document that carries it.</summary>
/// <param name="IsShown">The document that the version is shown from.</param>
public sealed record ReportVersion(
    int ReportId, int Version, bool IsCurrent, DateOnly? ReportPublished, string File, string Sha256, string? Source, DateOnly? Published, DateTime? LoadedAt, bool IsShown);

/// <summary>A cell that two reports print differently, or that only one has: the other's state is null.</summary>
public sealed record CellDifference(
    string Metric, string LabelZh, string? State, decimal? Value, string? Text, string? Unit, string? OtherState, decimal? OtherValue, string? OtherText, string? OtherUnit);

/// <summary>A person's correction of a cell.</summary>
/// <param name="PrintedState">What the current report prints now; null where it has no such cell.</param>
/// <param name="Status">active; replaced by a newer one; stale: the cell no longer prints what was expected; withdrawn.</param>
public sealed record CorrectionEntry(
    string Metric, string? LabelZh, string ExpectedState, decimal? ExpectedValue, string State, decimal? Value, string? PrintedState, decimal? PrintedValue,
    string Reason, string Author, DateTime CorrectedAt, string Status, string? WithdrawnBy, DateTime? WithdrawnAt);

/// <summary>Queries of a report's page; each takes the asker's scope and the report's number.</summary>
public sealed class ReportQueries(PublishedWarehouse warehouse)
{
    /// <summary>Null where there is no such report or the asker may not see it.</summary>
    public async Task<ReportPageHead?> HeadAsync(Scope scope, int report, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<ReportPageHead>("queries/report/Head", scope, Of(report), cancellation)).SingleOrDefault();

    /// <summary>All cells in the order of the form.</summary>
    public Task<IReadOnlyList<ReportCell>> CellsAsync(Scope scope, int report, CancellationToken cancellation) =>
        warehouse.QueryAsync<ReportCell>("queries/report/Cells", scope, Of(report), cancellation);

    public Task<IReadOnlyList<DecidedFinding>> FindingsAsync(Scope scope, int report, CancellationToken cancellation) =>
        warehouse.QueryAsync<DecidedFinding>("queries/report/Findings", scope, Of(report), cancellation);

    /// <summary>All versions of the same agency, year and scope of report, the newest first.</summary>
    public Task<IReadOnlyList<ReportVersion>> VersionsAsync(Scope scope, int report, CancellationToken cancellation) =>
        warehouse.QueryAsync<ReportVersion>("queries/report/Versions", scope, Of(report), cancellation);

    /// <summary>Cells in which two reports differ.</summary>
    public Task<IReadOnlyList<CellDifference>> DifferencesAsync(Scope scope, int report, int other, CancellationToken cancellation) =>
        warehouse.QueryAsync<CellDifference>("queries/report/Differences", scope, Of(report).With("other_id", other), cancellation);

    /// <summary>Corrections of its agency, year and scope of report, the newest first.</summary>
    public Task<IReadOnlyList<CorrectionEntry>> CorrectionsAsync(Scope scope, int report, CancellationToken cancellation) =>
        warehouse.QueryAsync<CorrectionEntry>("queries/report/Corrections", scope, Of(report), cancellation);

    private static SqlParameters Of(int report) => new() { ["report_id"] = report };
}
