// What the text of a made-up report of 拱墅区教育局 on 2020 is understood to state.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

internal static class Told
{
    public static readonly ReportYear Year = new(2020);
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly ClaimReader Reader = new(Catalog);

    public static Agency Bureau { get; } = new("杭州市拱墅区教育局", "拱墅区教育局", "教育局", new RegionCode("330105"), "教育");

    public static Agency Government { get; } = new("杭州市拱墅区人民政府", "拱墅区人民政府", "人民政府", new RegionCode("330105"), "政府");

    /// <summary>"received 3, closed 2", or "" where nothing is stated.</summary>
    public static string In(params string[] paragraphs) => Of(Bureau, ReportScope.Own, paragraphs);

    public static string Of(Agency? agency, ReportScope scope, params string[] paragraphs) =>
        string.Join(", ", Claims(agency, scope, paragraphs).Statements.Select(statement => $"{statement.Definition.Name} {statement.Value:0.######}"));

    public static TextClaims Claims(Agency? agency, ReportScope scope, params string[] paragraphs) =>
        Reader.Read(NarrativeText.Of(Docs.Of(paragraphs)), agency, agency?.Name, scope, Year);
}
