// Rows of the staging tables, column by column in the order of sql/load/Staging.sql.
namespace Analytics.Warehouse;

internal sealed record DocumentRow(
    int DocumentNo, string Sha256, string File, string? Source, sbyte SourceRank, DateOnly? Published, string? Note, string ExtractorVersion, string? Reason, string? Extracted,
    DateTime LoadedAt, bool IsAgain);

internal sealed record ReportRow(
    int DocumentNo, string AgencyCode, string AgencyName, string AgencyShortName, string Office, string? RegionCode, string? Sector,
    string? AgencyPrinted, short Year, string Scope, string? Form2, string? Form3, string? Form4, string FactsSha256, bool IsSynthetic);

internal sealed record CellTextRow(int DocumentNo, short MetricId, string Text);

internal sealed record RosterRow(
    string AgencyCode, string AgencyName, string AgencyShortName, string Office, string? RegionCode, string? Sector, short FirstYear, short? LastYear, string Source);

internal sealed record MarkRow(string AgencyCode, short Year, string Scope, string Rule, string Metrics, decimal? Printed);

internal sealed record LabelRow(int LabelId, string Text);

internal sealed record FindingRow(int DocumentNo, string Rule, string Severity, string Metrics, decimal? Expected, decimal? Printed, string Message);

// Rows with lists are appended many times faster than a row for each cell.
internal sealed record LayoutRow(
    int LayoutNo, int FormTable, List<short> MetricId, List<int> Grid, List<int> RowNumber, List<int> ColumnNumber, List<int> Line, List<int> Page,
    List<int> RowLabel, List<int> ColumnLabel, List<int> Unit);

internal sealed record PrintedTableRow(int DocumentNo, int LayoutNo, List<byte> Mark, List<long> Whole, List<int> Millionths);

internal sealed record WideRow(int DocumentNo, List<byte> Marks, List<double> ByNumber);

/// <summary>All of one report's cells.</summary>
internal sealed record StagedCells(string FactsSha256, List<PrintedTableRow> Tables, WideRow Wide, List<CellTextRow> Texts);
