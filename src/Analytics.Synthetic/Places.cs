// Who reports where: governments of the made-up country and their departments, however many are asked for.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>A body that reports.</summary>
/// <param name="Number">Its own, from 1: its chance depends on it.</param>
/// <param name="Agency">Its name, region and sector.</param>
/// <param name="Level">Of its region.</param>
/// <param name="Scope">Own for a department; level or territory for a government.</param>
internal sealed record Filer(int Number, Agency Agency, RegionLevel Level, ReportScope Scope)
{
    public bool IsGovernment => Scope != ReportScope.Own;
}

/// <summary>A region with its bodies and what lies below it.</summary>
internal sealed record Place(Region Region, Filer Government, IReadOnlyList<Filer> Departments, IReadOnlyList<Place> Parts);

internal static class Places
{
    private const double GovernmentShare = 0.3;
    private const double TerritoryShare = 0.5;
    private const int FewestOfProvince = 20;
    private const int CountiesPerPrefecture = 5;
    private const string GovernmentOffice = "人民政府";

    private static readonly int RegionsOfProvince = 1 + (SyntheticCountry.PrefecturesOfProvince * (1 + SyntheticCountry.CountiesOfPrefecture));

    /// <summary>The provinces in which somebody reports, with all below them.</summary>
    public static IReadOnlyList<Place> Of(CatalogData catalog, SyntheticPlan plan)
    {
        var regions = Math.Clamp((int)Math.Round(plan.Agencies * GovernmentShare), 1, SyntheticCountry.Provinces * RegionsOfProvince);
        var provinces = Math.Clamp((regions + FewestOfProvince - 1) / FewestOfProvince, 1, SyntheticCountry.Provinces);
        var maker = new Maker(catalog, plan, plan.Agencies - regions, regions);
        return Enumerable.Range(1, provinces).Select(province => maker.Province(province, Share(regions, provinces, province))).ToList();
    }

    // The number-th of so many parts of a whole, as even as whole numbers can be.
    private static int Share(int whole, int parts, int number) => (whole * number / parts) - (whole * (number - 1) / parts);

    private sealed class Maker(CatalogData catalog, SyntheticPlan plan, int departments, int regions)
    {
        private readonly List<string> bureaus = Offices(catalog, '局', '厅');
        private readonly List<string> provincial = Offices(catalog, '厅', '局');
        private int seen;
        private int number;

        public Place Province(int province, int count)
        {
            var prefectures = Math.Min(SyntheticCountry.PrefecturesOfProvince, (count - 1 + CountiesPerPrefecture) / (CountiesPerPrefecture + 1));
            return Make(SyntheticCountry.Code(province, 0, 0), Enumerable.Range(1, prefectures)
                .Select(prefecture => Prefecture(province, prefecture, Share(count - 1 - prefectures, prefectures, prefecture))));
        }

        private Place Prefecture(int province, int prefecture, int counties) => Make(SyntheticCountry.Code(province, prefecture, 0),
            Enumerable.Range(1, counties).Select(county => Make(SyntheticCountry.Code(province, prefecture, county), [])));

        private Place Make(RegionCode code, IEnumerable<Place> parts)
        {
            var region = catalog.Regions.Find(code)!;
            var below = parts.ToList();
            var dice = Dice.Of(plan.Seed, ++seen, 1);
            var isTerritory = below.Count > 0 && dice.Chance(TerritoryShare);
            var government = new Filer(++number, catalog.AgencyOf(region, GovernmentOffice), region.Level, isTerritory ? ReportScope.Territory : ReportScope.Level);
            var offices = (region.Level == RegionLevel.Province ? provincial : bureaus).ToList();
            var own = new List<Filer>();
            for (var left = Math.Min(offices.Count, Share(departments, regions, seen)); left > 0; left--)
            {
                var chosen = dice.Below(offices.Count);
                own.Add(new Filer(++number, catalog.AgencyOf(region, offices[chosen]), region.Level, ReportScope.Own));
                offices.RemoveAt(chosen);
            }
            return new Place(region, government, own, below);
        }

        // One office of each sector, by the first name of that ending.
        private static List<string> Offices(CatalogData catalog, char ending, char other) => catalog.Sectors
            .Select(sector => sector.Patterns.FirstOrDefault(pattern => IsOffice(sector, pattern, ending)) ?? sector.Patterns.FirstOrDefault(pattern => IsOffice(sector, pattern, other)))
            .OfType<string>().ToList();

        private static bool IsOffice(Sector sector, string pattern, char ending) => pattern.EndsWith(ending)
            && !pattern.StartsWith("国家", StringComparison.Ordinal) && CatalogData.Current.SectorOf(pattern) == sector.Name;
    }
}
