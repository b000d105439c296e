// A region as people write it in lists.
using Analytics.Catalog;

namespace Analytics.Etl;

/// <summary>Finds regions by what a list says.</summary>
public static class RegionText
{
    /// <summary>The region of a code (330105, CN), a path (浙江省/杭州市/拱墅区), or a name that only one region has.</summary>
    /// <param name="regions">All regions.</param>
    /// <param name="text">As written, trimmed.</param>
    /// <param name="problem">Chinese: why there is none and what to write; null where there is one.</param>
    public static Region? Find(Gazetteer regions, string text, out string? problem)
    {
        problem = null;
        if (RegionCode.IsCode(text))
        {
            var known = regions.Find(new RegionCode(text));
            if (known is null) problem = $"没有代码为 {text} 的地区。";
            return known;
        }
        var named = regions.Named(text.Split('/')[^1]).Where(region => !text.Contains('/', StringComparison.Ordinal) || regions.Path(region.Code) == text).ToList();
        if (named.Count == 1) return named[0];
        problem = text.Length == 0 ? "region 为空，请填写行政区划代码，全国填 CN。"
            : named.Count == 0 ? $"没有“{text}”这一地区，请填写行政区划代码。"
            : $"“{text}”不止一处（{string.Join("、", named.Select(region => $"{region.Code} {regions.Path(region.Code)}"))}），请填写行政区划代码。";
        return null;
    }
}
