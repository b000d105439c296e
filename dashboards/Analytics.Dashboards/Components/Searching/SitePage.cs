// The pages that every page leads to: by the rail and by the search.
namespace Analytics.Dashboards.Components.Searching;

/// <summary>A page of the rail.</summary>
/// <param name="Address">Without the leading slash; empty for the first.</param>
/// <param name="Icon">Name of the icon.</param>
/// <param name="Name">Key of its name among the texts.</param>
internal sealed record SitePage(string Address, string Icon, string Name)
{
    public static readonly IReadOnlyList<SitePage> All =
    [
        new("", "dashboard", "Page.Overview"),
        new("compare", "stacked_line_chart", "Page.Compare"),
        new("trends", "timeline", "Page.Trends"),
        new("ranking", "leaderboard", "Page.Ranking"),
        new("map", "map", "Page.Map"),
        new("quality", "fact_check", "Page.Quality"),
        new("jobs", "upload_file", "Page.Jobs"),
    ];
}
