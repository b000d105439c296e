// The letter to an agency about its report: formal, polite, with the cells as printed, what they should be, and by which rule.
using System.Globalization;
using System.Text;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Quality;

/// <summary>Writes letters.</summary>
public sealed class NoteLetter(IStringLocalizer<Texts> texts, Catalog.Catalog catalog)
{
    /// <summary>What the letter is called.</summary>
    public string Title(IReadOnlyList<NoteLine> lines) => texts["Letter.Title", lines[0].AgencyName, lines[0].Year];

    /// <summary>How many findings it names.</summary>
    public static int Findings(IReadOnlyList<NoteLine> lines) => Grouped(lines).Count;

    /// <summary>The letter as plain text, in the language that people of the agency read, whatever the page is in.</summary>
    /// <param name="lines">At least one, as the query gives them.</param>
    /// <param name="sender">Who signs; empty leaves room for it.</param>
    public string Write(IReadOnlyList<NoteLine> lines, string sender, DateOnly today, DateOnly due)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(Languages.Chinese);
        try
        {
            return Translate(lines, sender, today, due);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The same in the language of the page.</summary>
    public string Translate(IReadOnlyList<NoteLine> lines, string sender, DateOnly today, DateOnly due)
    {
        var findings = Grouped(lines);
        var letter = new StringBuilder();
        letter.AppendLine(Title(lines)).AppendLine().AppendLine(texts["Letter.To", lines[0].AgencyName]);
        letter.AppendLine(texts["Letter.Opening", lines[0].Year, findings.Count]).AppendLine();
        for (var i = 0; i < findings.Count; i++) Item(letter, i + 1, findings[i], findings.Any(other => other[0].ReportScope != findings[0][0].ReportScope));
        letter.AppendLine(texts["Letter.Request", due]).AppendLine(texts["Letter.Thanks"]).AppendLine();
        letter.AppendLine(sender.Trim().Length > 0 ? texts["Letter.Sender", sender.Trim()] : texts["Letter.NoSender"]).AppendLine(texts["Letter.Day", today]);
        return letter.ToString();
    }

    private void Item(StringBuilder letter, int number, IReadOnlyList<NoteLine> finding, bool namesScope)
    {
        var first = finding[0];
        var scope = namesScope ? texts["Compare.InBrackets", texts["Scope." + first.ReportScope].Value].Value : "";
        letter.AppendLine(texts["Letter.Item", number, MetricNames.OfRule(catalog.Rule(first.Rule)), first.Rule, texts["Severity." + first.Severity].Value, scope]);
        letter.AppendLine(texts["Letter.Found", first.Message]);
        foreach (var cell in finding.Where(line => line.Metric is not null)) letter.AppendLine(Cell(cell));
        if (first is { Expected: { } expected, Printed: { } printed }) letter.AppendLine(texts["Letter.Values", Plain(printed), Plain(expected)]);
        letter.AppendLine();
    }

    private string Cell(NoteLine line) => line switch
    {
        { FormTable: null } => texts["Letter.NoCell", line.LabelZh ?? line.Metric!],
        { Text: null or "" } => texts["Letter.BlankCell", Place(line), line.RowLabel ?? "", line.ColumnLabel ?? ""],
        _ => texts["Letter.Cell", Place(line), line.RowLabel ?? "", line.ColumnLabel ?? "", line.Text],
    };

    private string Place(NoteLine line) => texts["FormTable." + line.FormTable!.Value.ToString(CultureInfo.InvariantCulture)];

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    // A line names one cell of a finding; those of one finding follow each other.
    private static List<IReadOnlyList<NoteLine>> Grouped(IReadOnlyList<NoteLine> lines) => lines
        .GroupBy(line => (line.ReportId, line.Rule, line.Message)).Select(group => (IReadOnlyList<NoteLine>)group.ToList()).ToList();
}
