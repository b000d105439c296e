// Finds region names in text and follows them downwards: 浙江省杭州市拱墅区 is one line of regions.
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>A mention of a region: the regions it may be, narrowed by the names printed directly before it.</summary>
/// <param name="Start">Index of the first name of the line.</param>
/// <param name="End">Index behind the last name.</param>
/// <param name="Candidates">What the last name may be; more than one where the name is ambiguous.</param>
/// <param name="Depth">How many names the line has.</param>
/// <param name="IsShort">The last name is a short one, without its level.</param>
internal sealed record RegionMention(int Start, int End, IReadOnlyList<Region> Candidates, int Depth, bool IsShort);

internal sealed class RegionScanner(Gazetteer gazetteer)
{
    /// <summary>All mentions, in order, none inside another.</summary>
    public IReadOnlyList<RegionMention> Scan(string text)
    {
        var found = new List<RegionMention>();
        for (var i = 0; i < text.Length;)
        {
            if (LineAt(text, i) is { } mention)
            {
                found.Add(mention);
                i = mention.End;
            }
            else i++;
        }
        return found;
    }

    /// <summary>The line of regions that begins just there, null where none does.</summary>
    public RegionMention? LineAt(string text, int start)
    {
        RegionMention? line = null;
        var at = start;
        while (NameAt(text, at, line) is { } next)
        {
            line = next with { Start = start, Depth = (line?.Depth ?? 0) + 1 };
            at = next.End;
        }
        return line;
    }

    // The longest name that fits under what stands before it.
    private RegionMention? NameAt(string text, int start, RegionMention? above)
    {
        foreach (var length in gazetteer.LengthsAt(text.AsSpan(start)))
        {
            if (length > text.Length - start) continue;
            var name = text.Substring(start, length);
            var regions = gazetteer.Named(name);
            if (regions.Count == 0) continue;
            var fitting = above is null
                ? regions
                : regions.Where(region => above.Candidates.Any(parent => parent.Code != region.Code && gazetteer.IsWithin(region.Code, parent.Code))).ToList();
            if (fitting.Count > 0) return new RegionMention(start, start + length, fitting, 1, fitting.All(region => region.Name != name));
        }
        return null;
    }
}
