// What the search of every page finds: pages, agencies, regions and metrics, by Chinese name, alias or pinyin.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Searching;

/// <summary>What was found; in the order in which it is listed.</summary>
public enum FoundGroup
{
    Page,
    Agency,
    Region,
    Metric,
}

/// <summary>Somewhere to go.</summary>
/// <param name="Label">In the reader's language; names of agencies and regions in Chinese.</param>
/// <param name="Address">Within the site, without the leading slash.</param>
public sealed record FoundLink(FoundGroup Group, string Label, string Detail, string Address)
{
    /// <summary>Whether label and detail are Chinese whatever the page is.</summary>
    public bool IsChinese => Group is FoundGroup.Agency or FoundGroup.Region;
}

/// <summary>Search over the whole site.</summary>
public sealed class SiteSearch(SearchQueries queries, MetricSearch metrics, Catalog.Catalog catalog, IStringLocalizer<Texts> texts)
{
    // Of each group, so that none pushes the others out of sight.
    private const int Most = 6;

    private readonly List<(SitePage Page, List<string> Words)> pages = SitePage.All.Select(page => (page, Words(page, catalog))).ToList();

    /// <summary>The best of each group; the pages for an empty text.</summary>
    public async Task<IReadOnlyList<FoundLink>> FindAsync(Scope scope, string text, CancellationToken cancellation)
    {
        var wanted = text.Trim();
        var found = pages.Where(entry => entry.Words.Any(word => word.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
            .Select(entry => new FoundLink(FoundGroup.Page, texts[entry.Page.Name], "", entry.Page.Address)).ToList();
        if (wanted.Length == 0) return found;
        found.AddRange(await PlacesAsync(scope, wanted, cancellation));
        found.AddRange(metrics.Find(wanted, Most).Select(hit => new FoundLink(FoundGroup.Metric, hit.Label, hit.Detail, Addresses.Trends(hit.Key))));
        return found;
    }

    private async Task<IEnumerable<FoundLink>> PlacesAsync(Scope scope, string text, CancellationToken cancellation)
    {
        try
        {
            return (await queries.FindAsync(scope, text, Most, cancellation)).Select(entry => entry.Kind == "agency"
                ? new FoundLink(FoundGroup.Agency, entry.Label, entry.Detail, Addresses.Agency(entry.Code))
                : new FoundLink(FoundGroup.Region, entry.Label, entry.Detail, Addresses.Ranking(new RegionCode(entry.Code)))).OrderBy(link => link.Group);
        }
        catch (NothingPublishedException)
        {
            // Pages and metrics are there before the first report.
            return [];
        }
    }

    // A page is found by either name, whatever language is read.
    private static List<string> Words(SitePage page, Catalog.Catalog catalog)
    {
        var chinese = PageTexts.Find(page.Name, CultureInfo.GetCultureInfo(Languages.Chinese)) ?? "";
        var english = PageTexts.Find(page.Name, CultureInfo.GetCultureInfo(Languages.English)) ?? "";
        return [chinese, english, catalog.Pinyin.Full(chinese), catalog.Pinyin.Initials(chinese)];
    }
}
