// A group of agencies in words: region, level of region, sector.
using Analytics.Catalog;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Choosing;

/// <summary>Names groups.</summary>
public sealed class GroupNames(ChoosingQueries choosing, MetricNames names, IStringLocalizer<Texts> texts)
{
    /// <summary>Region, level and sector.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<string> OfAsync(Scope scope, GroupState group, CancellationToken cancellation)
    {
        var region = group.Region == RegionCode.Country ? texts["Group.Country"].Value : (await choosing.RegionAsync(scope, group.Region, cancellation))?.Name ?? group.Region.Value;
        return OfKind(group) is { Length: > 0 } kind ? $"{region} · {kind}" : region;
    }

    /// <summary>Level and sector; empty where any.</summary>
    public string OfKind(GroupState group) => string.Join(" · ", new[]
    {
        group.Level.Length > 0 ? texts["RegionLevel." + group.Level].Value : "", group.Sector.Length > 0 ? names.OfSector(group.Sector) : "",
    }.Where(part => part.Length > 0));
}
