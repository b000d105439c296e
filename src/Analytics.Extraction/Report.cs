// What is read out of one document: facts with their sources, findings, and who and when.
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

public enum FactState
{
    /// <summary>A number as printed, unit normalised.</summary>
    Number,

    /// <summary>Printed empty, or as / - 无: not applicable or not filled.</summary>
    Blank,

    /// <summary>Printed, but without an honest reading; a finding R18 names it.</summary>
    Unread,
}

/// <summary>Where a value was printed.</summary>
/// <param name="Table">The statutory table: 2, 3 or 4; 0 for a form that has one table only.</param>
/// <param name="Anchor">Table, row, column, line, page of the document.</param>
/// <param name="Text">The cell as printed.</param>
/// <param name="Unit">The unit printed in the cell or its head, null where none is.</param>
/// <param name="RowLabel">The label of its row as printed.</param>
/// <param name="ColumnLabel">The head of its column: as printed where it was found, else the form's.</param>
/// <param name="OcrConfidence">0 to 1 where it was read from a picture, null where it was printed as text.</param>
public sealed record Source(int Table, Anchor Anchor, string Text, string? Unit, string RowLabel, string ColumnLabel, double? OcrConfidence = null)
{
    /// <summary>Read from a picture.</summary>
    public bool IsOcr => OcrConfidence is not null;
}

/// <summary>One cell of a statutory table of one report.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="State">Number, blank or unread.</param>
/// <param name="Value">The number as printed with its unit normalised (万元 for amounts); null unless <see cref="FactState.Number"/>.</param>
/// <param name="Source">Where it was printed.</param>
public sealed record Fact(MetricKey Metric, FactState State, decimal? Value, Source Source);

/// <summary>A document read as an annual report.</summary>
/// <param name="File">File name, for messages.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="AgencyPrinted">The body's name as it stands in the document, null where it does not say.</param>
/// <param name="Agency">The body, canonical; null where the document does not say.</param>
/// <param name="Scope">Whose figures these are.</param>
/// <param name="Year">Year reported on, null where the document does not say.</param>
/// <param name="Published">Date of publication or, failing that, of signature, where stated.</param>
/// <param name="Forms">Form of each statutory table found: 二 → 2019.</param>
/// <param name="Facts">In the order of the form.</param>
/// <param name="Findings">Of the rules of one report.</param>
/// <param name="Reason">Why the report is quarantined (not loaded), null where it is not.</param>
public sealed record Report(
    string File, Sha256Hash Sha256, string? AgencyPrinted, Agency? Agency, ReportScope Scope, ReportYear? Year, DateOnly? Published,
    IReadOnlyDictionary<string, string> Forms, IReadOnlyList<Fact> Facts, IReadOnlyList<Finding> Findings, string? Reason)
{
    public bool IsQuarantined => Reason is not null;

    /// <summary>The report of a document that could not be read: quarantined.</summary>
    /// <param name="catalog">Has rule R19.</param>
    /// <param name="file">File name, for messages.</param>
    /// <param name="sha256">Of the bytes.</param>
    /// <param name="reason">Chinese: what is wrong and what to do.</param>
    public static Report Refused(CatalogData catalog, string file, Sha256Hash sha256, string reason)
    {
        var finding = new Finding("R19", catalog.Rule("R19").Severity, [], null, null, reason);
        return new Report(file, sha256, null, null, ReportScope.Own, null, null, new Dictionary<string, string>(StringComparer.Ordinal), [], [finding], reason);
    }
}
