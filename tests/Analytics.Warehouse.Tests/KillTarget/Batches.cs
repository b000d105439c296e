// What is loaded while the program is being killed: every batch is told from its number alone.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;
using Analytics.Warehouse;

namespace KillTarget;

/// <summary>Batches of made-up reports.</summary>
public static class Batches
{
    /// <summary>Reports in every batch.</summary>
    public const int Reports = 20;

    private static readonly List<Metric> Metrics = Catalog.Current.Metrics.Where(metric => metric.Forms.Contains("2021", StringComparer.Ordinal)).ToList();

    /// <summary>Values in every report.</summary>
    public static int Values => Metrics.Count;

    /// <summary>The documents of a batch.</summary>
    /// <param name="number">From 1 on.</param>
    public static IReadOnlyList<LoadItem> Of(int number) => Enumerable.Range(0, Reports).Select(index => Item(number, index)).ToList();

    /// <summary>SHA-256 of the documents of a batch.</summary>
    public static IReadOnlyList<string> Hashes(int number) => Enumerable.Range(0, Reports).Select(index => Hash(number, index)).ToList();

    private static LoadItem Item(int number, int index)
    {
        var office = string.Create(CultureInfo.InvariantCulture, $"第{number}虚构局");
        var agency = new Agency("虚构" + office, office, office, null, null);
        var values = Metrics.Select((metric, position) => Value(metric, (number * 7) + (index * 3) + position)).ToList();
        var forms = new Dictionary<string, string>(StringComparer.Ordinal) { ["二"] = "2021", ["三"] = "2021", ["四"] = "2021" };
        var report = new LoadReport(agency, agency.Name, new ReportYear(2021 + index), ReportScope.Own, forms, values, []);
        return new LoadItem(Hash(number, index), string.Create(CultureInfo.InvariantCulture, $"{number}-{index}.txt"), null, null, null, "1", report, null, null);
    }

    private static LoadValue Value(Metric metric, int value) => new(
        metric.Key, ValueState.Number, value, true,
        new LoadCell(2, 1, value, 2, null, null, value.ToString(CultureInfo.InvariantCulture), null, metric.RowZh, metric.ColumnZh, false));

    private static string Hash(int number, int index) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}.{index}"))));
}
