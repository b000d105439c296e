// A roster: the CSV file that says who is expected to report, and from which report year to which.
using System.Globalization;
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using Analytics.Warehouse;
using CsvHelper;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl;

/// <summary>A roster as read.</summary>
/// <param name="Entries">Empty where there is an error: a roster is taken in whole or not at all.</param>
/// <param name="Errors">Chinese, each with its row.</param>
public sealed record RosterRead(IReadOnlyList<RosterEntry> Entries, IReadOnlyList<string> Errors);

/// <summary>Reads rosters.</summary>
public sealed class RosterFile(CatalogData catalog)
{
    private static readonly string[] Columns = ["agency", "region", "sector", "first_year", "last_year"];
    private readonly AgencyNames names = new(catalog);

    /// <summary>Whether a file is a roster: a CSV file whose first line names the roster's columns.</summary>
    public static async Task<bool> IsRosterAsync(string file, CancellationToken cancellation)
    {
        var found = (await CsvHead.OfAsync(file, cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Columns.All(found.Contains);
    }

    /// <summary>Reads a roster.</summary>
    public RosterRead Read(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(TextDecoder.Decode(bytes).TrimStart('\uFEFF')));
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { TrackLineNumbers = true }, leaveOpen: false);
        var entries = new List<(RosterEntry Entry, long Line)>();
        var errors = new List<string>();
        while (csv.Read())
        {
            var fields = csv.Headers.Select((head, index) => (Head: head.Trim().ToLowerInvariant(), Text: index < csv.FieldCount ? csv.GetString(index).Trim() : ""))
                .ToDictionary(field => field.Head, field => field.Text, StringComparer.Ordinal);
            if (fields.Values.All(text => text.Length == 0)) continue;
            var wrong = new List<string>();
            if (Entry(fields, wrong) is { } entry) entries.Add((entry, csv.LineNumber));
            errors.AddRange(wrong.Select(reason => $"第 {csv.LineNumber} 行：{reason}"));
        }
        errors.AddRange(Overlaps(entries));
        if (entries.Count == 0 && errors.Count == 0) errors.Add("名录中没有机关。");
        return new RosterRead(errors.Count > 0 ? [] : entries.ConvertAll(entry => entry.Entry), errors);
    }

    private RosterEntry? Entry(Dictionary<string, string> fields, List<string> wrong)
    {
        if (fields["agency"].Length == 0) wrong.Add("agency 为空，请填写机关名称。");
        var region = RegionText.Find(catalog.Regions, fields["region"], out var problem);
        if (problem is not null) wrong.Add(problem);
        var sector = fields["sector"];
        if (sector.Length > 0 && catalog.Sectors.All(known => known.Name != sector)) wrong.Add($"没有“{sector}”这一领域（sector），请留空或填写 sectors.csv 中的名称。");
        var first = Year(fields["first_year"], "first_year", wrong);
        if (first is null && fields["first_year"].Length == 0) wrong.Add("first_year 为空，请填写应当报告的首个年度。");
        var last = Year(fields["last_year"], "last_year", wrong);
        if (first > last) wrong.Add($"last_year（{last}）早于 first_year（{first}）。");
        if (wrong.Count > 0) return null;
        if (names.Of(fields["agency"], region) is not { } agency)
        {
            wrong.Add($"机关名称“{fields["agency"]}”中的地区与 region“{fields["region"]}”不符。");
            return null;
        }
        return new RosterEntry(sector.Length > 0 ? agency with { Sector = sector } : agency, first!.Value, last);
    }

    private static ReportYear? Year(string text, string column, List<string> wrong)
    {
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && ReportYear.IsYear(year)) return new ReportYear(year);
        wrong.Add($"{column}“{text}”不是年度，应为 {ReportYear.First} 至 {ReportYear.Last} 的四位数字。");
        return null;
    }

    private static IEnumerable<string> Overlaps(IEnumerable<(RosterEntry Entry, long Line)> entries)
    {
        foreach (var agency in entries.GroupBy(entry => (entry.Entry.Agency.Region, entry.Entry.Agency.Office)))
        {
            var spans = agency.OrderBy(entry => entry.Entry.FirstYear).ToList();
            foreach (var (before, after) in spans.Zip(spans.Skip(1)))
            {
                if (before.Entry.LastYear is null || before.Entry.LastYear >= after.Entry.FirstYear)
                    yield return $"第 {after.Line} 行：{after.Entry.Agency.Name} 的年度与第 {before.Line} 行重叠。";
            }
        }
    }
}
