// Rows of the staging tables, column by column in the order of sql/load/Staging.sql.
namespace Analytics.Warehouse;

internal sealed record DocumentRow(
    string Sha256, string File, string? Source, DateOnly? Published, string? Note, string ExtractorVersion, string? Reason, string? Extracted);

internal sealed record ReportRow(
    string Sha256, string AgencyCode, string AgencyName, string AgencyShortName, string Office, string? RegionCode, string? Sector,
    string? AgencyPrinted, short Year, string Scope, string? Form2, string? Form3, string? Form4, DateOnly? Published, string FactsSha256);

internal sealed record FactRow(
    string Sha256, string Metric, string State, decimal? Value, bool HasUnit, int FormTable, int? Grid, int? Row, int? Column, int? Line, int? Page,
    string Text, string? Unit, string RowLabel, string ColumnLabel, bool IsOcr);

internal sealed record FindingRow(string Sha256, string Rule, string Severity, string Metrics, decimal? Expected, decimal? Printed, string Message);
