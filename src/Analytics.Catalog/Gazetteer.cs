// Looks regions up by code and by name. Names are ambiguous (four 朝阳区 and 朝阳市/县), so a look-up returns all of them.
namespace Analytics.Catalog;

/// <summary>All regions and their dated events.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<RegionCode, List<Region>> byCode;
    private readonly Dictionary<string, List<Region>> byName;
    private readonly Dictionary<(char, char), int[]> lengthsByBeginning;

    internal Gazetteer(IReadOnlyList<Region> all, IReadOnlyList<RegionEvent> events)
    {
        All = all;
        Events = events;
        byCode = all.GroupBy(region => region.Code).ToDictionary(group => group.Key,
            group => group.OrderBy(region => region.ValidFrom ?? DateOnly.MinValue).ToList());
        byName = new(StringComparer.Ordinal);
        foreach (var region in all.Where(region => region.Level != RegionLevel.Country))
        {
            foreach (var name in new[] { region.Name, region.Short }.Distinct(StringComparer.Ordinal))
            {
                if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
                if (!list.Exists(known => known.Code == region.Code)) list.Add(region);
            }
        }
        LongestName = byName.Keys.Max(name => name.Length);
        lengthsByBeginning = byName.Keys.GroupBy(name => (name[0], name[1])).ToDictionary(group => group.Key, group => group.Select(name => name.Length).Distinct().OrderDescending().ToArray());
    }

    public IReadOnlyList<Region> All { get; }

    public IReadOnlyList<RegionEvent> Events { get; }

    /// <summary>Length in characters of the longest name.</summary>
    public int LongestName { get; }

    /// <summary>Lengths in characters of the names with the same first two characters as the text at a place, the longest first.</summary>
    public ReadOnlySpan<int> LengthsAt(ReadOnlySpan<char> text) => text.Length > 1 ? lengthsByBeginning.GetValueOrDefault((text[0], text[1])) : [];

    /// <summary>The region as it stood at the end of a year (or at its last known state), null for an unknown code.</summary>
    public Region? At(RegionCode code, int year)
    {
        if (!byCode.TryGetValue(code, out var versions)) return null;
        var end = new DateOnly(year, 12, 31);
        return versions.LastOrDefault(region => (region.ValidFrom ?? DateOnly.MinValue) <= end) ?? versions[0];
    }

    /// <summary>The region in its latest state, null for an unknown code.</summary>
    public Region? Find(RegionCode code) => byCode.GetValueOrDefault(code)?[^1];

    /// <summary>All regions of exactly that full or short name.</summary>
    public IReadOnlyList<Region> Named(string name) => byName.GetValueOrDefault(name) ?? [];

    /// <summary>The region and its parents, from the province down; the country is left out.</summary>
    public IReadOnlyList<Region> Line(RegionCode code)
    {
        var line = new List<Region>();
        for (var region = Find(code); region is not null && region.Level != RegionLevel.Country; region = region.Parent is { } parent ? Find(parent) : null)
            line.Insert(0, region);
        return line;
    }

    /// <summary>Names of the line joined by '/', as in 浙江省/杭州市/拱墅区.</summary>
    public string Path(RegionCode code) => string.Join('/', Line(code).Select(region => region.Name));

    /// <summary>Whether the code is the other one or lies below it.</summary>
    public bool IsWithin(RegionCode code, RegionCode ancestor) => ancestor == RegionCode.Country || Line(code).Any(region => region.Code == ancestor);
}
