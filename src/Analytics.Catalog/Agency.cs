// Who reports: a body with its name, its region and its sector.
namespace Analytics.Catalog;

/// <summary>Whose figures a report holds. Figures of different scopes are never added together.</summary>
public enum ReportScope
{
    /// <summary>The body itself.</summary>
    Own,

    /// <summary>本级: a government with its departments.</summary>
    Level,

    /// <summary>A government with the governments below it.</summary>
    Territory,
}

/// <summary>A reporting body.</summary>
/// <param name="Name">Canonical name: region names from the prefecture (or municipality) down, then the office.</param>
/// <param name="ShortName">Own region and office, as shown on a line of a chart: 拱墅区教育局.</param>
/// <param name="Office">The name without its regions: 教育局, 人民政府办公厅; empty for a government named by its region alone.</param>
/// <param name="Region">Null where the document does not say.</param>
/// <param name="Sector">Of <c>sectors.csv</c>, null where no pattern fits.</param>
public sealed record Agency(string Name, string ShortName, string Office, RegionCode? Region, string? Sector);

/// <summary>A sector and the patterns that tell it, a row of <c>sectors.csv</c>; <see cref="Catalog.SectorOf"/> says which of several wins.</summary>
public sealed record Sector(string Name, string LabelEn, IReadOnlyList<string> Patterns);
