// From a number to the cell it was printed in.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>A value with the cell it was printed in.</summary>
public sealed record SourceCell
{
    public required string Metric { get; init; }

    public required string LabelZh { get; init; }

    public required string MetricUnit { get; init; }

    /// <summary>number, blank or unread.</summary>
    public required string State { get; init; }

    public decimal? Value { get; init; }

    public bool HasUnit { get; init; }

    /// <summary>The statutory table: 2, 3 or 4.</summary>
    public sbyte FormTable { get; init; }

    /// <summary>Which table of the document.</summary>
    public int? Grid { get; init; }

    public int? RowNumber { get; init; }

    public int? ColumnNumber { get; init; }

    public int? Line { get; init; }

    public int? Page { get; init; }

    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>Printed unit of an amount.</summary>
    public string? Unit { get; init; }

    public required string RowLabel { get; init; }

    public required string ColumnLabel { get; init; }

    public bool IsOcr { get; init; }
}

/// <summary>A printed cell near the one in question.</summary>
public sealed record NeighbourCell(string Metric, string Line, string RowLabel, string ColumnLabel, string Text, string State, long LineNumber);

/// <summary>A value that a derived metric is computed from; its state is null where the report does not have it.</summary>
public sealed record SourceTerm(string Metric, string LabelZh, string Unit, bool IsDenominator, sbyte Coefficient, string? State, decimal? Value, bool IsDisputed);

/// <summary>A value as charts show it.</summary>
/// <param name="State">number, blank, unread, incomplete or undefined.</param>
/// <param name="Form">Form of the table it was printed in, null where that could not be told.</param>
public sealed record ShownValue(string State, decimal? Value, decimal? Denominator, bool IsDisputed, bool HasUnit, string? Form, string Unit);

/// <summary>A report's head.</summary>
public sealed record ReportHead
{
    public int ReportId { get; init; }

    public short Year { get; init; }

    public required string Scope { get; init; }

    public int Version { get; init; }

    public DateOnly? Published { get; init; }

    public required string AgencyName { get; init; }

    public required string Agency { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }
}

/// <summary>A sum a value stands in: passed, failed or unchecked.</summary>
public sealed record RuleOutcome(string Rule, string Instance, string Outcome);

/// <summary>A finding of a report.</summary>
public sealed record FindingEntry
{
    public required string Rule { get; init; }

    public required string Severity { get; init; }

    public required List<string> Metrics { get; init; }

    public decimal? Expected { get; init; }

    public decimal? Printed { get; init; }

    public required string Message { get; init; }

    public required string State { get; init; }
}

/// <summary>The report a document was loaded as.</summary>
/// <param name="Agency">The agency's code.</param>
public sealed record LoadedAs(string Sha256, string Agency, string AgencyName, short Year, int ReportId);

/// <summary>Queries behind the source drawer; each takes the asker's scope.</summary>
public sealed class SourceQueries(PublishedWarehouse warehouse)
{
    /// <summary>The cell, null where the report has no such value or the asker may not see it.</summary>
    public async Task<SourceCell?> CellAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<SourceCell>("queries/source/Cell", scope, Of(report, metric), cancellation)).SingleOrDefault();

    /// <summary>The report's head, null where the asker may not see it.</summary>
    public async Task<ReportHead?> ReportAsync(Scope scope, int report, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<ReportHead>("queries/source/Report", scope, new SqlParameters { ["report_id"] = report }, cancellation)).SingleOrDefault();

    /// <summary>The value itself, null where the report has none; only current reports have any.</summary>
    public async Task<ShownValue?> ValueAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<ShownValue>("queries/source/Value", scope, Of(report, metric), cancellation)).SingleOrDefault();

    /// <summary>The values a derived metric was computed from; empty for a printed metric.</summary>
    public Task<IReadOnlyList<SourceTerm>> TermsAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        warehouse.QueryAsync<SourceTerm>("queries/source/Terms", scope, Of(report, metric), cancellation);

    /// <summary>File name of a loaded document, null where there is none that the asker may see.</summary>
    public async Task<string?> FileOfAsync(Scope scope, string sha256, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<string>("queries/source/Document", scope, new SqlParameters { ["sha256"] = sha256 }, cancellation)).SingleOrDefault();

    /// <summary>What documents were loaded as; those that the asker may not see or that were not loaded are left out.</summary>
    public Task<IReadOnlyList<LoadedAs>> LoadedAsAsync(Scope scope, IReadOnlyList<string> hashes, CancellationToken cancellation) =>
        warehouse.QueryAsync<LoadedAs>("queries/source/LoadedAs", scope, new SqlParameters { ["hashes"] = hashes.ToList() }, cancellation);

    /// <summary>The cells of its line and of the two lines above and below, in the order of the form.</summary>
    public Task<IReadOnlyList<NeighbourCell>> NeighboursAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        warehouse.QueryAsync<NeighbourCell>("queries/source/Neighbours", scope, Of(report, metric), cancellation);

    public Task<IReadOnlyList<RuleOutcome>> LinearRulesAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        warehouse.QueryAsync<RuleOutcome>("queries/source/LinearRules", scope, Of(report, metric), cancellation);

    /// <summary>Findings that name the metric, and those on the whole document.</summary>
    public Task<IReadOnlyList<FindingEntry>> FindingsAsync(Scope scope, int report, MetricKey metric, CancellationToken cancellation) =>
        warehouse.QueryAsync<FindingEntry>("queries/source/Findings", scope, Of(report, metric), cancellation);

    private static SqlParameters Of(int report, MetricKey metric) => new() { ["report_id"] = report, ["metric"] = metric.Value };
}
