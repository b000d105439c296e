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
/// <param name="FiledAs">The name in the title that the file itself carries, where it differs; null otherwise.</param>
internal sealed record AgencyFound(string? Printed, Agency? Agency, IReadOnlyList<Region> Ambiguous, string Office, string? SignedBy, string? FiledAs = null);

internal sealed partial class AgencyFinder(CatalogData catalog)
{
    private const int TitleParagraphs = 12;
    private const string ReportTail = "(政府信息|政务信息|信息|政务)公开(工作)?(年度|情况)*(工作)?(报告|年报)";
    private static readonly char[] Edges = ['的', '、', ',', '“', '”', '-', '—', '?'];
    private readonly RegionScanner scanner = new(catalog.Regions);

    public AgencyFound Find(Document document)
    {
        var printed = document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Narrow(paragraph.Text)).Where(text => text.Length > 0).ToList();
        var title = document.Title is null ? null : NormalText.Narrow(document.Title);
        var paragraphs = printed.ConvertAll(catalog.Characters.Simplify);
        var found = Find(paragraphs, title is null ? null : catalog.Characters.Simplify(title));
        var asPrinted = string.Concat(printed) + title;
        var filed = title is null || found.Printed is null ? null : FiledAs(catalog.Characters.Simplify(title), found.Printed);
        return found with { Printed = Restored(found.Printed, asPrinted), SignedBy = Restored(found.SignedBy, asPrinted), FiledAs = Restored(filed, asPrinted) };
    }

    private AgencyFound Find(List<string> paragraphs, string? title)
    {
        var text = string.Join('\n', paragraphs.Append(title ?? ""));
        var signed = SignedBy(paragraphs);
        var titled = TitleName(paragraphs, title);
        var printed = titled is { Length: > 0 } ? titled : signed ?? ReportingName(text) ?? PublisherName(paragraphs) ?? SubjectName(paragraphs);
        if (printed is null) return new AgencyFound(null, null, [], "", null);

        var line = LineOf(printed);
        var office = line is null ? OwnOffice(printed) : OfficeBehind(line, printed[line.End..]);
        if (line is null)
        {
            // 区教育局 says no region: the text's fullest name of that office does.
            var fuller = Fuller(text, office, OwnLevel().Match(printed).Value);
            if (fuller is null) return Settled(printed, office, null, signed);
            (printed, line) = fuller.Value;
            office = OfficeBehind(line, printed[(line.End - line.Start)..]);
        }
        return Settled(printed, office, line, signed);
    }

    private string? FiledAs(string title, string printed) =>
        NamesIn(Title().Match(title)).Find(IsBody) is { } name && !IsSameBody(name, printed) ? name : null;

    // Characters are simplified one for one, so a name stands as printed at its own place.
    private string? Restored(string? name, string asPrinted)
    {
        if (name is null) return null;
        var simplified = catalog.Characters.Simplify(asPrinted);
        return ReferenceEquals(simplified, asPrinted) || simplified.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at)
            ? name
            : asPrinted.Substring(at, name.Length);
    }

    // The line of regions a name begins with. A short name alone may be the beginning of another: 太平镇 is not 太平区.
    private RegionMention? LineOf(string name)
    {
        if (scanner.LineAt(name, 0) is not { } line) return null;
        var rest = name[line.End..];
        // 义乌市场监督管理局 is 义乌 and 市场监督管理局, not 义乌市 and 场监督管理局.
        if (!line.IsShort && name[line.End - 1] == '市' && !BeginsOffice(rest) && BeginsOffice('市' + rest) && scanner.LineAt(name[..(line.End - 1)], 0) is { } shorter)
            return shorter.End == line.End - 1 ? shorter : line;
        if (!line.IsShort || line.Depth > 1 || rest.Length == 0 || BeginsOffice(rest)) return line;
        if ("省市区县州旗盟".Contains(rest[0], StringComparison.Ordinal))
        {
            var ofLevel = line.Candidates.Where(region => region.Name.EndsWith(rest[0])).ToList();
            return ofLevel.Count > 0 ? line with { Candidates = ofLevel } : null;
        }
        return line.Candidates.Any(region => region.Level is RegionLevel.Province or RegionLevel.Prefecture) && !Township().IsMatch(rest) ? line : null;
    }

    private bool BeginsOffice(string rest) => !Township().IsMatch(rest) && (rest.StartsWith("人民", StringComparison.Ordinal)
        || catalog.Sectors.Any(sector => sector.Patterns.Any(pattern => rest.StartsWith(pattern, StringComparison.Ordinal))));

    private AgencyFound Settled(string printed, string office, RegionMention? line, string? signed)
    {
        var differs = signed is not null && !IsSameBody(signed, printed) ? signed : null;
        if (line is null) return new AgencyFound(printed, AgencyOf(null, office.Length > 0 ? office : printed), [], office, differs);
        return line.Candidates.Count == 1
            ? new AgencyFound(printed, AgencyOf(line.Candidates[0], office), [], office, differs)
            : new AgencyFound(printed, AgencyOf(null, printed), line.Candidates, office, differs);
    }

    /// <summary>The same after the region is settled by hand or by context.</summary>
    public Agency AgencyOf(Region? region, string office) => catalog.AgencyOf(region, office);

    /// <summary>The body of that name in a region that is known; null where the name says another region.</summary>
    public Agency? Named(string name, Region region)
    {
        var printed = catalog.Characters.Simplify(NormalText.Narrow(name));
        if (LineOf(printed) is not { } line) return AgencyOf(region, OwnOffice(printed));
        return line.Candidates.Any(candidate => candidate.Code == region.Code) ? AgencyOf(region, OfficeBehind(line, printed[line.End..])) : null;
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

    // 甲县教育局 and 乙县教育局 are called alike and are two.
    private bool IsSameBody(string a, string b) => SameBody(a, b) && !(LineOf(a) is { } one && LineOf(b) is { } other && AreApart(one, other));

    private static bool SameBody(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)
        || (OfficeTail().Match(a).Value is { Length: > 0 } tail && tail == OfficeTail().Match(b).Value);

    // 区教育局, 我局, 教育局 → 教育局: the level in front is not part of the office's name.
    private static string OwnOffice(string name) => OwnLevel().Replace(name, "");

    // Behind a region's full name no level follows: 杭州市 + 市场监督管理局. Behind a short one it does: 喀左 + 县教育局.
    private static string OfficeBehind(RegionMention line, string name) => line.IsShort ? OwnOffice(name) : name;

    private static string? TitleName(List<string> paragraphs, string? title)
    {
        var head = paragraphs.Take(TitleParagraphs).TakeWhile(line => !Sections.BeginsOverview(line))
            .Where(line => line.Length <= 60 && !line.EndsWith('。')).ToList();
        var texts = new List<(string Text, bool IsJoined)>();
        for (var i = 0; i < head.Count; i++)
        {
            if (!ReportWords().IsMatch(head[i])) continue;
            texts.Add((head[i], false));
            if (i > 0) texts.Add((head[i - 1] + head[i], true));
            if (i > 1) texts.Add((head[i - 2] + head[i - 1] + head[i], true));
        }
        if (title is not null) texts.Add((title, false));
        var named = texts.Select(entry => (Names: NamesIn(Title().Match(entry.Text)), entry.IsJoined)).Where(entry => entry.Names.Count > 0).ToList();
        // What stands on the line above the title is a name only where it looks like one.
        return named.Select(entry => entry.Names.Find(IsBody) ?? (entry.IsJoined ? null : entry.Names[0])).FirstOrDefault(name => name is not null)
            ?? texts.Select(entry => Clean(TitleWithoutYear().Match(entry.Text).Groups["name"].Value)).FirstOrDefault(IsBody);
    }

    private static List<string> NamesIn(Match match) =>
        match.Success ? new[] { match.Groups["after"].Value, match.Groups["before"].Value }.Select(Clean).Where(name => name.Length > 1).ToList() : [];

    private static string Clean(string name)
    {
        var clean = About().Replace(name[(name.LastIndexOfAny([':', '。', ';', '《', '>', '|', '_', ' ', '#', ')']) + 1)..].Trim(Edges), "").Trim(Edges);
        // The government's own 政府 is taken for that of 政府信息公开.
        if (clean.EndsWith("人民", StringComparison.Ordinal)) clean += "政府";
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
            return name.Length <= 30 && IsBody(name) ? name : null;
        }
        return null;
    }

    // 本报告由…编制, or the title inside the opening sentence: 现公布2021年石家庄市教育局政府信息公开工作年度报告.
    private static string? ReportingName(string text)
    {
        var announced = Announced().Matches(text).SelectMany(NamesIn).FirstOrDefault(IsBody);
        if (announced is not null) return announced;
        return Reporting().Match(text) is { Success: true } match && InnerOffice().Replace(match.Groups["name"].Value, "") is var name && IsBody(name) ? name : null;
    }

    // The page's own note of who published it.
    private string? PublisherName(List<string> paragraphs) => Agreed(paragraphs.SelectMany(line => Publisher().Matches(line))
        .Select(match => Clean(match.Groups["name"].Value)).Where(name => IsBody(name) && LineOf(name) is not null).ToList());

    // Who did what is reported: 2022年以来,丰收乡在…. A region is no body, and 我局 beside 丰收乡 says that another reports.
    private string? SubjectName(List<string> paragraphs)
    {
        var overview = string.Join('\n', Sections.Overview(paragraphs));
        var name = Agreed(Subject().Matches(overview).Select(match => Clean(match.Groups["name"].Value)).Where(IsSubject).ToList());
        var kinds = Ourself().Matches(overview).Select(match => match.Groups["kind"].Value).ToList();
        return name is not null && (kinds.Count == 0 || kinds.Exists(kind => name.Contains(kind, StringComparison.Ordinal))) ? name : null;
    }

    private bool IsSubject(string name) => IsBody(name) && (LineOf(name) is { } line ? line.End < name.Length : OwnTownship().IsMatch(name));

    // One body, printed more or less fully; null where several are named.
    private static string? Agreed(List<string> names) => names.Count > 0 && names.TrueForAll(name => SameBody(name, names[0])) ? names.MaxBy(name => name.Length) : null;

    private static bool IsBody(string name) => Office().IsMatch(name) && !Ourselves().IsMatch(name);

    // The longest line of regions printed in front of the office, anywhere in the text; null where regions apart fit alike.
    private (string Printed, RegionMention Line)? Fuller(string text, string office, string level)
    {
        if (office.Length < 2) return null;
        var groups = scanner.Scan(text)
            .Where(mention => string.CompareOrdinal(text, mention.End, office, 0, office.Length) == 0 && IsOfLevel(mention, level))
            .GroupBy(mention => text[mention.Start..(mention.End + office.Length)], StringComparer.Ordinal)
            .OrderByDescending(group => group.First().Depth).ThenByDescending(group => group.Count()).ToList();
        if (groups.Count == 0) return null;
        var best = groups[0].First();
        var isTied = groups.Exists(group => group.First().Depth == best.Depth && group.Count() == groups[0].Count() && AreApart(group.First(), best));
        return isTied ? null : (groups[0].Key, best);
    }

    private static bool IsOfLevel(RegionMention mention, string level) =>
        !"省市区县州旗盟".Contains(level, StringComparison.Ordinal) || mention.Candidates.Any(region => region.Name.EndsWith(level, StringComparison.Ordinal));

    private bool AreApart(RegionMention a, RegionMention b) => !a.Candidates.Any(one => b.Candidates.Any(other =>
        catalog.Regions.IsWithin(one.Code, other.Code) || catalog.Regions.IsWithin(other.Code, one.Code)));

    [GeneratedRegex("^(?<before>.{0,60}?)(?<year>" + YearFinder.Pattern + @"(?![-年/.]\d))年?度?(?<after>.{0,40}?)" + ReportTail, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?!(政府|政务)(信息|公开))(?<name>\D{2,40}?)(政府信息|政务信息|信息|政务)公开(工作)?(" + YearFinder.Pattern + @"年?度?)?(年度|情况)*(工作)?(报告|年报)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleWithoutYear();

    [GeneratedRegex(@"(信息|政务)公开.{0,12}(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportWords();

    [GeneratedRegex(@"^关[于於](公布|发布|印发|报送)?|关[于於]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex About();

    [GeneratedRegex(
        @"(局|委|会|厅|办|室|府|署|部|院|中心|站|所|处|队|行|集团|公司|馆|社|校|学|园|台|场|港|段|乡|镇|街道?|苏木|区|县|市|省|州|旗|盟)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(
        @"^(我|该|本(?!溪)|[全各](?=[局委办厅部院所站镇乡区县市省州旗]|中心|机关|单位|街道)(?!州|南县))|^(上级|下级|乡镇|(省|市|县|区|州|旗|盟|乡|镇)(党?委|政府|人民政府)?)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ourselves();

    [GeneratedRegex(@"我(?<kind>局|委|厅|办|院|署|站|所|中心|镇|乡|街道)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ourself();

    [GeneratedRegex(@"[^省市区县旗盟州]{2,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfficeTail();

    [GeneratedRegex(@"^(我|本|省|自治区|市(?!场|容|民|政(?!府))|区(?!域|划)|县|州|旗|盟)(?=.{2,})(?!区|县|旗)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLevel();

    [GeneratedRegex(@"^.{0,4}?(镇|乡|街道|街|苏木|村|社区|办事处)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Township();

    [GeneratedRegex(@"^(?![省市县区州旗盟])[^镇乡街委局]{1,8}(?<!辖区|街道|各)(镇|乡|街道?|苏木)(人民政府|政府|办事处)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnTownship();

    [GeneratedRegex(
        @"^(?<name>[^\d,。]{2,30})?\(?(20\d\d年\d{1,2}月\d{1,2}日|二[〇○零O][〇○零O一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignDate();

    [GeneratedRegex(
        "(现将|编制|公布|发布)(了|出)?《?(?<before>[^\\d,。(\n]{0,30}?)(" + YearFinder.Pattern + "年(?>度?))?(?<after>((?!二[〇○零O])[^\\d,。(\n]){0,30}?)" + ReportTail,
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?:本报告由|请与|请联系)(?<name>[^,。(]{4,30}?)(?:根据|按照|编制|联系|,|\(|。)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reporting();

    // 教育局办公室 answers the telephone for 教育局; 人民政府办公室 is a body of its own.
    [GeneratedRegex(@"(?<=局|厅|委员会|委|署|院|中心|办事处|镇|乡|街道)(党政|综合|政务公开|信息公开)?(办公室|办|科|股|处)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InnerOffice();

    [GeneratedRegex(
        @"(发布机构|发布单位|发布机关|发文机关|发文单位|公开主体|制发机关|编制单位)[:：](?<name>[^\d,。:;|]{3,30}?)(?=发布|公开|成文|主题|文号|发文|名称|标题|索引|有效|生成|信息|来源|组配|[,。;|\d]|$)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Publisher();

    [GeneratedRegex(
        @"(^|[。;)])20\d\d年(度|以来|来|全年|,)*(?<name>[^\d,。;:、《》()\n]{2,25}?)(?=按照|根据|在|认真|高度|坚持|严格|深入|全面|积极|紧紧|围绕|贯彻|切实|扎实|继续|始终|不断|进一步|通过|以|共|累计|主动|政府信息公开|信息公开|政务公开)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Subject();
}
