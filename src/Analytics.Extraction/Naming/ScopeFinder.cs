// Whose figures a report holds: the body's own, its level's, or its whole territory's.
using System.Text.RegularExpressions;
using Analytics.Catalog;
using Analytics.Documents;

namespace Analytics.Extraction;

internal static partial class ScopeFinder
{
    /// <summary>A department or a government's own office reports for itself; a government reports for its territory where
    /// the text counts 全市, 全区 …, else for its level.</summary>
    public static ReportScope Find(Document document, Agency? agency)
    {
        if (agency is null || !Government().IsMatch(agency.Office)) return ReportScope.Own;
        var text = string.Join('\n', document.Blocks.OfType<Paragraph>().Select(paragraph => NormalText.Squeeze(paragraph.Text)));
        return Territory().IsMatch(text) ? ReportScope.Territory : ReportScope.Level;
    }

    [GeneratedRegex(@"^((人民)?政府|管理?委(员会)?|管委会)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Government();

    [GeneratedRegex(@"全(省|市|区|县|州|旗|盟)(各级|共|累计|收到|受理|新收|行政机关|政府信息公开单位|\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Territory();
}
