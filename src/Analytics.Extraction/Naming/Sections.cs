// The parts of a report, told by its numbered headings, as far as they say who reports on which year.
using System.Text.RegularExpressions;

namespace Analytics.Extraction;

internal static partial class Sections
{
    /// <summary>Whether the first part begins with that line, already squeezed.</summary>
    public static bool BeginsOverview(string line) => First().IsMatch(line);

    /// <summary>The paragraphs of 一、总体情况 with its heading; empty where there is no such heading.</summary>
    public static IEnumerable<string> Overview(IReadOnlyList<string> paragraphs) => paragraphs.SkipWhile(line => !First().IsMatch(line)).TakeWhile(line => !Second().IsMatch(line));

    /// <summary>The paragraphs before 五、存在的主要问题及改进情况, which speaks of the years to come.</summary>
    public static IEnumerable<string> BeforePlans(IReadOnlyList<string> paragraphs) => paragraphs.TakeWhile(line => !Fifth().IsMatch(line));

    [GeneratedRegex(@"^\W*(一[、.,]|第一部分).{0,3}(总体|概述|基本)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"^\W*(二[、.,]|第二部分).{0,6}(主动|公开)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"^\W*(五[、.,]|第五部分)|存在的?(主要)?问题[及和与]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fifth();
}
