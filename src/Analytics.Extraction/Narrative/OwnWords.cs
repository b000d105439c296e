// How a body speaks of itself: 我局, 本机关, 区教育局, 拱墅区教育局; of a government also 我市 and 全市各级行政机关.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>The words by which one agency names itself.</summary>
internal sealed class OwnWords
{
    private const int ShortestName = 3;

    // 全局 is a bureau; 全部 and 全会 are other words.
    private const string Whole = "whole";

    private readonly List<string> names;

    public OwnWords(CatalogData catalog, Agency? agency, string? printed, ReportScope scope)
    {
        var words = new HashSet<string>(catalog.NarrativeWords.Of(WordRole.Ours), StringComparer.Ordinal);
        var full = agency is null ? "" : agency.Name + agency.Office;
        foreach (var kind in catalog.NarrativeWords.All.Where(word => word.Role == WordRole.Kind))
        {
            if (full.Length > 0 && !full.Contains(kind.Text, StringComparison.Ordinal)) continue;
            words.UnionWith(["我" + kind.Text, "本" + kind.Text]);
            if (kind.Key == Whole) words.Add("全" + kind.Text);
        }
        if (agency is not null)
        {
            var level = agency.Region is { } code && catalog.Regions.Find(code) is { } region ? region.Name[^1..] : "";
            if (scope == ReportScope.Own)
            {
                words.UnionWith(new[] { agency.Name, agency.ShortName, agency.Office, printed ?? "", level + agency.Office }.Where(name => name.Length >= ShortestName));
            }
            else if (level.Length > 0)
            {
                words.UnionWith(["我" + level, "本" + level, "全" + level]);
            }
        }
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
}
