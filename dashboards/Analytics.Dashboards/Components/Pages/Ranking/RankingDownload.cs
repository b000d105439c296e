// The whole league table as a file, or the ranks over years where the page shows them: one row an agency or a rank, with its
// state, why it has no rank, and its report.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Ranking;

internal static class RankingDownload
{
    private static readonly string[] Heads =
    [
        "rank", "rank_before", "agency_code", "agency", "region", "metric", "metric_label", "unit", "year", "scope", "state", "value", "value_before", "denominator",
        "unranked_reason", "corrected", "territory_changed", "pooled_value", "pooled_denominator", "pooled_first_year", "report", "data_version",
    ];

    private static readonly string[] BumpHeads =
    [
        "year", "rank", "agency_code", "agency", "metric", "metric_label", "unit", "scope", "value", "other_form", "territory_changed", "report", "data_version",
    ];

    public static async Task<IResult> SendAsync(string format, HttpContext context, Viewer viewer, LeagueData data, MetricNames names, PublishedWarehouse warehouse)
    {
        try
        {
            var cancellation = context.RequestAborted;
            var state = State(context.Request.Query);
            var isSynthetic = await warehouse.IsSyntheticAsync(cancellation);
            var sheet = state.View == RankingView.Bump
                ? new DataSheet("ranking-years", BumpHeads, BumpRows(await data.BumpAsync(viewer.Scope, state, cancellation), names, warehouse.Version), isSynthetic)
                : new DataSheet("ranking", Heads, Rows(await data.AllAsync(viewer.Scope, state, cancellation), names, warehouse.Version), isSynthetic);
            return sheet.Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static RankingState State(IQueryCollection query)
    {
        string? Part(string name) => query[name];
        return RankingState.Parse(GroupState.Parse(Part("r"), Part("l"), Part("s"), Catalog.Catalog.Current),
            Part("m"), Part("y"), Part("c"), Part("o"), Part("v"), Part("p"), Part("e"));
    }

    private static List<IReadOnlyList<object?>> Rows((LeagueQuestion? Question, IReadOnlyList<LeagueLine> Lines) answer, MetricNames names, int? version) =>
        answer.Question is not { } question ? [] : answer.Lines.Select(line => Row(question, line, names, version)).ToList();

    private static IReadOnlyList<object?> Row(LeagueQuestion question, LeagueLine line, MetricNames names, int? version)
    {
        var (agency, point) = (line.Agency, line.PointOf(question));
        return
        [
            agency.Rank, agency.RankBefore, agency.Agency, agency.AgencyName, agency.RegionPath, question.Metric.Value, names.Of(question.Metric), names.UnitOf(question.Metric),
            question.Year, Scope(question), point.State.ToString().ToLowerInvariant(), point.Value, agency.ValueBefore, agency.Denominator,
            agency.LeftOut, agency.IsCorrected, agency.IsOtherRegion, line.Pooled?.Value, line.Pooled?.Denominator, line.Pooled?.FirstYear, agency.ReportId, version,
        ];
    }

    private static List<IReadOnlyList<object?>> BumpRows(Bump? bump, MetricNames names, int? version) => bump is null ? [] : bump.Points.Select(point => (IReadOnlyList<object?>)
    [
        point.Year, point.Rank, point.Agency, point.AgencyName, bump.Question.Metric.Value, names.Of(bump.Question.Metric), names.UnitOf(bump.Question.Metric),
        Scope(bump.Question), point.Value, point.IsOtherForm, point.IsOtherRegion, point.ReportId, version,
    ]).ToList();

    private static string Scope(LeagueQuestion question) => question.ReportScope.ToString().ToLowerInvariant();
}
