// The questions of an agency's page.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Who an agency is.</summary>
/// <param name="Years">With a report.</param>
/// <param name="FirstExpected">By the roster; null where it is not on it.</param>
/// <param name="LastExpected">Null: still expected.</param>
/// <param name="Regions">Codes of the regions it lies in, its own first, without the country; empty where its region is not known.</param>
/// <param name="Aliases">Other names that its reports print.</param>
public sealed record AgencyHead(
    string Code, string Name, string ShortName, string? Sector, string? RegionCode, string? RegionName, string? RegionPath, string? RegionLevel,
    List<short> Years, bool IsGovernment, bool IsSynthetic, short? FirstExpected, short? LastExpected,
    List<string> Regions, List<string> Aliases);

/// <summary>A year of an agency.</summary>
/// <param name="State">reported; late; quarantined: a document of that year could not be loaded; missing: due and not there;
/// due: expected, with time left; not_expected by the roster; unknown: it is on no roster.</param>
/// <param name="DueOn">31 January, for governments 31 March, of the year after.</param>
/// <param name="Published">When a report of the year first came; null where there is none or nobody knows the day.</param>
/// <param name="DaysLate">Of a late one.</param>
/// <param name="Quarantined">Documents of that year that could not be loaded, for those who see the country.</param>
public sealed record AgencyYear(short Year, string State, DateOnly DueOn, DateOnly? Published, int? DaysLate, long Quarantined);

/// <summary>One value of an agency.</summary>
public sealed record ProfileValue(
    string Metric, string LabelZh, string Unit, string FormTable, bool IsDerived, short Year, string ReportScope, int ReportId, string? Form, string State,
    decimal? Value, decimal? Denominator, bool IsDisputed, bool HasUnit, bool IsCorrected);

/// <summary>Where an agency stands among agencies of its level and sector.</summary>
/// <param name="LeftOut">Why its own value does not count; null where it does.</param>
public sealed record PeerStanding(string ReportScope, decimal? Value, string? LeftOut, long Below, long Equal, long Above)
{
    /// <summary>Share of the others below it, those equal to it by half; null without others or without a value that counts.</summary>
    public decimal? Percentile => LeftOut is null && Below + Equal + Above > 0 ? (Below + Equal / 2m) / (Below + Equal + Above) : null;
}

/// <summary>A version of a report.</summary>
public sealed record ReportEntry(
    int ReportId, short Year, string ReportScope, int Version, bool IsCurrent, DateOnly? Published, string? Form2, string? Form3, string? Form4,
    string File, string Sha256, string? Source, long Errors, long Warnings);

/// <summary>A finding with the report it is about.</summary>
public sealed record ReportFinding(
    int ReportId, short Year, string ReportScope, string Rule, string Severity, List<string> Metrics, decimal? Expected, decimal? Printed, string Message, string State);

/// <summary>Queries of an agency's page; each takes the asker's scope and the agency's code.</summary>
public sealed class AgencyQueries(PublishedWarehouse warehouse)
{
    /// <summary>Null where there is no such agency or the asker may not see it.</summary>
    public async Task<AgencyHead?> HeadAsync(Scope scope, string agency, CancellationToken cancellation) =>
        (await warehouse.QueryAsync<AgencyHead>("queries/agency/Head", scope, Of(agency), cancellation)).SingleOrDefault();

    /// <summary>One row per year.</summary>
    /// <param name="today">In the agencies' own time zone.</param>
    public Task<IReadOnlyList<AgencyYear>> YearsAsync(Scope scope, string agency, ReportYear first, ReportYear last, DateOnly today, CancellationToken cancellation) =>
        warehouse.QueryAsync<AgencyYear>("queries/agency/Years", scope, Of(agency).With(first, last).With("today", today), cancellation);

    /// <summary>Every value of its current reports, in the order of the form.</summary>
    public Task<IReadOnlyList<ProfileValue>> ProfileAsync(Scope scope, string agency, CancellationToken cancellation) =>
        warehouse.QueryAsync<ProfileValue>("queries/agency/Profile", scope, Of(agency), cancellation);

    /// <summary>One row per scope of report it has in the year. Peers are those the asker may see.</summary>
    public Task<IReadOnlyList<PeerStanding>> StandingAsync(Scope scope, string agency, MetricKey metric, ReportYear year, CancellationToken cancellation) =>
        warehouse.QueryAsync<PeerStanding>("queries/agency/Percentile", scope, Of(agency).With(metric).With(year), cancellation);

    public Task<IReadOnlyList<ReportEntry>> ReportsAsync(Scope scope, string agency, CancellationToken cancellation) =>
        warehouse.QueryAsync<ReportEntry>("queries/agency/Reports", scope, Of(agency), cancellation);

    public Task<IReadOnlyList<ReportFinding>> FindingsAsync(Scope scope, string agency, CancellationToken cancellation) =>
        warehouse.QueryAsync<ReportFinding>("queries/agency/Findings", scope, Of(agency), cancellation);

    private static SqlParameters Of(string agency) => new() { ["agency"] = agency };
}
