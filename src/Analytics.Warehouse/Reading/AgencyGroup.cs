// Which agencies a chart is about, within what the asker may see.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Agencies in a region, of one level of region and one sector.</summary>
/// <param name="Region">All that lies in it; the country is any.</param>
/// <param name="Level">province, prefecture or county; null is any.</param>
/// <param name="Sector">Of <c>sectors.csv</c>; null is any.</param>
public sealed record AgencyGroup(RegionCode Region, string? Level = null, string? Sector = null)
{
    /// <summary>Everybody.</summary>
    public static readonly AgencyGroup All = new(RegionCode.Country);

    internal SqlParameters Parameters => new() { ["region"] = Region.Value, ["level"] = Level ?? "", ["sector"] = Sector ?? "" };
}

/// <summary>What part of a list a page shows.</summary>
/// <param name="Limit">Rows at most.</param>
/// <param name="Offset">Rows before it.</param>
public readonly record struct ListPage(int Limit, int Offset = 0);

internal static class QuestionParameters
{
    public static SqlParameters With(this SqlParameters parameters, string name, object? value)
    {
        parameters[name] = value;
        return parameters;
    }

    public static SqlParameters With(this SqlParameters parameters, MetricKey metric) => parameters.With("metric", metric.Value);

    public static SqlParameters With(this SqlParameters parameters, ReportScope scope) => parameters.With("report_scope", scope.ToString().ToLowerInvariant());

    public static SqlParameters With(this SqlParameters parameters, ReportYear first, ReportYear last) => parameters.With("first_year", first.Value).With("last_year", last.Value);

    public static SqlParameters With(this SqlParameters parameters, ReportYear year) => parameters.With("year", year.Value);

    public static SqlParameters With(this SqlParameters parameters, ListPage page) => parameters.With("limit", page.Limit).With("offset", page.Offset);
}
