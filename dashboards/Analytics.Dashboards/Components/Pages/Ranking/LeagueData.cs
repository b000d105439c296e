// Gathers what the ranking page and its downloads show, so that both ask the same queries.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>Loads league tables.</summary>
public sealed class LeagueData(
    RankingQueries ranking, TrendQueries trends, CoverageQueries coverage, ChoosingQueries choosing, Defaults defaults, PublishedWarehouse warehouse, IStringLocalizer<Texts> texts)
{
    /// <summary>As many as there are colours.</summary>
    public const int Leaders = 8;

    // Names of missing agencies that are shown; the others are counted.
    private const int NamedMissing = 6;

    /// <summary>One page of a table; null where nothing was reported by anybody.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<League?> LoadAsync(Scope scope, RankingState state, CancellationToken cancellation)
    {
        var years = await defaults.YearsAsync(scope, cancellation);
        if (years.Count == 0) return null;
        var question = await QuestionAsync(scope, state, years, cancellation);
        var (group, year) = (question.Group.Group, new ReportYear(question.Year));
        var spread = trends.SpreadAsync(scope, group, question.Metric, question.ReportScope, year, year, cancellation);
        var covered = coverage.YearsAsync(scope, group, question.ReportScope, year, year, cancellation);
        var missing = ranking.MissingAsync(scope, group, year, NamedMissing, cancellation);
        var lines = LinesAsync(scope, question, years, new ListPage(League.PageSize, (state.Page - 1) * League.PageSize), cancellation);
        var league = new League(question, years, await NameAsync(scope, question.Group, cancellation), state.Page, await lines,
            (await spread).SingleOrDefault(), (await covered).SingleOrDefault(), await missing, warehouse.Version);
        return league.Lines.Count == 0 && league.Total > 0
            ? await LoadAsync(scope, state with { Page = (int)((league.Total - 1) / League.PageSize) + 1 }, cancellation)
            : league;
    }

    /// <summary>Ranks up to the chosen year of those that lead in it; null where nothing was reported by anybody.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<Bump?> BumpAsync(Scope scope, RankingState state, CancellationToken cancellation)
    {
        var years = await defaults.YearsAsync(scope, cancellation);
        if (years.Count == 0) return null;
        var question = await QuestionAsync(scope, state, years, cancellation);
        var points = await ranking.BumpAsync(scope, question.Group.Group, question.Metric, question.ReportScope,
            new ReportYear(Math.Min(years[0], question.Year)), new ReportYear(question.Year), question.Order == RankingOrder.Least, Leaders, cancellation);
        var first = points.Count == 0 ? question.Year : points.Min(point => point.Year);
        return new Bump(question, Enumerable.Range(first, question.Year - first + 1).ToList(), points);
    }

    /// <summary>All lines of a table, without the years before.</summary>
    public async Task<(LeagueQuestion? Question, IReadOnlyList<LeagueLine> Lines)> AllAsync(Scope scope, RankingState state, CancellationToken cancellation)
    {
        var years = await defaults.YearsAsync(scope, cancellation);
        if (years.Count == 0) return (null, []);
        var question = await QuestionAsync(scope, state, years, cancellation);
        return (question, await LinesAsync(scope, question, [], new ListPage(int.MaxValue), cancellation));
    }

    private async Task<IReadOnlyList<LeagueLine>> LinesAsync(Scope scope, LeagueQuestion question, IReadOnlyList<int> years, ListPage page, CancellationToken cancellation)
    {
        var year = new ReportYear(question.Year);
        var agencies = await ranking.RanksAsync(
            scope, question.Group.Group, question.Metric, question.ReportScope, year, question.Order == RankingOrder.Least, page, cancellation);
        var small = agencies.Where(agency => agency.LeftOut == "small").Select(agency => agency.Agency).ToList();
        var pooling = small.Count == 0 ? Task.FromResult<IReadOnlyList<PooledRate>>([])
            : trends.PooledAsync(scope, small, question.Metric, question.ReportScope, year, cancellation);
        var points = years.Count == 0 || agencies.Count == 0 ? []
            : await trends.LinesAsync(scope, agencies.Select(agency => agency.Agency).ToList(), question.Metric, question.ReportScope,
                new ReportYear(years[0]), new ReportYear(years[^1]), cancellation);
        var byAgency = points.ToLookup(point => point.Agency, StringComparer.Ordinal);
        var pooled = (await pooling).ToDictionary(rate => rate.Agency, StringComparer.Ordinal);
        return agencies.Select(agency => new LeagueLine(agency, byAgency[agency.Agency].ToList(), pooled.GetValueOrDefault(agency.Agency))).ToList();
    }

    private async Task<LeagueQuestion> QuestionAsync(Scope scope, RankingState state, IReadOnlyList<int> years, CancellationToken cancellation)
    {
        var year = state.Year ?? await YearAsync(scope, state, years, cancellation);
        return new LeagueQuestion(state.Group, state.Metric, year,
            state.ReportScope ?? await defaults.ScopeAsync(scope, state.Group.Group, state.Metric, year, cancellation),
            state.Order ?? LeagueQuestion.UsualOrder(state.Metric));
    }

    // In spring the newest year has few reports: the newest with at least half as many as the best has.
    private async Task<int> YearAsync(Scope scope, RankingState state, IReadOnlyList<int> years, CancellationToken cancellation)
    {
        var scopes = state.ReportScope is { } chosen ? [chosen] : Enum.GetValues<ReportScope>();
        var answers = await Task.WhenAll(scopes.Select(one =>
            coverage.YearsAsync(scope, state.Group.Group, one, new ReportYear(years[0]), new ReportYear(years[^1]), cancellation)));
        var reported = answers.SelectMany(answer => answer).GroupBy(year => (int)year.Year).Select(year => (Year: year.Key, Reports: year.Sum(one => one.Reported))).ToList();
        return reported.Where(year => year.Reports > 0 && 2 * year.Reports >= reported.Max(other => other.Reports)).Select(year => (int?)year.Year).Max() ?? years[^1];
    }

    private async Task<string> NameAsync(Scope scope, GroupState group, CancellationToken cancellation) => group.Region == RegionCode.Country
        ? texts["Group.Country"]
        : (await choosing.RegionAsync(scope, group.Region, cancellation))?.Name ?? group.Region.Value;
}
