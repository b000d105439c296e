// Numbers the tree of regions so that all that lies in a region lies between two numbers.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>Places of regions: a region, then all below it in order of code.</summary>
internal sealed class RegionPlaces
{
    private readonly Dictionary<RegionCode, (int First, int Last)> places = [];
    private readonly ILookup<RegionCode, RegionCode> below;

    public RegionPlaces(Gazetteer regions)
    {
        below = regions.All.Select(region => region.Code).Distinct().Where(code => code != RegionCode.Country)
            .Order().ToLookup(code => regions.Find(code)!.Parent ?? RegionCode.Country);
        Number(RegionCode.Country);
    }

    /// <summary>The region's own place.</summary>
    public int First(RegionCode code) => places[code].First;

    /// <summary>The last place below it, its own where there is none.</summary>
    public int Last(RegionCode code) => places[code].Last;

    private void Number(RegionCode code)
    {
        var first = places.Count + 1;
        places[code] = (first, first);
        foreach (var part in below[code]) Number(part);
        places[code] = (first, places.Count);
    }
}
