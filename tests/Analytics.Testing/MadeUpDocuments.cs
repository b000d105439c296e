// A folder of made-up documents, some of them made to break readers, to run through the jobs.
using Analytics.Catalog;
using Analytics.Synthetic;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Testing;

/// <summary>Documents on disk.</summary>
/// <param name="Good">Files that are to be loaded.</param>
/// <param name="Hostile">Files that are to be quarantined.</param>
public sealed record MadeUpDocuments(IReadOnlyList<string> Good, IReadOnlyList<string> Hostile)
{
    private const double HostilePercent = 5;
    private const int Years = 5;
    private const int FirstYear = 2019;

    /// <summary>All files, in the order they were made.</summary>
    public IReadOnlyList<string> Files { get; } = Good.Concat(Hostile).Order(StringComparer.Ordinal).ToList();

    /// <summary>Writes documents to a folder, always the same ones.</summary>
    public static MadeUpDocuments Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var plan = new SyntheticPlan(1, (count / Years) + 1, new ReportYear(FirstYear), new ReportYear(FirstYear + Years - 1));
        var documents = new SyntheticDocuments(CatalogData.Current, 1, HostilePercent);
        var (good, hostile) = (new List<string>(), new List<string>());
        foreach (var document in new SyntheticData(CatalogData.Current, plan).Reports().Where(item => item.Report is not null).SelectMany(documents.Print).Take(count))
        {
            var file = Path.Combine(folder, document.Name);
            File.WriteAllBytes(file, document.Bytes);
            (document.Report is null ? hostile : good).Add(file);
        }
        return new MadeUpDocuments(good, hostile);
    }
}
