// Which year is reported on, and when the report was published.
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Catalog;
using Analytics.Documents;

namespace Analytics.Extraction;

/// <summary>The year and every place that speaks of it.</summary>
/// <param name="Year">Of the title, else of the stated period, else null.</param>
/// <param name="Conflicts">Places that say another year: "统计期限 2020".</param>
/// <param name="Published">Publication date, else date of signature, null where neither is stated.</param>
internal sealed record YearFound(ReportYear? Year, IReadOnlyList<string> Conflicts, DateOnly? Published);

internal static partial class YearFinder
{
    private const int TitleParagraphs = 12;

    public static YearFound Find(Document document)
    {
        var paragraphs = document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Squeeze(paragraph.Text)).Where(text => text.Length > 0).ToList();
        var head = string.Concat(paragraphs.Take(TitleParagraphs).Where(line => line.Length <= 60));
        var text = string.Join('\n', paragraphs);
        var title = YearOf(Title().Match(head));
        var metadata = document.Title is null ? null : YearOf(Title().Match(NormalText.Squeeze(document.Title)));
        var period = YearOf(Period().Match(text));
        var opening = YearOf(Opening().Match(text));
        var signed = DateOf(Signed().Matches(string.Join('\n', paragraphs.TakeLast(6))).LastOrDefault());
        var published = DateOf(Published().Match(text)) ?? DateOf(Bracketed().Match(head)) ?? signed;

        var year = title ?? metadata ?? period ?? opening ?? (signed is { } date ? date.Year - 1 : null);
        var conflicts = new List<string>();
        if (year is { } chosen)
        {
            foreach (var (place, other) in new[] { ("文件标题", metadata), ("统计期限", period) })
            {
                if (other is { } value && value != chosen) conflicts.Add($"{place}为 {value} 年");
            }
            if (signed is { } day && (day.Year < chosen || day.Year > chosen + 2)) conflicts.Add($"落款日期为 {day:yyyy-MM-dd}");
        }
        return new YearFound(year is { } found && ReportYear.IsYear(found) ? new ReportYear(found) : null, conflicts, published);
    }

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

    [GeneratedRegex(@"(?<year>(20\d\d|二[〇○零O][〇○零O一二三四五六七八九]{2})(?![-年/.]\d))年?度?((?!20\d\d|二[〇○零O]).){0,40}?信息公开.{0,8}?(报告|年报)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<year>20\d\d)年1月1日(起)?(至|到|-|—|~)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"总体情况\n?(?<year>20\d\d)年", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(发布(日期|时间)|公开(日期|时间)|成文日期)[:：]?(?<y>20\d\d)[-年/.](?<m>\d{1,2})[-月/.](?<d>\d{1,2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"\((?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    // A date on a line of its own or behind a name, not the end of the period reported on.
    [GeneratedRegex(@"^[^\d\n,。]{0,30}(?<y>20\d\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日\)?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Signed();
}
