// Rows of the staging tables and their appender maps, column by column in the order of sql/load/Staging.sql.
using DuckDB.NET.Data.Mapping;

namespace Analytics.Warehouse;

internal sealed record DocumentRow(
    string Sha256, string File, string? Source, DateOnly? Published, string? Note, string ExtractorVersion, string? Reason, string? Extracted)
{
    internal sealed class Columns : DuckDBAppenderMap<DocumentRow>
    {
        public Columns()
        {
            Map(row => row.Sha256);
            Map(row => row.File);
            Map(row => row.Source);
            Map(row => row.Published);
            Map(row => row.Note);
            Map(row => row.ExtractorVersion);
            Map(row => row.Reason);
            Map(row => row.Extracted);
        }
    }
}

internal sealed record ReportRow(
    string Sha256, string AgencyCode, string AgencyName, string AgencyShortName, string Office, string? RegionCode, string? Sector,
    string? AgencyPrinted, short Year, string Scope, string? Form2, string? Form3, string? Form4, DateOnly? Published, string FactsSha256)
{
    internal sealed class Columns : DuckDBAppenderMap<ReportRow>
    {
        public Columns()
        {
            Map(row => row.Sha256);
            Map(row => row.AgencyCode);
            Map(row => row.AgencyName);
            Map(row => row.AgencyShortName);
            Map(row => row.Office);
            Map(row => row.RegionCode);
            Map(row => row.Sector);
            Map(row => row.AgencyPrinted);
            Map(row => row.Year);
            Map(row => row.Scope);
            Map(row => row.Form2);
            Map(row => row.Form3);
            Map(row => row.Form4);
            Map(row => row.Published);
            Map(row => row.FactsSha256);
        }
    }
}

internal sealed record FactRow(
    string Sha256, string Metric, string State, decimal? Value, bool HasUnit, int FormTable, int? Grid, int? Row, int? Column, int? Line, int? Page,
    string Text, string? Unit, string RowLabel, string ColumnLabel, bool IsOcr)
{
    internal sealed class Columns : DuckDBAppenderMap<FactRow>
    {
        public Columns()
        {
            Map(row => row.Sha256);
            Map(row => row.Metric);
            Map(row => row.State);
            Map(row => row.Value);
            Map(row => row.HasUnit);
            Map(row => row.FormTable);
            Map(row => row.Grid);
            Map(row => row.Row);
            Map(row => row.Column);
            Map(row => row.Line);
            Map(row => row.Page);
            Map(row => row.Text);
            Map(row => row.Unit);
            Map(row => row.RowLabel);
            Map(row => row.ColumnLabel);
            Map(row => row.IsOcr);
        }
    }
}

internal sealed record FindingRow(string Sha256, string Rule, string Severity, string Metrics, decimal? Expected, decimal? Printed, string Message)
{
    internal sealed class Columns : DuckDBAppenderMap<FindingRow>
    {
        public Columns()
        {
            Map(row => row.Sha256);
            Map(row => row.Rule);
            Map(row => row.Severity);
            Map(row => row.Metrics);
            Map(row => row.Expected);
            Map(row => row.Printed);
            Map(row => row.Message);
        }
    }
}
