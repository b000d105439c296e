// Lays the facts of a report out as the statutory form does, with labels from the catalog's form data only.
using System.Globalization;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>Prints reports.</summary>
public sealed class ReportPrinter(CatalogData catalog, Noise noise)
{
    private const string Omitted = "本节从略。";

    /// <summary>The report as laid out; the sections of tables that it does not have are left out.</summary>
    public PrintedReport Print(ReportFacts facts)
    {
        var blocks = new List<PrintedBlock>();
        if (facts.Published is { } published) blocks.Add(new PrintedParagraph($"发布日期：{published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
        var tables = catalog.Forms.Lines.Select(line => line.Table).ToHashSet(StringComparer.Ordinal);
        foreach (var section in catalog.Forms.Marks.Where(mark => mark.Kind == MarkKind.Section))
        {
            if (tables.Contains(section.Key) && !facts.Forms.ContainsKey(section.Key)) continue;
            blocks.Add(new PrintedHeading(noise.Label(section.Labels)));
            if (tables.Contains(section.Key)) blocks.Add(Table(facts, section.Key));
            else if (section == catalog.Forms.Marks[0] && facts.Narrative.Count > 0) blocks.AddRange(facts.Narrative.Select(line => new PrintedParagraph(line)));
            else blocks.AddRange(facts.Texts.GetValueOrDefault(section.Key, [Omitted]).Select(line => new PrintedParagraph(line)));
        }
        if (facts.Signed is { } signed)
        {
            blocks.Add(new PrintedParagraph(facts.Agency));
            blocks.Add(new PrintedParagraph(string.Create(CultureInfo.InvariantCulture, $"{signed.Year}年{signed.Month}月{signed.Day}日")));
        }
        return new PrintedReport(string.Create(CultureInfo.InvariantCulture, $"{facts.Agency}{facts.Year}年政府信息公开工作年度报告"), blocks);
    }

    private PrintedTable Table(ReportFacts facts, string table)
    {
        var form = new FormPrint(catalog, noise, facts, table);
        return table switch
        {
            "二" => TableTwo.Print(form),
            "三" => TableThree.Print(form, noise.HeadsAgainAfter),
            "四" => TableFour.Print(form),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "The form has no such table."),
        };
    }
}
