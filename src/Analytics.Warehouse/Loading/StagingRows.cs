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

internal sealed record LayoutRow(int LayoutNo, int FormTable, short[] MetricId, int[][] Fields)
{
    public static readonly IReadOnlyList<StagedColumn<LayoutRow>> Columns =
    [
        StagedColumn<LayoutRow>.Of(row => row.LayoutNo), StagedColumn<LayoutRow>.Of(row => row.FormTable), StagedColumn<LayoutRow>.Of(row => row.MetricId),
        .. Enumerable.Range(0, BatchLayouts.Fields - 1).Select(field => StagedColumn<LayoutRow>.Of(row => row.Fields[field])),
    ];
}

internal sealed record PrintedTableRow(int DocumentNo, int LayoutNo, byte[] Mark, long[] Whole, int[] Millionths)
{
    public static readonly IReadOnlyList<StagedColumn<PrintedTableRow>> Columns =
    [
        StagedColumn<PrintedTableRow>.Of(row => row.DocumentNo), StagedColumn<PrintedTableRow>.Of(row => row.LayoutNo), StagedColumn<PrintedTableRow>.Of(row => row.Mark),
        StagedColumn<PrintedTableRow>.Of(row => row.Whole), StagedColumn<PrintedTableRow>.Of(row => row.Millionths),
    ];
}

/// <summary>Marks and values of all metrics.</summary>
/// <param name="Marks">By metric number, from 1 on at index 0.</param>
/// <param name="Values">In millionths, likewise.</param>
internal sealed record WideCells(byte[] Marks, long[] Values)
{
    public bool IsNumber(int at) => (Marks[at] & 3) == 1;
}

/// <summary>A report whose cells come with a batch.</summary>
/// <param name="Scope">Number of the scope in the type of the wide table.</param>
internal sealed record ArrivedRow(int DocumentNo, int ReportId, int AgencyId, short Year, byte Scope, short? Form2, short? Form3, short? Form4);

/// <summary>A row of the wide table.</summary>
internal sealed record WideRow(ArrivedRow Report, WideCells Cells);

/// <summary>All of one report's cells.</summary>
internal sealed record StagedCells(string FactsSha256, List<PrintedTableRow> Tables, WideCells Wide, List<CellTextRow> Texts);
