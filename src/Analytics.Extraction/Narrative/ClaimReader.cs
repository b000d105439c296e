// What the text says that the tables, the title and the region can be compared with.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>What the text claims.</summary>
/// <param name="Statements">Numbers of the body's own work in the year reported on.</param>
/// <param name="OtherYears">Years other than that one.</param>
/// <param name="OtherRegions">Regions other than its own.</param>
internal sealed record TextClaims(IReadOnlyList<Statement> Statements, IReadOnlyList<YearClaim> OtherYears, IReadOnlyList<RegionClaim> OtherRegions)
{
    /// <summary>Of facts that came without a text.</summary>
    public static TextClaims None { get; } = new([], [], []);
}

/// <summary>Reads all claims. Safe for use by many threads.</summary>
internal sealed class ClaimReader(CatalogData catalog)
{
    private readonly StatementReader statements = new(catalog);
    private readonly YearClaims years = new(catalog);
    private readonly RegionClaims regions = new(catalog);

    /// <param name="narrative">The text.</param>
    /// <param name="agency">Who reports, null where unknown.</param>
    /// <param name="printed">Its name as printed.</param>
    /// <param name="scope">Whose figures the tables hold.</param>
    /// <param name="year">The year reported on; without it no number and no year can be placed.</param>
    public TextClaims Read(NarrativeText narrative, Agency? agency, string? printed, ReportScope scope, ReportYear? year)
    {
        var own = new OwnWords(catalog, agency, printed, scope);
        return new TextClaims(
            year is { } one ? statements.Read(narrative, own, one) : [], year is { } known ? years.OtherYears(narrative, own, known) : [],
            agency is null ? [] : regions.Elsewhere(narrative, agency));
    }
}
