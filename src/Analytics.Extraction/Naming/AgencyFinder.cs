// Who reports: the name in the title, completed from the text, with its region settled by the names around it.
using System.Text.RegularExpressions;
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>The body that reports, as far as the document says.</summary>
/// <param name="Printed">Its name as printed, null where there is none.</param>
/// <param name="Agency">Canonical, null where there is none.</param>
/// <param name="Ambiguous">Regions its name may mean where the text does not settle it; empty where it does.</param>
/// <param name="Office">Its name without regions; empty for a government named by its region alone.</param>
/// <param name="SignedBy">The name under the text where it differs from the title's; null otherwise.</param>
internal sealed record AgencyFound(string? Printed, Agency? Agency, IReadOnlyList<Region> Ambiguous, string Office, string? SignedBy);

internal sealed partial class AgencyFinder(CatalogData catalog)
{
    private const int TitleParagraphs = 12;
    private readonly RegionScanner scanner = new(catalog.Regions);

    public AgencyFound Find(Document document)
    {
        var paragraphs = document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Squeeze(paragraph.Text)).Where(text => text.Length > 0).ToList();
        var text = string.Join('\n', paragraphs.Append(NormalText.Squeeze(document.Title ?? "")));
        var signed = SignedBy(paragraphs);
        var titled = TitleName(paragraphs, document.Title);
        var printed = titled is { Length: > 0 } ? titled : signed ?? ReportingName(text);
        if (printed is null) return new AgencyFound(null, null, [], "", null);

        var line = scanner.LineAt(printed, 0);
        var office = line is null ? OwnOffice(printed) : OfficeBehind(line, printed[line.End..]);
        if (line is null)
        {
            // 区教育局 says no region: the text's fullest name of that office does.
            var fuller = Fuller(text, office);
            if (fuller is null) return Settled(printed, office, null, signed);
            (printed, line) = fuller.Value;
            office = OfficeBehind(line, printed[(line.End - line.Start)..]);
        }
        return Settled(printed, office, line, signed);
    }

    private AgencyFound Settled(string printed, string office, RegionMention? line, string? signed)
    {
        var differs = signed is not null && !SameBody(signed, printed) ? signed : null;
        if (line is null) return new AgencyFound(printed, AgencyOf(null, office.Length > 0 ? office : printed), [], office, differs);
        return line.Candidates.Count == 1
            ? new AgencyFound(printed, AgencyOf(line.Candidates[0], office), [], office, differs)
            : new AgencyFound(printed, AgencyOf(null, printed), line.Candidates, office, differs);
    }

    /// <summary>The same after the region is settled by hand or by context.</summary>
    public Agency AgencyOf(Region? region, string office)
    {
        if (region is null) return new Agency(office, office, office, null, catalog.SectorOf(office));
        var line = catalog.Regions.Line(region.Code);
        // From the prefecture down; of a municipality or province the region itself.
        var named = line.Count > 1 && !IsMunicipality(line[0]) ? line.Skip(1) : line;
        var prefix = string.Concat(named.Select(part => part.Name));
        var sector = catalog.SectorOf(office.Length > 0 ? office : "人民政府");
        return new Agency(prefix + office, region.Name + office, office, region.Code, sector);
    }

    /// <summary>Settles an ambiguous name by the regions mentioned in the text: the one whose parents are named most.</summary>
    public Region? ByContext(Document document, IReadOnlyList<Region> candidates)
    {
        var text = string.Concat(document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Squeeze(paragraph.Text)));
        var scored = candidates.Select(region => (region, Score: catalog.Regions.Line(region.Code).SkipLast(1)
            .Sum(parent => Occurrences(text, parent.Name)))).OrderByDescending(entry => entry.Score).ToList();
        return scored[0].Score > 0 && (scored.Count == 1 || scored[0].Score > scored[1].Score) ? scored[0].region : null;
    }

    private static int Occurrences(string text, string name) => (text.Length - text.Replace(name, "", StringComparison.Ordinal).Length) / name.Length;

    private static bool IsMunicipality(Region region) => region.Level == RegionLevel.Province && region.Name.EndsWith('市');

    private static bool SameBody(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)
        || (OfficeTail().Match(a).Value is { Length: > 0 } tail && tail == OfficeTail().Match(b).Value);

    // 区教育局, 我局, 教育局 → 教育局: the level in front is not part of the office's name.
    private static string OwnOffice(string name) => OwnLevel().Replace(name, "");

    // Behind a region's full name no level follows: 杭州市 + 市场监督管理局. Behind a short one it does: 喀左 + 县教育局.
    private static string OfficeBehind(RegionMention line, string name) => line.IsShort ? OwnOffice(name) : name;

    private static string? TitleName(List<string> paragraphs, string? title)
    {
        var head = paragraphs.Take(TitleParagraphs).TakeWhile(line => !FirstSection().IsMatch(line))
            .Where(line => line.Length <= 60 && !line.EndsWith('。')).ToList();
        var texts = new List<string>();
        for (var i = 0; i < head.Count; i++)
        {
            if (!ReportWords().IsMatch(head[i])) continue;
            texts.Add(head[i]);
            if (i > 0) texts.Add(head[i - 1] + head[i]);
            if (i > 1) texts.Add(head[i - 2] + head[i - 1] + head[i]);
        }
        if (title is not null) texts.Add(NormalText.Squeeze(title));
        foreach (var text in texts)
        {
            var match = Title().Match(text);
            if (!match.Success) continue;
            var names = new[] { match.Groups["after"].Value, match.Groups["before"].Value }.Select(Clean).Where(name => name.Length > 1).ToList();
            if (names.Count > 0) return names.Find(IsBody) ?? names[0];
        }
        return texts.Select(text => Clean(TitleWithoutYear().Match(text).Groups["name"].Value)).FirstOrDefault(IsBody);
    }

    private static string Clean(string name)
    {
        var clean = name[(name.LastIndexOfAny([':', '。', ';', '《', '>', '|', '_', ' ', '#', ')']) + 1)..].Trim('的', '、', ',', '“', '”', '-', '—', '?', '关', '于');
        return clean.Length is > 1 and <= 40 && !Ourselves().IsMatch(clean) ? clean : "";
    }

    // A short line near the end with a date behind it.
    private static string? SignedBy(List<string> paragraphs)
    {
        for (var i = paragraphs.Count - 1; i > 0 && i >= paragraphs.Count - 6; i--)
        {
            var date = SignDate().Match(paragraphs[i]);
            if (!date.Success) continue;
            var name = date.Groups["name"].Value.Length > 0 ? date.Groups["name"].Value : paragraphs[i - 1];
            return name.Length <= 30 && Office().IsMatch(name) ? name : null;
        }
        return null;
    }

    // 本报告由…编制, or the title inside the opening sentence: 现公布2021年石家庄市教育局政府信息公开工作年度报告.
    private static string? ReportingName(string text)
    {
        if (Reporting().Match(text) is { Success: true } match) return match.Groups["name"].Value;
        var announced = Announced().Match(text);
        return new[] { announced.Groups["after"].Value, announced.Groups["before"].Value }.FirstOrDefault(IsBody);
    }

    private static bool IsBody(string name) => Office().IsMatch(name) && !Ourselves().IsMatch(name);

    // The longest line of regions printed in front of the office, anywhere in the text.
    private (string Printed, RegionMention Line)? Fuller(string text, string office)
    {
        if (office.Length < 2) return null;
        var best = scanner.Scan(text)
            .Where(mention => string.CompareOrdinal(text, mention.End, office, 0, office.Length) == 0)
            .GroupBy(mention => text[mention.Start..(mention.End + office.Length)], StringComparer.Ordinal)
            .OrderByDescending(group => group.First().Depth).ThenByDescending(group => group.Count()).FirstOrDefault();
        return best is null ? null : (best.Key, best.First());
    }

    [GeneratedRegex(@"^(?<before>.{0,60}?)(?<year>(20\d\d|二[〇○零O0]..)(?![-年/.]\d))年?度?(?<after>.{0,40}?)(?:政府|政务)?信息公开(?:工作)?(?:年度|情况)*(?:工作)?(?:报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?!(政府|政务)信息)(?<name>\D{2,40}?)(政府|政务)?信息公开(工作)?(年度|情况)*(工作)?(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleWithoutYear();

    [GeneratedRegex(@"信息公开.{0,8}(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportWords();

    [GeneratedRegex(@"^#*(一[、.,]|第一部分).{0,3}(总体|概述|基本)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstSection();

    [GeneratedRegex(@"(局|委|会|厅|办|室|府|署|部|院|中心|站|所|处|队|行|集团|公司|馆|社|乡|镇|街道|区|县|市|省|州|旗|盟)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"^(我|本|全)(局|委|办|厅|部|院|所|站|中心|机关|单位|镇|乡|街道|区|县|市|省|州|旗)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ourselves();

    [GeneratedRegex(@"[^省市区县旗盟州]{2,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfficeTail();

    [GeneratedRegex(@"^(我|本|省|自治区|市(?!场|容|民|政(?!府))|区(?!域|划)|县|州|旗|盟)(?=.{2,})(?!区|县|旗)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLevel();

    [GeneratedRegex(@"^(?<name>[^\d,。]{2,30})?\(?20\d\d年\d{1,2}月\d{1,2}日\)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignDate();

    [GeneratedRegex(@"(编制|公布|发布)(?<before>[^\d,。(]{0,30})20\d\d年(?>度?)(?<after>[^\d,。(]{0,30}?)(政府|政务)?信息公开(工作)?年度报告", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?:本报告由|请与|请联系)(?<name>[^,。(]{4,30}?)(?:根据|按照|编制|联系|,|\(|。)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reporting();
}
