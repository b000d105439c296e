// The body behind a name in a list, told the same way as in a report.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>Names of bodies whose region is known.</summary>
public sealed class AgencyNames(CatalogData catalog)
{
    private readonly AgencyFinder finder = new(catalog);

    /// <summary>The body; null where the name says another region.</summary>
    /// <param name="name">With or without the names of its regions.</param>
    /// <param name="region">Null for a body of the whole country.</param>
    public Agency? Of(string name, Region? region) => region is null || region.Code == RegionCode.Country ? finder.AgencyOf(null, name) : finder.Named(name, region);
}
