// Regions that the text names as the body's own. Only sentences that can speak of nobody else count: who acts, who
// publishes the report, whose website it is, whose system of bodies; everybody else is merely mentioned.
using System.Buffers;
using System.Text.RegularExpressions;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>A region named as the body's own.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Region">What it is; null for a township, which the gazetteer does not hold, and where several have the name.</param>
/// <param name="Quote">The words around it, for people.</param>
internal sealed record RegionClaim(string Name, Region? Region, string Quote);

internal sealed partial class RegionClaims(CatalogData catalog)
{
    private const int Around = 20;
    private const int LongestTownship = 6;

    // None of them stands in the name of a township where it is the one who acts.
    private static readonly SearchValues<char> Strange = SearchValues.Create("我本全各该县区市年度月日以来的和与等,;:“”《》()第为在对向将级");

    private static readonly SearchValues<char> Levels = SearchValues.Create("省市区县旗盟州府");

    private static readonly string[] Townships = ["街道", "苏木", "镇", "乡"];
    private static readonly string[] TownshipBodies = ["党委政府", "党委", "党工委", "人民政府", "政府", "办事处"];
    private static readonly string[] Sites = ["人民政府门户网站", "人民政府网站", "政府门户网站", "政府信息网", "政府网站", "政府网"];
    private static readonly string[] Briefly = ["(以下简称我", "(以下简称“我", "(以下简称本", "(以下简称“本", "(以下简称:我"];

    private readonly RegionScanner scanner = new(catalog.Regions);
    private readonly IReadOnlyList<string> subjects = catalog.NarrativeWords.Of(WordRole.Subject);
    private readonly IReadOnlyList<string> exchanges = catalog.NarrativeWords.Of(WordRole.Exchange);
    private readonly IReadOnlyList<string> announcements = catalog.NarrativeWords.Of(WordRole.Announce);

    /// <summary>Claims of regions that lie outside the agency's own line; each name once.</summary>
    public IReadOnlyList<RegionClaim> Elsewhere(NarrativeText narrative, Agency agency)
    {
        var found = new List<RegionClaim>();
        var stem = Stem(agency.Office);
        foreach (var sentence in narrative.Sentences)
        {
            if (sentence.IsProse && Find(sentence.Text, agency, stem) is { } claim && !found.Exists(known => known.Name == claim.Name) && !IsExchange(sentence.Text)) found.Add(claim);
        }
        return found;
    }

    private RegionClaim? Find(string text, Agency agency, string stem) =>
        Acting(text, agency) ?? (agency.Region is null ? null : Announced(text, agency) ?? OfSystem(text, agency, stem) ?? OfSite(text, agency) ?? Abbreviated(text, agency));

    private bool IsExchange(string text) => exchanges.Any(word => text.Contains(word, StringComparison.Ordinal));

    // 2022年,乙县教育局认真贯彻…: the one who acts, at the beginning of a sentence that reports.
    private RegionClaim? Acting(string text, Agency agency)
    {
        var at = Beginning().Match(text).Length;
        if (at >= text.Length) return null;
        var near = text.AsSpan(at, Math.Min(text.Length - at, Around * 2));
        if (agency.Region is not null && near.ContainsAny(Levels) && scanner.LineAt(text, at) is { } line && Outside(line, agency))
        {
            var rest = text.AsSpan(line.End);
            var office = Office(rest, agency);
            if ((office > 0 || !line.IsShort) && IsSubject(rest[office..])) return Claim(text, line, office);
        }
        return ActingTownship(text, at, agency);
    }

    // 2022年以来,乙镇认真…: townships are known by nothing but their own name.
    private RegionClaim? ActingTownship(string text, int at, Agency agency)
    {
        if (!Townships.Any(kind => agency.Office.Contains(kind, StringComparison.Ordinal))) return null;
        for (var end = at + 2; end <= text.Length && end <= at + LongestTownship; end++)
        {
            var kind = Array.Find(Townships, kind => text.AsSpan(at, end - at).EndsWith(kind));
            if (kind is null) continue;
            var name = text[at..end];
            var rest = text.AsSpan(end);
            foreach (var body in TownshipBodies)
            {
                if (!rest.StartsWith(body)) continue;
                rest = rest[body.Length..];
                break;
            }
            var stem = name[..^kind.Length];
            var isName = stem.Length > 0 && !stem.AsSpan().ContainsAny(Strange);
            return isName && IsSubject(rest) && !agency.Name.Contains(stem, StringComparison.Ordinal) ? new RegionClaim(name, null, Quote(text, at, end)) : null;
        }
        return null;
    }

    // 现公布乙县教育局2022年政府信息公开工作年度报告, 请联系乙县教育局: the report's own author.
    private RegionClaim? Announced(string text, Agency agency)
    {
        foreach (var word in announcements)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var start = at + word.Length;
                if (start < text.Length && text[start] is '《' or '了') start++;
                if (start >= text.Length || scanner.LineAt(text, start) is not { } line || !Outside(line, agency)) continue;
                var office = Office(text.AsSpan(line.End), agency);
                if (office > 0 && IsAuthor(text.AsSpan(line.End + office))) return Claim(text, line, office);
            }
        }
        return null;
    }

    private static bool IsAuthor(ReadOnlySpan<char> rest)
    {
        var near = rest[..Math.Min(rest.Length, Around * 2)];
        var isReport = near.Contains("公开", StringComparison.Ordinal) && (near.Contains("年度报告", StringComparison.Ordinal) || near.Contains("年报", StringComparison.Ordinal));
        return isReport || rest.StartsWith("编制") || rest.StartsWith("联系") || rest.StartsWith("办公室联系") || rest.StartsWith("(地址") || rest.StartsWith(",电话") || rest.StartsWith("(电话")
            || rest.StartsWith("办公室(地址") || rest.StartsWith("根据");
    }

    // 为乙区教育系统政务公开…: the bodies of one kind in one region.
    private RegionClaim? OfSystem(string text, Agency agency, string stem)
    {
        if (stem.Length < 2) return null;
        var cue = stem + "系统";
        for (var at = text.IndexOf(cue, StringComparison.Ordinal); at > 0; at = text.IndexOf(cue, at + cue.Length, StringComparison.Ordinal))
        {
            if (Before(text, at, agency) is { } line && (!line.IsShort || BeginsWord(text, line.Start))) return Claim(text, line, cue.Length);
        }
        return null;
    }

    // A short name may be a part of other words: 推进平安教育系统建设.
    private static bool BeginsWord(string text, int at) => at == 0 || "为在对使让由,;:".Contains(text[at - 1], StringComparison.Ordinal);

    // 在乙县人民政府网站公开: a body publishes on the site of its own government.
    private RegionClaim? OfSite(string text, Agency agency)
    {
        foreach (var site in Sites)
        {
            var at = text.IndexOf(site, StringComparison.Ordinal);
            if (at > 0 && Before(text, at, agency) is { IsShort: false } line && IsPublished(text.AsSpan(0, line.Start))) return Claim(text, line, site.Length);
        }
        return null;
    }

    private static bool IsPublished(ReadOnlySpan<char> before) => before.TrimEnd("“《").EndsWith("通过") || before.TrimEnd("“《").EndsWith("在") || before.TrimEnd("“《").EndsWith("登录")
        || before.TrimEnd("“《").EndsWith("登陆") || before.TrimEnd("“《").EndsWith("依托");

    // 乙县(以下简称我县).
    private RegionClaim? Abbreviated(string text, Agency agency)
    {
        foreach (var cue in Briefly)
        {
            var at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at <= 0) continue;
            var end = at - (Office(text, at, agency) is var office and > 0 ? office : 0);
            if (Before(text, end, agency) is { } line) return Claim(text, line, at - end);
        }
        return null;
    }

    // The region whose name ends there, where it lies elsewhere: the longest that does.
    private RegionMention? Before(string text, int end, Agency agency)
    {
        for (var start = Math.Max(0, end - catalog.Regions.LongestName); start <= end - 2; start++)
        {
            var name = text[start..end];
            var regions = catalog.Regions.Named(name);
            if (regions.Count == 0) continue;
            var found = new RegionMention(start, end, regions, 1, regions.All(region => region.Name != name));
            return Outside(found, agency) ? found : null;
        }
        return null;
    }

    // Every region that the name may mean lies elsewhere: neither in the own line, nor below it, nor what became part of
    // it, nor a zone of the same prefecture, whose bounds are no bounds of the standard.
    private bool Outside(RegionMention mention, Agency agency)
    {
        var own = agency.Region!.Value;
        var line = catalog.Regions.Line(own);
        if (mention.End - mention.Start < 2 || line.Count == 0) return false;
        return mention.Candidates.All(region => !catalog.Regions.IsWithin(region.Code, own) && !catalog.Regions.IsWithin(own, region.Code)
            && !line.Any(part => part.Short == region.Short) && !SharesZone(region, line) && !BecameOwn(region.Code, line)
            && region.Name.Length > 2);
    }

    private bool SharesZone(Region region, IReadOnlyList<Region> line) =>
        (region.IsZone || line[^1].IsZone) && line[0].Code == catalog.Regions.Line(region.Code)[0].Code;

    private bool BecameOwn(RegionCode code, IReadOnlyList<Region> line) => catalog.Regions.Events.Any(change =>
        (change.From.Contains(code) && line.Any(part => change.To.Contains(part.Code))) || (change.To.Contains(code) && line.Any(part => change.From.Contains(part.Code))));

    // Length of the own office, or of one called alike, behind a region.
    private static int Office(ReadOnlySpan<char> rest, Agency agency)
    {
        foreach (var office in (ReadOnlySpan<string>)[agency.Office, "人民政府", "政府"])
        {
            if (office.Length > 0 && rest.StartsWith(office) && !rest[office.Length..].StartsWith("信息")) return office.Length;
        }
        return 0;
    }

    private static int Office(string text, int end, Agency agency)
    {
        foreach (var office in (ReadOnlySpan<string>)[agency.Office, "人民政府", "政府"])
        {
            if (office.Length > 0 && text.AsSpan(0, end).EndsWith(office)) return office.Length;
        }
        return 0;
    }

    private bool IsSubject(ReadOnlySpan<char> rest)
    {
        foreach (var subject in subjects)
        {
            if (rest.StartsWith(subject)) return true;
        }
        return false;
    }

    // 教育局 and 教育委员会 are 教育.
    private static string Stem(string office)
    {
        foreach (var end in (ReadOnlySpan<string>)["委员会", "办公室", "局", "厅", "委", "办"])
        {
            if (office.EndsWith(end, StringComparison.Ordinal) && !office.Contains("政府", StringComparison.Ordinal)) return office[..^end.Length];
        }
        return "";
    }

    private static RegionClaim Claim(string text, RegionMention line, int more) =>
        new(text[line.Start..line.End], line.Candidates.Count == 1 ? line.Candidates[0] : null, Quote(text, line.Start, line.End + more));

    private static string Quote(string text, int start, int end)
    {
        var from = Math.Max(0, start - (Around / 2));
        return text[from..Math.Min(text.Length, end + Around)];
    }

    // Numbering and the year.
    [GeneratedRegex(@"^(\(?[一二三四五六七八九十\d]{1,3}[)、.是])*((20\d\d年(度|以来|全年|初)*|近年来|今年以来|一年来|本年度|全年),?)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();
}
