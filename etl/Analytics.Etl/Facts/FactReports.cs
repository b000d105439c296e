// Rows of one report to a report, checked like one that was read from a document.
using System.Globalization;
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Facts;

/// <summary>Makes reports of rows.</summary>
/// <param name="file">Its name, for messages.</param>
/// <param name="rowWord">What a row is called: 行, or 条 where there are no lines.</param>
internal sealed class FactReports(CatalogData catalog, Extractor extractor, string file, string rowWord)
{
    private const int MostReasons = 5;
    private const decimal MostInAnyUnit = 1e20m;
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private readonly HashSet<(string, string, string, string)> seen = [];
    private readonly ILookup<string, Metric> metricsByLabel = catalog.Metrics.ToLookup(metric => metric.LabelZh, StringComparer.Ordinal);

    /// <summary>The report of rows that stand together.</summary>
    public FactsOfReport Of(IReadOnlyList<FactRow> rows)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{file}:{rows[0].Number}-{rows[^1].Number}");
        // The rows themselves are the document: the same rows again are the same.
        var sha256 = Sha256Hash.Of(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => row.Content))));
        var reasons = new List<string>();
        var facts = new List<Fact>();
        var metrics = new HashSet<MetricKey>();
        var head = rows[0];
        if (!seen.Add(head.Of)) Wrong(head, "同一份报告（机关、地区、年度、口径相同）的行应当相邻，前面已有该报告");
        if (head.Agency.Length == 0) Wrong(head, "缺少机关名称");
        string? problem = null;
        var region = head.Region.Length == 0 ? null : RegionText.Find(catalog.Regions, head.Region, out problem);
        if (problem is not null) Wrong(head, problem.TrimEnd('。'));
        var year = int.TryParse(head.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ReportYear.IsYear(number) ? new ReportYear(number) : (ReportYear?)null;
        if (year is null) Wrong(head, $"“{head.Year}”不是报告年度");
        if (!Enum.TryParse<ReportScope>(head.Scope, ignoreCase: true, out var scope) || !head.Scope.Equals(scope.ToString(), StringComparison.OrdinalIgnoreCase)) Wrong(head, $"口径“{head.Scope}”应为 own、level 或 territory");
        foreach (var row in rows)
        {
            if (row.Problem is not null) Wrong(row, row.Problem);
            else if (row.IsGarbled) Wrong(row, "含有无法识别的字符，请另存为 UTF-8");
            else if (Fact(row, out problem) is not { } fact) Wrong(row, problem!);
            else if (!metrics.Add(fact.Metric)) Wrong(row, $"指标 {fact.Metric} 在这份报告中出现了两次");
            else facts.Add(fact);
        }
        var published = Published(rows, Wrong);
        var forms = year is null ? null : Forms(metrics, year.Value, wrong => Wrong(head, wrong));
        if (reasons.Count > 0)
        {
            var more = reasons.Count > MostReasons ? string.Create(CultureInfo.InvariantCulture, $"\n……共 {reasons.Count} 处") : "";
            return new FactsOfReport(name, Extraction.Report.Refused(catalog, name, sha256, string.Join('\n', reasons.Take(MostReasons)) + more));
        }
        var agency = catalog.AgencyOf(region, OfficeOf(head.Agency, region));
        var findings = extractor.Check(agency, year!.Value, forms!, facts);
        return new FactsOfReport(name, new Report(name, sha256, head.Agency, agency, scope, year, published, forms!, facts, [.. Unread(facts), .. findings], null));

        void Wrong(FactRow row, string what) => reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{file} 第 {row.Number} {rowWord}：{what}。请改正后重新载入，这份报告的其他行也未载入。"));
    }

    private Fact? Fact(FactRow row, out string? problem)
    {
        if (Known(row.Metric, out problem) is not { } metric) return null;
        var source = new Source("一二三四".IndexOf(metric.Table, StringComparison.Ordinal) + 1, new Anchor(Line: (int)row.Number), row.Value,
            row.Unit.Length == 0 ? null : row.Unit, metric.RowZh, metric.ColumnZh);
        switch (row.State)
        {
            case "blank" when PrintedBlank.Is(row.Value):
                return new Fact(metric.Key, FactState.Blank, null, source);
            case "unread":
                return new Fact(metric.Key, FactState.Unread, null, source);
            case "number" when decimal.TryParse(row.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value):
                if (Math.Abs(value) >= MostInAnyUnit) problem = TooLong(row.Value);
                else if (InUnit(metric, value, row.Unit) is not { } exact) problem = $"指标 {metric.Key} 的单位“{row.Unit}”不对，应为{metric.Unit}";
                else if (Math.Abs(exact) >= 1_000_000_000_000 || decimal.Truncate(exact * 1_000_000) != exact * 1_000_000) problem = TooLong(row.Value);
                else return new Fact(metric.Key, FactState.Number, exact, source);
                return null;
            default:
                problem = $"状态“{row.State}”与数值“{row.Value}”不符：状态应为 number（有数值）、blank（无数值）或 unread";
                return null;
        }
    }

    private static string TooLong(string value) => $"数值 {value} 超出范围：整数至多十二位，小数至多六位";

    // By its key, or by its label where no other metric has the same.
    private Metric? Known(string text, out string? problem)
    {
        var labelled = metricsByLabel[text].ToList();
        var metric = labelled.Count == 1 ? labelled[0] : MetricKey.IsKey(text) ? catalog.Metric(new MetricKey(text)) : null;
        problem = metric is not null ? null
            : labelled.Count > 1 ? $"指标“{text}”不止一个（{string.Join("、", labelled.Select(one => one.Key))}），请填写指标的键"
            : $"没有指标“{text}”，请按模板中“指标”一表填写键或中文名称";
        return metric;
    }

    // The rows of a report say the same date, or only some of them say one.
    private static DateOnly? Published(IReadOnlyList<FactRow> rows, Action<FactRow, string> wrong)
    {
        DateOnly? published = null;
        foreach (var row in rows.Where(row => row.Published.Length > 0))
        {
            if (!DateOnly.TryParseExact(row.Published, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) wrong(row, $"发布日期“{row.Published}”应写作 2021-01-20");
            else if ((published ??= date) != date) wrong(row, $"发布日期“{row.Published}”与这份报告前面的不同");
        }
        return published;
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
