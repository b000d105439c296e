// Finds regions by name, code, path or pinyin.
using Analytics.Catalog;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>A region in a list.</summary>
public sealed record RegionHit(RegionCode Code, string Name, string Path);

/// <summary>Regions of today; those that are gone are found by their code alone, for reports of their time.</summary>
public sealed class RegionSearch(Catalog.Catalog catalog)
{
    private const int Most = 20;

    /// <summary>Those that are or begin with the text come first, wider regions before narrower ones.</summary>
    public IReadOnlyList<RegionHit> Find(string text)
    {
        var wanted = text.Trim().ToLowerInvariant();
        if (wanted.Length == 0) return [];
        return catalog.Regions.All
            .Select(region => (Region: region, Rank: Rank(region, wanted)))
            .Where(found => found.Rank is not null && (found.Region.ValidTo is null || found.Region.Code.Value == wanted))
            .OrderBy(found => found.Rank).ThenBy(found => found.Region.Level).ThenBy(found => found.Region.Code)
            .DistinctBy(found => found.Region.Code).Take(Most).Select(found => Of(found.Region)).ToList();
    }

    /// <summary>Null where there is no such region.</summary>
    public RegionHit? Of(string? code) => RegionCode.IsCode(code) && catalog.Regions.Find(new RegionCode(code!)) is { } region ? Of(region) : null;

    private RegionHit Of(Region region) => new(region.Code, region.Name, catalog.Regions.Path(region.Code));

    private int? Rank(Region region, string wanted) =>
        region.Code.Value == wanted || region.Name == wanted || region.Short == wanted || region.Initials == wanted ? 0
        : region.Name.StartsWith(wanted, StringComparison.Ordinal) || region.Pinyin.StartsWith(wanted, StringComparison.Ordinal) || region.Code.Value.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : region.Name.Contains(wanted, StringComparison.Ordinal) || catalog.Regions.Path(region.Code).Contains(wanted, StringComparison.Ordinal) ? 2 : null;
}
