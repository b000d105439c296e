// Reports on forms that are known and not read: those before 2019 have other tables, and their numbers have no metric here.
using Analytics.Catalog;
using Analytics.Documents;

namespace Analytics.Extraction;

/// <summary>Recognises reports on a form without lines by its signs.</summary>
internal sealed class UnreadForms(Forms forms)
{
    /// <summary>One or two of the labels may stand in any narrative.</summary>
    private const int LeastSigns = 5;
    private const int Named = 3;

    private readonly List<(string Form, List<List<string>> Signs)> known = forms.Unread
        .Select(form => (form.Key, form.Value.Select(labels => labels.Select(NormalText.Squeeze).ToList()).ToList())).ToList();

    private readonly int firstRead = forms.FirstYears.Values.Min();

    /// <summary>Chinese: why the report is not read; null where nothing speaks for such a form.</summary>
    /// <param name="lines">Lines of a form that were read; where they outnumber the signs, that form is the right one.</param>
    public string? Reason(Document document, ReportYear? year, int lines)
    {
        var (form, found) = known.Select(entry => (entry.Form, Found: Found(document, entry.Signs, lines))).MaxBy(entry => entry.Found.Count);
        if (found?.Count >= Math.Max(LeastSigns, lines + 1))
            return $"这是旧表式（{form} 年起使用，见“{string.Join("”“", found.Take(Named))}”等 {found.Count} 项）的报告，目前只读取 {firstRead} 年及以后的表式，尚未读取；"
                + "原件已保留并隔离，支持该表式后会重新读取，不必重新提交。";
        return lines == 0 && year?.Value < firstRead
            ? $"这是 {year} 年度的报告，早于 {firstRead} 年，没有现行的法定统计表（表二、表三、表四），目前尚未读取；原件已保留并隔离，支持当年的表式后会重新读取，不必重新提交。"
            : null;
    }

    private static List<string> Found(Document document, List<List<string>> signs, int lines)
    {
        if (signs.Count <= lines) return [];
        var texts = document.Blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Table table => table.Rows.SelectMany(row => row, (_, cell) => cell.Text),
            _ => Enumerable.Empty<string>(),
        });
        var all = string.Join('\n', texts.Select(NormalText.Squeeze));
        return signs.Where(labels => labels.Exists(label => all.Contains(label, StringComparison.Ordinal))).Select(labels => labels[0]).ToList();
    }
}
