// How a body speaks of itself: 我局, 本机关, 区教育局, 拱墅区教育局; of a government also 我市 and 全市各级行政机关.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>The words by which one agency names itself. Where a report holds the figures of many bodies, 本机关 is but one of
/// them, and only the territory is meant by all of them.</summary>
internal sealed class OwnWords
{
    private const int ShortestName = 3;

    // 全局 is a bureau; 全部 and 全会 are other words.
    private const string Whole = "whole";

    private readonly List<string> names;

    public OwnWords(CatalogData catalog, Agency? agency, string? printed, ReportScope scope)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (scope == ReportScope.Own) words.UnionWith(OfBody(catalog, agency, printed));
        else if (LevelOf(catalog, agency!) is { Length: > 0 } level) words.UnionWith(["我" + level, "本" + level, "全" + level]);
        names = words.OrderByDescending(word => word.Length).ToList();
    }

    /// <summary>Length of the longest of them that begins there; 0 where none does.</summary>
    public int At(ReadOnlySpan<char> text)
    {
        foreach (var name in names)
        {
            if (text.StartsWith(name)) return name.Length;
        }
        return 0;
    }

    private static IEnumerable<string> OfBody(CatalogData catalog, Agency? agency, string? printed)
    {
        foreach (var word in catalog.NarrativeWords.Of(WordRole.Ours)) yield return word;
        foreach (var kind in catalog.NarrativeWords.All.Where(word => word.Role == WordRole.Kind))
        {
            if (agency is not null && !agency.Name.Contains(kind.Text, StringComparison.Ordinal)) continue;
            yield return "我" + kind.Text;
            yield return "本" + kind.Text;
            if (kind.Key == Whole) yield return "全" + kind.Text;
        }
        if (agency is null) yield break;
        foreach (var name in new[] { agency.Name, agency.ShortName, agency.Office, printed ?? "", LevelOf(catalog, agency) + agency.Office })
        {
            if (name.Length < ShortestName) continue;
            yield return name;
            yield return name.Replace("人民政府", "政府", StringComparison.Ordinal);
        }
    }

    // 县 of 富平县, and of 沐阳县人民政府, a name that no region has.
    private static string LevelOf(CatalogData catalog, Agency agency) => agency.Region is { } code
        ? catalog.Regions.Find(code)?.Name[^1..] ?? ""
        : agency.Office.IndexOf("人民政府", StringComparison.Ordinal) is > 0 and var at ? agency.Office[(at - 1)..at] : "";
}
