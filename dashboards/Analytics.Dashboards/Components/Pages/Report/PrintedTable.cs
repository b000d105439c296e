// The statutory tables laid out as the forms print them: heads with their spans, blocks, rows, and for each place the cell
// that was read there, or none.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Report;

/// <summary>A head of columns or rows.</summary>
/// <param name="Text">As the form prints it.</param>
/// <param name="IsUpright">A narrow head beside many rows.</param>
/// <param name="Unit">Of amounts, where the form asks for one; empty elsewhere.</param>
public sealed record PrintedHead(string Text, int Columns = 1, int Rows = 1, bool IsUpright = false, string Unit = "");

/// <summary>A place for a value.</summary>
/// <param name="Cell">What was read there; null where nothing was.</param>
/// <param name="Columns">How many columns it takes.</param>
public sealed record PrintedPlace(MetricKey Metric, ReportCell? Cell, int Columns = 1);

/// <summary>A row: its heads, then its places.</summary>
public sealed record PrintedRow(IReadOnlyList<PrintedHead> Heads, IReadOnlyList<PrintedPlace> Places);

/// <summary>Rows under common heads of columns.</summary>
/// <param name="Title">Of a block of table 二; empty elsewhere.</param>
/// <param name="Heads">Lines of heads; the corner above the rows' heads is the first of the first.</param>
public sealed record PrintedBlock(string Title, IReadOnlyList<IReadOnlyList<PrintedHead>> Heads, IReadOnlyList<PrintedRow> Rows);

/// <summary>A statutory table.</summary>
/// <param name="Number">2, 3 or 4.</param>
/// <param name="Form">The form it is printed on; empty where the report lacks the table.</param>
/// <param name="HeadColumns">Columns that the rows' heads take.</param>
/// <param name="Columns">Columns that values take.</param>
/// <param name="Others">Cells that were read and have no place on the form.</param>
public sealed record PrintedTable(int Number, string Title, string Form, int HeadColumns, int Columns, IReadOnlyList<PrintedBlock> Blocks, IReadOnlyList<ReportCell> Others)
{
    /// <summary>Whether the report has the table.</summary>
    public bool IsThere => Form.Length > 0;
}
