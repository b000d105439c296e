// The questions of the quality page.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Findings of one kind.</summary>
public sealed record FindingKind(string Rule, string Severity, string State, long Findings, long Reports, long Agencies);

/// <summary>Open findings of an agency.</summary>
/// <param name="Total">Agencies with open findings in all.</param>
public sealed record AgencyQuality(string Agency, string AgencyName, string? RegionPath, long Errors, long Warnings, long Notes, long Total);

/// <summary>A finding in a list.</summary>
/// <param name="Total">Findings of the kind in all.</param>
public sealed record ListedFinding(
    string Agency, string AgencyName, int ReportId, short Year, string ReportScope, string Rule, string Severity, List<string> Metrics, decimal? Expected,
    decimal? Printed, string Message, string State, long Total);

/// <summary>What became of the report that an agency may owe for a year.</summary>
/// <param name="State">errors, warnings or fine: reported, by the worst open finding; quarantined: a document of it could not be
/// loaded; missing: the roster expects a report and its day is over; awaited: the day is not over; not_expected: the roster does
/// not expect one; unknown: the agency is on no roster.</param>
/// <param name="ReportId">The one with the most findings, where there are several scopes; null: none.</param>
/// <param name="Reports">Current reports.</param>
/// <param name="Errors">Open findings of them.</param>
/// <param name="Warnings">Open findings of them.</param>
/// <param name="Quarantined">Documents of that agency and year that could not be loaded, for those who see the country.</param>
/// <param name="DueOn">31 January, for governments 31 March, of the next year.</param>
/// <param name="Published">First; null where nobody knows the day.</param>
/// <param name="IsLate">Published after it was due.</param>
/// <param name="Total">Agencies in all.</param>
public sealed record MatrixCell(
    string Agency, string AgencyName, string? RegionPath, short Year, string State, int? ReportId, long Reports, long Errors, long Warnings, long Quarantined,
    DateOnly DueOn, DateOnly? Published, bool IsLate, long Total);

/// <summary>How many agencies of a group are in a state in a year.</summary>
/// <param name="State">As <see cref="MatrixCell.State"/>.</param>
/// <param name="Late">Of them, published after the day.</param>
public sealed record StateCount(short Year, string State, long Agencies, long Late);

/// <summary>An agency of a group.</summary>
public sealed record GroupMember(string Agency, string AgencyName, string? RegionPath);

/// <summary>A line of a note to an agency: a finding and one cell it names.</summary>
/// <param name="Metric">Null where the finding is about the whole document.</param>
/// <param name="Text">As printed; null where the report has no such cell.</param>
public sealed record NoteLine(
    string Agency, string AgencyName, short Year, string ReportScope, int ReportId, string Rule, string Severity, string Message, decimal? Expected, decimal? Printed,
    string? Metric, string? LabelZh, sbyte? FormTable, string? RowLabel, string? ColumnLabel, string? Text);

/// <summary>What was read of a document that is not loaded.</summary>
/// <param name="Reason">Why it is not.</param>
/// <param name="Extracted">As <c>extract</c> prints it; null where nothing was read.</param>
/// <param name="Region">Code; with the rest null where nobody said who reports.</param>
/// <param name="SaidFor">Why it was said.</param>
public sealed record HeldDocument(
    string? Reason, string? Extracted, string ExtractorVersion, string? Region, string? Agency, short? Year, string? ReportScope, string? SaidFor, string? SaidBy);

/// <summary>Documents by who read them.</summary>
/// <param name="Others">Read by another extractor than the present one.</param>
public sealed record ReadByOthers(long Others, long Documents);

/// <summary>Years from one to another, both included.</summary>
public readonly record struct ReportYears(ReportYear First, ReportYear Last);

/// <summary>Which findings a list shows; null is any.</summary>
/// <param name="Agency">Code.</param>
public sealed record FindingFilter(string? Rule = null, string? Severity = null, string? State = null, ReportYears? Years = null, string? Agency = null);

/// <summary>Queries of the quality page; each takes the asker's scope.</summary>
public sealed class QualityQueries(PublishedWarehouse warehouse)
{
    public Task<IReadOnlyList<FindingKind>> KindsAsync(Scope scope, AgencyGroup group, ReportYears? years, CancellationToken cancellation) =>
        warehouse.QueryAsync<FindingKind>("queries/quality/Kinds", scope, Within(group, years), cancellation);

    /// <summary>Agencies with open findings, those with most errors first.</summary>
    public Task<IReadOnlyList<AgencyQuality>> AgenciesAsync(Scope scope, AgencyGroup group, ReportYears? years, ListPage page, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyQuality>("queries/quality/Agencies", scope, Within(group, years).With(page), cancellation);

    public Task<IReadOnlyList<ListedFinding>> FindingsAsync(Scope scope, AgencyGroup group, FindingFilter filter, ListPage page, CancellationToken cancellation) =>
        warehouse.QueryAsync<ListedFinding>("queries/quality/Findings", scope, Within(group, filter.Years)
            .With("rule", filter.Rule ?? "").With("severity", filter.Severity ?? "").With("state", filter.State ?? "").With("agency", filter.Agency ?? "").With(page), cancellation);

    /// <summary>Null where it is loaded or not known, and for those who do not see the country.</summary>
    public async Task<HeldDocument?> HeldAsync(Scope scope, string sha256, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<HeldDocument>("queries/quality/Held", scope, new SqlParameters { ["sha256"] = sha256 }, cancellation)).SingleOrDefault();

    /// <summary>How many documents another extractor read; none for those who do not see the country.</summary>
    /// <param name="version">Of the extractor that reads now.</param>
    public async Task<ReadByOthers> ReadByOthersAsync(Scope scope, string version, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<ReadByOthers>("queries/quality/ReadByOthers", scope, new SqlParameters { ["version"] = version }, cancellation))[0];

    /// <summary>A page counts agencies; each comes with all years.</summary>
    /// <param name="today">In the agencies' own time zone.</param>
    /// <param name="show">Agencies that have this state in one of the years, or <c>late</c>; empty: all.</param>
    public Task<IReadOnlyList<MatrixCell>> MatrixAsync(Scope scope, AgencyGroup group, ReportYears years, DateOnly today, string show, ListPage page, CancellationToken cancellation) =>
        warehouse.QueryAsync<MatrixCell>("queries/quality/Matrix", scope, Within(group, years).With("today", today).With("show", show).With(page), cancellation);

    /// <summary>The same counted over all agencies of the group.</summary>
    /// <param name="today">In the agencies' own time zone.</param>
    public Task<IReadOnlyList<StateCount>> StatesAsync(Scope scope, AgencyGroup group, ReportYears years, DateOnly today, CancellationToken cancellation) =>
        warehouse.QueryAsync<StateCount>("queries/quality/States", scope, Within(group, years).With("today", today), cancellation);

    /// <summary>Which of some agencies are of a group.</summary>
    /// <param name="agencies">Codes.</param>
    public Task<IReadOnlyList<GroupMember>> MembersAsync(Scope scope, AgencyGroup group, IReadOnlyList<string> agencies, CancellationToken cancellation) =>
        warehouse.QueryAsync<GroupMember>("queries/quality/Members", scope, group.Parameters.With("agencies", agencies.ToList()), cancellation);

    /// <summary>What a note to an agency about its report of a year tells.</summary>
    public Task<IReadOnlyList<NoteLine>> NoteAsync(Scope scope, string agency, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<NoteLine>("queries/quality/Note", scope, new SqlParameters { ["agency"] = agency }.With(year), cancellation);

    private static SqlParameters Within(AgencyGroup group, ReportYears? years) =>
        group.Parameters.With("first_year", years?.First.Value ?? 0).With("last_year", years?.Last.Value ?? short.MaxValue);
}
