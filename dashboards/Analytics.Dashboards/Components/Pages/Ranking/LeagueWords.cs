// What a league table says in words: what it is of, why somebody has no rank, who is covered and who is missing.
using System.Globalization;
using Analytics.Dashboards.Formatting;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>Sentences of the ranking page.</summary>
public sealed class LeagueWords(IStringLocalizer<Texts> texts, MetricNames names)
{
    /// <summary>The choices: 2020 年 · 浙江省 · 县级 · 教育 · 口径：本机关 · 从多到少.</summary>
    public string Choices(LeagueQuestion question, string groupName) => string.Join(" · ", Parts(question, groupName).Where(part => part.Length > 0));

    /// <summary>Why an agency has no rank; empty where it has one.</summary>
    public string Reason(LeagueQuestion question, RankedAgency agency) => agency.LeftOut switch
    {
        null => "",
        "small" => texts["Ranking.Small", Count(agency.Denominator ?? 0), question.LeastDenominator ?? 0],
        var reason => texts["RankingReason." + reason],
    };

    /// <summary>The rate over three years, or why there is none; empty where it was not asked for.</summary>
    public string Pooled(LeagueQuestion question, PooledRate? pooled) => pooled switch
    {
        null => "",
        { Years: 1 } => texts["Ranking.PooledOne"],
        { LeftOut: null, Value: { } value } => texts["Ranking.Pooled", pooled.FirstYear, pooled.LastYear, Numbers.Show(value, names.UnitOf(question.Metric)), Count(pooled.Denominator ?? 0)],
        { LeftOut: "small" } => texts["Ranking.PooledSmall", pooled.FirstYear, pooled.LastYear, Count(pooled.Denominator ?? 0)],
        _ => texts["Ranking.PooledNot", pooled.FirstYear, pooled.LastYear],
    };

    /// <summary>How many of how many have a rank, what was left out and why, who is missing: one sentence each.</summary>
    public IEnumerable<string> Coverage(League league)
    {
        var reported = league.Coverage?.Reported ?? 0;
        yield return league.Coverage?.Expected is { } expected
            ? texts["Ranking.Coverage", Count(league.Ranked), Count(expected)]
            : texts["Ranking.CoverageUnlisted", Count(league.Ranked), Count(reported)];
        if (league.Spread is { } spread && league.Unranked > 0) yield return texts["Ranking.LeftOut", Count(league.Unranked), string.Join(texts["List.And"], LeftOut(league.Question, spread))];
        if (league.OtherScope > 0) yield return texts["Ranking.OtherScope", Count(league.OtherScope.Value)];
        if (reported > league.Total) yield return texts["Ranking.NoLine", Count(reported - league.Total)];
        foreach (var kind in league.Missing.GroupBy(agency => agency.IsExpected))
            yield return texts[kind.Key ? "Ranking.Missing" : "Ranking.MissingUnlisted", Count(kind.First().Total), Named(kind.ToList())];
    }

    private string Named(List<MissingAgency> agencies)
    {
        var shown = string.Join(texts["List.And"], agencies.Select(agency => agency.AgencyName));
        return agencies[0].Total > agencies.Count ? texts["Ranking.AndOthers", shown] : shown;
    }

    private IEnumerable<string> LeftOut(LeagueQuestion question, GroupSpread spread)
    {
        if (spread.Disputed > 0) yield return texts["Ranking.CountDisputed", Count(spread.Disputed)];
        if (spread.Small > 0) yield return texts["Ranking.CountSmall", question.LeastDenominator ?? 0, Count(spread.Small)];
        if (spread.NoUnit > 0) yield return texts["Ranking.CountNoUnit", Count(spread.NoUnit)];
        if (spread.NoNumber > 0) yield return texts["Ranking.CountNoNumber", Count(spread.NoNumber)];
    }

    private IEnumerable<string> Parts(LeagueQuestion question, string groupName)
    {
        yield return texts["Compare.YearHead", question.Year];
        yield return groupName;
        if (question.Group.Level.Length > 0) yield return texts["RegionLevel." + question.Group.Level];
        if (question.Group.Sector.Length > 0) yield return names.OfSector(question.Group.Sector);
        yield return texts["Ranking.Scope", texts["Scope." + question.ReportScope.ToString().ToLowerInvariant()].Value];
        yield return texts["RankingOrder." + question.Order];
    }

    private static string Count(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
