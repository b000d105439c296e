// Which year is reported on, and when the report was published.
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Catalog;
using Analytics.Documents;

namespace Analytics.Extraction;

/// <summary>The year and every place that speaks of it.</summary>
/// <param name="Year">Of the title, else of the stated period, the opening sentence or the text where its statements agree, else null.</param>
/// <param name="Conflicts">Places that say another year: "统计期限 2020".</param>
/// <param name="Published">Publication date, else date of signature, null where neither is stated.</param>
internal sealed record YearFound(ReportYear? Year, IReadOnlyList<string> Conflicts, DateOnly? Published);

internal static partial class YearFinder
{
    /// <summary>A year in digits or in characters: 2020, 二〇二〇.</summary>
    internal const string Pattern = @"(20\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})";

    private const int TitleParagraphs = 12;

    /// <summary>Reports are due in January and late by months, not by half a year: a later signature says nothing of the year.</summary>
    private const int LastMonthOfReports = 6;

    /// <summary>A body's name and a date; the pattern takes too long on a line without end.</summary>
    private const int LongestSignature = 60;

    public static YearFound Find(Document document)
    {
        var paragraphs = document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Squeeze(paragraph.Text)).Where(text => text.Length > 0).ToList();
        var head = string.Concat(paragraphs.Take(TitleParagraphs).TakeWhile(line => !Sections.BeginsOverview(line)).Where(line => line.Length <= 60 && !line.EndsWith('。')));
        var text = string.Join('\n', paragraphs);
        var title = TitleYear(head);
        var metadata = document.Title is null ? null : TitleYear(NormalText.Squeeze(document.Title));
        var periods = Years(Period().Matches(text));
        var announced = Sole(Years(Announced().Matches(text)));
        var overview = Stated(string.Join('\n', Sections.Overview(paragraphs)), 1);
        var signed = DateOf(Signed().Matches(string.Join('\n', paragraphs.TakeLast(6).Where(line => line.Length <= LongestSignature))).LastOrDefault());
        var published = DateOf(Published().Match(text)) ?? DateOf(Bracketed().Match(head)) ?? signed;

        var year = title ?? metadata ?? Sole(periods) ?? announced ?? YearOf(Opening().Match(text)) ?? overview
            ?? Stated(string.Join('\n', Sections.BeforePlans(paragraphs)), 2)
            ?? (signed is { Month: <= LastMonthOfReports } date ? date.Year - 1 : null);
        var conflicts = new List<string>();
        if (year is { } chosen)
        {
            var places = new[] { ("文件标题", metadata) }.Concat(periods.Select(period => ("统计期限", (int?)period)))
                .Append(("公布语句", announced)).Append(("总体情况", overview));
            foreach (var (place, other) in places)
            {
                if (other is { } value && value != chosen) conflicts.Add($"{place}为 {value} 年");
            }
            if (signed is { } day && (day.Year < chosen || day.Year > chosen + 2)) conflicts.Add($"落款日期为 {day:yyyy-MM-dd}");
        }
        return new YearFound(year is { } found && ReportYear.IsYear(found) ? new ReportYear(found) : null, conflicts, published);
    }

    private static int? TitleYear(string text) => YearOf(Title().Match(text)) ?? YearOf(TitleYearBehind().Match(text));

    // The year that every sentence reporting on a year names. Years before it are comparisons; a later one puts it in doubt.
    private static int? Stated(string text, int least)
    {
        var plain = Quoted().Replace(text, "");
        var stated = Statement().Matches(plain);
        return stated.Count >= least && Sole(Years(stated)) is { } year && Years(AnyYear().Matches(plain)).TrueForAll(other => other <= year) ? year : null;
    }

    private static List<int> Years(MatchCollection matches) => matches.Select(YearOf).OfType<int>().Distinct().ToList();

    private static int? Sole(List<int> years) => years is [var only] ? only : null;

    private static int? YearOf(Match match) => match.Success ? Digits(match.Groups["year"].Value) : null;

    // 2020 or 二〇二〇.
    private static int? Digits(string year)
    {
        var digits = string.Concat(year.Select(c => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i
            ? (char)('0' + i)
            : c is '零' or '○' or 'O' ? '0' : c));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && ReportYear.IsYear(value) ? value : null;
    }

    private static DateOnly? DateOf(Match? match) => match is { Success: true } && DateOnly.TryParseExact(
        $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : null;

    [GeneratedRegex("(?<year>" + Pattern + @"(?![-年/.]\d))年?度?((?!20\d\d|二[〇○零O]).){0,40}?(信息|政务)公开.{0,8}?(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    // 信息公开工作2020年度报告, 信息公开工作年度报告(2020年).
    [GeneratedRegex(
        @"(信息|政务)公开(工作)?((?<year>" + Pattern + @")年?度?(工作)?(年度)?(报告|年报)|(年度|情况)*(工作)?(报告|年报)\((?<year>" + Pattern + @")(年度?)?\))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleYearBehind();

    [GeneratedRegex(@"(?<year>20\d\d)年1月(1日)?(起)?(至|到|-|—|–|~)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();

    // 现公布某局2020年政府信息公开工作年度报告, 编制《某局2020年度…报告》; not a notice on reports that is cited by its own title.
    [GeneratedRegex(@"(现将|公布|发布|编制)((?!关于|20\d\d|二[〇○零O])[^。\n》]){0,40}(?<year>" + Pattern + @")年?度?((?!20\d\d)[^。\n》]){0,40}?(信息|政务)公开[^。\n]{0,8}?(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"总体情况\n?(?<year>20\d\d)年(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    // A sentence begins with its year: 2019年度,主动公开…; 截至2019年12月31日,….
    [GeneratedRegex(@"(^|[。;:)])(截[至止]到?)?(?<year>20\d\d)年(度|以来|全年|底|末|12月31日|,|(?=[我本全省市区县州旗镇乡]))", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)年(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyYear();

    [GeneratedRegex("《[^》\n]*》", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(发布(日期|时间)|公开(日期|时间)|成文日期)[:：]?(?<y>20\d\d)[-年/.](?<m>\d{1,2})[-月/.](?<d>\d{1,2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"\((?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    // A date on a line of its own or behind a name, not the end of the period reported on.
    [GeneratedRegex(@"^[^\d\n,。]{0,30}(?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日\)?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Signed();
}
