// Normalized facts from a CSV file: one row per cell, the rows of a report together.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using CsvHelper;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Facts;

/// <summary>The facts of one report, or what is wrong with its rows.</summary>
/// <param name="Name">File and rows: facts-2019.csv:2-240.</param>
/// <param name="Report">The report; quarantined where a row cannot be taken.</param>
public sealed record FactsOfReport(string Name, Report Report);

/// <summary>Reads facts, report by report.</summary>
/// <remarks>Columns: agency, region, year, scope, metric, state, value, unit. A row that cannot be taken keeps its whole report
/// out, named with its number.</remarks>
public sealed class FactsFile(CatalogData catalog, Extractor extractor)
{
    private const string Head = "agency,region,year,scope,metric,state,value,unit";
    private const int MostReasons = 5;

    private sealed record Row(long Number, string Agency, string Region, string Year, string Scope, string Metric, string State, string Value, string Unit)
    {
        public (string Agency, string Region, string Year, string Scope) Of => (Agency, Region, Year, Scope);
    }

    /// <summary>Whether a file begins with the columns of facts.</summary>
    public static bool IsFacts(string file)
    {
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            using var stream = Open(file);
            Span<byte> begin = stackalloc byte[Head.Length + 3];
            var text = Encoding.UTF8.GetString(begin[..stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)]);
            return text.TrimStart('\uFEFF').StartsWith(Head, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is InvalidDataException or UnauthorizedAccessException or FileNotFoundException)
        {
            // Whatever reads it as a document says what is wrong.
            return false;
        }
    }

    /// <summary>The reports of a file, in order.</summary>
    public IEnumerable<FactsOfReport> Read(string file)
    {
        var name = Path.GetFileName(file);
        var seen = new HashSet<(string, string, string, string)>();
        var rows = new List<Row>();
        foreach (var row in Rows(file))
        {
            if (rows.Count > 0 && rows[0].Of != row.Of)
            {
                yield return Report(name, rows, seen);
                rows = [];
            }
            rows.Add(row);
        }
        if (rows.Count > 0) yield return Report(name, rows, seen);
    }

    private static IEnumerable<Row> Rows(string file)
    {
        using var stream = Open(file);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { TrackLineNumbers = true }, leaveOpen: true);
        while (csv.Read())
        {
            var row = csv;
            string Field(int column) => column < row.FieldCount ? row.GetString(column).Trim() : "";
            yield return new Row(csv.LineNumber, Field(0), Field(1), Field(2), Field(3), Field(4), Field(5), Field(6), Field(7));
        }
    }

    private static Stream Open(string file) => file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress)
        : File.OpenRead(file);

    private FactsOfReport Report(string file, List<Row> rows, HashSet<(string, string, string, string)> seen)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{file}:{rows[0].Number}-{rows[^1].Number}");
        // The rows themselves are the document: the same rows again are the same.
        var sha256 = Sha256Hash.Of(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => row with { Number = 0 }))));
        var reasons = new List<string>();
        var facts = new List<Fact>();
        var metrics = new HashSet<MetricKey>();
        var head = rows[0];
        if (!seen.Add(head.Of)) Wrong(head, "同一份报告（机关、地区、年度、口径相同）的行应当相邻，前面已有该报告");
        if (head.Agency.Length == 0) Wrong(head, "缺少机关名称");
        var region = head.Region.Length == 0 ? null : RegionCode.IsCode(head.Region) ? catalog.Regions.Find(new RegionCode(head.Region)) : null;
        if (head.Region.Length > 0 && region is null) Wrong(head, $"没有地区代码“{head.Region}”");
        var year = int.TryParse(head.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ReportYear.IsYear(number) ? new ReportYear(number) : (ReportYear?)null;
        if (year is null) Wrong(head, $"“{head.Year}”不是报告年度");
        if (!Enum.TryParse<ReportScope>(head.Scope, ignoreCase: true, out var scope)) Wrong(head, $"口径“{head.Scope}”应为 own、level 或 territory");
        foreach (var row in rows)
        {
            if (Fact(row, out var problem) is not { } fact) Wrong(row, problem!);
            else if (!metrics.Add(fact.Metric)) Wrong(row, $"指标 {fact.Metric} 在这份报告中出现了两次");
            else facts.Add(fact);
        }
        var forms = year is null ? null : Forms(metrics, year.Value, problem => Wrong(head, problem));
        if (reasons.Count > 0)
        {
            var more = reasons.Count > MostReasons ? string.Create(CultureInfo.InvariantCulture, $"\n……共 {reasons.Count} 处") : "";
            return new FactsOfReport(name, Extraction.Report.Refused(catalog, name, sha256, string.Join('\n', reasons.Take(MostReasons)) + more));
        }
        var agency = catalog.AgencyOf(region, OfficeOf(head.Agency, region));
        var findings = extractor.Check(agency, year!.Value, forms!, facts);
        return new FactsOfReport(name, new Report(name, sha256, head.Agency, agency, scope, year, null, forms!, facts, [.. Unread(facts), .. findings], null));

        void Wrong(Row row, string problem) => reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{file} 第 {row.Number} 行：{problem}。请改正后重新载入，这份报告的其他行也未载入。"));
    }

    private Fact? Fact(Row row, out string? problem)
    {
        problem = null;
        if (Known(row.Metric) is not { } metric)
        {
            problem = $"没有指标“{row.Metric}”";
            return null;
        }
        var source = new Source("一二三四".IndexOf(metric.Table, StringComparison.Ordinal) + 1, new Anchor(Line: (int)row.Number), row.Value,
            row.Unit.Length == 0 ? null : row.Unit, metric.RowZh, metric.ColumnZh);
        switch (row.State)
        {
            case "blank" when row.Value.Length == 0:
                return new Fact(metric.Key, FactState.Blank, null, source);
            case "unread":
                return new Fact(metric.Key, FactState.Unread, null, source);
            case "number" when decimal.TryParse(row.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value):
                if (InUnit(metric, value, row.Unit) is not { } exact) problem = $"指标 {metric.Key} 的单位“{row.Unit}”不对，应为{metric.Unit}";
                else if (Math.Abs(exact) >= 1_000_000_000_000 || decimal.Truncate(exact * 1_000_000) != exact * 1_000_000) problem = $"数值 {row.Value} 超出范围：整数至多十二位，小数至多六位";
                else return new Fact(metric.Key, FactState.Number, exact, source);
                return null;
            default:
                problem = $"状态“{row.State}”与数值“{row.Value}”不符：状态应为 number（有数值）、blank（无数值）或 unread";
                return null;
        }
    }

    private Metric? Known(string key)
    {
        try
        {
            return catalog.Metric(new MetricKey(key));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Amounts without a unit are kept as they are; R12 tells that nobody knows what they mean.
    private static decimal? InUnit(Metric metric, decimal value, string unit) => unit switch
    {
        "" => value,
        _ when unit == metric.Unit => value,
        "元" when !metric.IsCount => value / 10_000,
        "亿元" when !metric.IsCount => value * 10_000,
        _ => null,
    };

    // The form of each table: the year's own where it has all the cells, else the other.
    private Dictionary<string, string>? Forms(HashSet<MetricKey> metrics, ReportYear year, Action<string> wrong)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in metrics.Select(key => catalog.Metric(key)!).GroupBy(metric => metric.Table, StringComparer.Ordinal))
        {
            var fitting = catalog.Forms.Names.Where(form => table.All(metric => metric.Forms.Contains(form, StringComparer.Ordinal))).ToList();
            var expected = catalog.Forms.Expected(year);
            if (fitting.Count == 0) wrong($"表{table.Key}的指标不属于同一种表式");
            else forms[table.Key] = expected is not null && fitting.Contains(expected, StringComparer.Ordinal) ? expected : fitting[0];
        }
        return forms;
    }

    private IEnumerable<Finding> Unread(List<Fact> facts)
    {
        var rule = catalog.Rule("R18");
        return facts.Where(fact => fact.State == FactState.Unread).Select(fact => new Finding(
            rule.Id, rule.Severity, [fact.Metric], null, null, $"{rule.MessageZh}：{catalog.Metric(fact.Metric)!.LabelZh}印为“{fact.Source.Text}”，不能确定其数值"));
    }

    // 合成甲子一市教育局 of the prefecture is its 教育局.
    private string OfficeOf(string agency, Region? region)
    {
        if (region is null) return agency;
        var line = catalog.Regions.Line(region.Code);
        return Enumerable.Range(0, line.Count).Select(from => string.Concat(line.Skip(from).Select(part => part.Name)))
            .Where(prefix => agency.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => agency[prefix.Length..]).FirstOrDefault() ?? agency;
    }
}
