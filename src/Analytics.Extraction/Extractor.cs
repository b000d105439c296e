// The way from a document to a checked report.
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>Extracts annual reports from documents. Safe for use by many threads.</summary>
public sealed class Extractor
{
    /// <summary>Raised whenever the same document may be read differently, so that older reports are read again.</summary>
    public const string Version = "7";

    private static readonly IReportRule[] Rules =
    [
        new LinearRules(), new R05WholeNumbers(), new R06MisreadColumn(), new R09TextAgainstTable(), new R12AmountUnit(), new R13FormOfYear(),
        new R14OtherRegions(), new R15OtherYears(), new R16BlankCells(), new R20RuleMaking(), new R23WhoAndWhen(), new R24ReadFromPicture(),
    ];

    private readonly CatalogData catalog;
    private readonly Labels labels;
    private readonly GluedText glued;
    private readonly AgencyFinder agencies;
    private readonly ScopeFinder scopes;
    private readonly ClaimReader claimReader;
    private readonly UnreadForms unread;

    public Extractor(CatalogData catalog)
    {
        this.catalog = catalog;
        labels = new Labels(catalog.Forms);
        glued = new GluedText(catalog.Forms);
        agencies = new AgencyFinder(catalog);
        scopes = new ScopeFinder(catalog);
        claimReader = new ClaimReader(catalog);
        unread = new UnreadForms(catalog.Forms);
    }

    /// <summary>Reads bytes; a document that cannot be read comes back quarantined with the reason.</summary>
    /// <param name="file">File name, for messages.</param>
    /// <param name="bytes">The whole file.</param>
    public Report Extract(string file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Extract(DocumentReader.Read(file, bytes));
        }
        catch (UnreadableDocumentException e)
        {
            return Report.Refused(catalog, Path.GetFileName(file), Sha256Hash.Of(bytes.Span), e.Message);
        }
    }

    /// <summary>Extracts a report from a document as read.</summary>
    public Report Extract(Document document)
    {
        var tables = FormReader.Read(catalog, labels, Tokens.Of(document, labels, glued));
        var year = YearFinder.Find(document);
        var who = agencies.Find(document);
        var agency = who.Agency;
        if (who.Ambiguous.Count > 0 && agencies.ByContext(document, who.Ambiguous) is { } region)
            agency = agencies.AgencyOf(region, who.Office);
        var otherForm = unread.Reason(document, year.Year, tables.Facts.Select(fact => fact.Metric.Line).Distinct(StringComparer.Ordinal).Count());
        if (otherForm is not null) tables = TablesRead.Nothing;
        var narrative = NarrativeText.Of(document);
        var scope = scopes.Find(narrative, agency);
        var claims = claimReader.Read(narrative, agency, who.Printed, scope, year.Year);
        var context = new ReportContext(catalog, tables.Facts, tables.Forms, year.Year, agency, who, year, claims, tables.Findings);
        var findings = new List<Finding>(tables.Findings);
        foreach (var rule in Rules) findings.AddRange(rule.Check(context));
        var reason = otherForm ?? Missing(agency, year.Year, tables);
        if (reason is not null) findings.Add(new Finding("R19", catalog.Rule("R19").Severity, [], null, null, reason));
        return new Report(document.Name, document.Sha256, who.Printed, agency, scope, year.Year, year.Published,
            tables.Forms, tables.Facts, findings, reason);
    }

    /// <summary>What the rules of one report find in facts that came without a document.</summary>
    /// <param name="agency">Who reports.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="forms">Form of each table: 二 → 2019.</param>
    /// <param name="facts">Each metric once.</param>
    public IReadOnlyList<Finding> Check(Agency agency, ReportYear year, IReadOnlyDictionary<string, string> forms, IReadOnlyList<Fact> facts)
    {
        var context = new ReportContext(catalog, facts, forms, year, agency, new AgencyFound(agency.Name, agency, [], agency.Office, null), new YearFound(year, [], null), TextClaims.None, []);
        return Rules.SelectMany(rule => rule.Check(context)).ToList();
    }

    // R19: what a report cannot do without.
    private static string? Missing(Agency? agency, ReportYear? year, TablesRead tables)
    {
        var missing = new List<string>();
        if (agency is null) missing.Add("机关名称");
        if (year is null) missing.Add("报告年度");
        if (tables.Forms.Count == 0) missing.Add("法定统计表（表二、表三、表四）");
        else if (tables.Facts.All(fact => fact.State != FactState.Number)) missing.Add("任何已填写的数值（可能是空白表）");
        return missing.Count == 0 ? null : $"未能识别{string.Join("、", missing)}，已隔离待处理：请核对文件是否为完整的年度报告，或补充机关与年度后重试。";
    }
}
