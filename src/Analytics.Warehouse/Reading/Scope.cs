// Which regions the asker may see: a mandatory argument of every query.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Regions whose agencies, and all those below them, may be seen.</summary>
public sealed class Scope
{
    /// <summary>The whole country.</summary>
    public static readonly Scope Country = new([RegionCode.Country]);

    private readonly List<string> codes;

    /// <exception cref="ArgumentException">No region at all.</exception>
    public Scope(IReadOnlyList<RegionCode> regions)
    {
        if (regions.Count == 0) throw new ArgumentException("A scope names at least one region.", nameof(regions));
        codes = regions.Select(region => region.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The regions' codes, sorted.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>Nothing is hidden: what belongs to no region is seen too.</summary>
    public bool IsCountry => codes.Contains(RegionCode.Country.Value);
}
