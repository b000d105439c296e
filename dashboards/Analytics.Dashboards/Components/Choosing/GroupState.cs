// Which agencies a page is about, and its form in the address: r, l and s.
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Choosing;

/// <summary>A group of agencies. Level and sector empty: any.</summary>
public sealed record GroupState(RegionCode Region, string Level, string Sector)
{
    public static readonly GroupState Country = new(RegionCode.Country, "", "");

    public static readonly IReadOnlyList<string> Levels = ["", "province", "prefecture", "county"];

    /// <summary>Reads the parts of an address; what cannot be understood is left out.</summary>
    public static GroupState Parse(string? region, string? level, string? sector, Catalog.Catalog catalog) => new(
        RegionCode.IsCode(region) ? new RegionCode(region!) : RegionCode.Country,
        Levels.Contains(level, StringComparer.Ordinal) ? level! : "",
        catalog.Sectors.Any(known => known.Name == sector) ? sector! : "");

    /// <summary>The group to ask queries about.</summary>
    public AgencyGroup Group => new(Region, Level.Length > 0 ? Level : null, Sector.Length > 0 ? Sector : null);

    /// <summary>Its parts for <see cref="AddressParts.Query"/>.</summary>
    public IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("r", Region == RegionCode.Country ? null : Region.Value), ("l", Level), ("s", Uri.EscapeDataString(Sector)),
    ];
}
