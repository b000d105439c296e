// Random reports for the property tests: facts whose sums hold, facts whose sums do not, and every way to print them.
using Analytics.Testing;
using System.Globalization;
using Analytics.Catalog;
using Analytics.Synthetic;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

/// <summary>A report and the way it is printed.</summary>
internal sealed record RandomReport(ReportFacts Facts, Noise Noise, IReportWriter Writer, string Print)
{
    /// <summary>What became of it between print and file.</summary>
    public Damage Damage { get; init; } = Damage.None;

    public string Name => "random." + Writer.Extension;

    public byte[] Bytes() => Writer.Write(Damage.To(new ReportPrinter(CatalogData.Current, Noise).Print(Facts)));

    public override string ToString() => $"""
        {Print}
        {Noise}
        {Damage}
        {string.Join(' ', Facts.Forms.Select(form => form.Key + form.Value))} {string.Join(' ', Facts.HeadUnits.Values)}
        {string.Join("; ", Facts.Values.Where(value => value.Value != "0").Select(value => $"{value.Key}={value.Value}"))}
        """;
}

/// <summary>A report of which one total of table 三 is not the sum of its row, while every other row's is.</summary>
internal sealed record WrongTotal(RandomReport Report, MetricKey Total, decimal Sum, decimal Printed)
{
    public override string ToString() => $"{Total} {Sum} printed {Printed}\n{Report}";
}

internal static class RandomReports
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly string[] Agencies = ["杭州市拱墅区教育局", "淮安市人民政府", "忻州市教育局", "北京市朝阳区教育委员会", "上海市人民政府办公厅"];

    private static readonly TextLayout[] Exact = [TextLayout.Tabs, TextLayout.Cells, TextLayout.Pipes, TextLayout.Spaces];

    private static readonly (string Name, IReportWriter Writer)[] Writers =
    [
        .. from layout in Exact from encoding in Enum.GetValues<TextEncoding>()
           select ($"txt {layout} {encoding}", (IReportWriter)new PlainTextWriter(layout, encoding)),
        .. from encoding in Enum.GetValues<TextEncoding>() select ($"md {encoding}", (IReportWriter)new MarkdownWriter(encoding)),
        .. from style in Enum.GetValues<HtmlStyle>() from encoding in Enum.GetValues<TextEncoding>()
           select ($"html {style} {encoding}", (IReportWriter)new HtmlWriter(style, encoding)),
        .. from copy in Enumerable.Range(0, 4) select ("docx", (IReportWriter)new DocxWriter()),
        .. from copy in Enumerable.Range(0, 2) from perTable in new[] { true, false } select ($"xlsx {perTable}", (IReportWriter)new XlsxWriter(perTable)),
        .. from copy in Enumerable.Range(0, 3) select ("pptx", (IReportWriter)new PptxWriter()),
    ];

    // Layouts in which cells without a value leave no trace, or cells no border.
    private static readonly (string Name, IReportWriter Writer)[] LossyWriters =
        [.. Enum.GetValues<TextLayout>().Except(Exact).Select(layout => ($"txt {layout}", (IReportWriter)new PlainTextWriter(layout, TextEncoding.Utf8)))];

    private static readonly Gen<Noise> Noises =
        from wide in Rarely
        from thousands in Gen.Elements(true, false)
        from spaced in Rarely
        from broken in Gen.Elements(true, false)
        from brackets in Gen.Elements(true, false)
        from numbering in Gen.Elements(Enum.GetValues<Numbering>())
        from wording in Gen.Choose(0, 3)
        from again in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 27)))
        from traditional in Rarely
        from units in Rarely
        from signs in Gen.Elements(Enum.GetValues<Signs>())
        select new Noise
        {
            FullWidthDigits = wide,
            Thousands = thousands,
            SpacedLabels = spaced,
            BrokenHeads = broken,
            HalfWidthBrackets = brackets,
            Numbering = numbering,
            Wording = wording,
            HeadsAgainAfter = again,
            Traditional = traditional,
            CountUnits = units,
            Signs = signs,
        };

    private static readonly Gen<IReadOnlyDictionary<string, string>> FormsOfTables =
        from two in Gen.Elements("2019", "2021")
        from three in Gen.Elements("2019", "2021")
        from tables in Gen.Frequency((6, Gen.Constant("二三四")), (1, Gen.Constant("二")), (1, Gen.Constant("二三")), (1, Gen.Constant("三四")))
        select (IReadOnlyDictionary<string, string>)tables.ToDictionary(table => table.ToString(), table => table == '二' ? two : three, StringComparer.Ordinal);

    /// <summary>Reports in which every sum of tables 三 and 四 holds and no cell is blank.</summary>
    public static Arbitrary<RandomReport> Consistent => Printed(ConsistentValues).ToArbitrary();

    /// <summary>The same with blanks for zeros, in the totals too or in them only.</summary>
    public static Arbitrary<RandomReport> Sparse => Printed(forms =>
        from values in ConsistentValues(forms)
        from mark in Blank
        from zeros in Gen.Elements(true, false)
        from totals in Gen.Elements(true, false)
        select values.ToDictionary(value => value.Key, value =>
            (zeros && value.Value == "0") || (totals && value.Key.Column == "total") ? mark : value.Value)).ToArbitrary();

    /// <summary>Reports of any numbers and blanks whatever.</summary>
    public static Arbitrary<RandomReport> Arbitrary => Printed(forms =>
        from cells in Gen.Frequency((4, Count.Select(Show)), (1, Blank)).ArrayOf(Catalog.Metrics.Count)
        from table in TableTwo
        select Merged(forms, Catalog.Metrics.Where(metric => metric.Table != "二").Select((metric, i) => (metric.Key, cells[i])), table)).ToArbitrary();

    /// <summary>Reports whose sums hold, hold with blanks, or do not hold, printed in layouts that lose things.</summary>
    public static Arbitrary<RandomReport> Lossy => (
        from report in Gen.OneOf(Consistent.Generator, Sparse.Generator, Arbitrary.Generator)
        from writer in Gen.Elements(LossyWriters)
        select report with { Writer = writer.Writer, Print = writer.Name }).ToArbitrary();

    /// <summary>The same in any layout, with a table damaged. Formats that give every row the same cells are left out: what
    /// is pushed aside in them is printed there as far as anyone can tell.</summary>
    public static Arbitrary<RandomReport> Damaged => (
        from report in Gen.Frequency((3, Gen.OneOf(Consistent.Generator, Sparse.Generator, Arbitrary.Generator)), (1, Lossy.Generator)).Where(report => report.Writer is not (MarkdownWriter or XlsxWriter) && !report.Print.StartsWith("txt Spaces", StringComparison.Ordinal))
        from kind in Gen.Elements(Enum.GetValues<DamageKind>().Except([DamageKind.None]))
        from place in Gen.Choose(0, 999).Three()
        select report with { Damage = new Damage(kind, place.Item1, place.Item2, place.Item3) }).ToArbitrary();

    /// <summary>Consistent reports of which one total is off.</summary>
    public static Arbitrary<WrongTotal> WithWrongTotal => (
        from report in Printed(ConsistentValues).Where(report => report.Facts.Forms.ContainsKey("三"))
        from total in Gen.Elements(report.Facts.Values.Keys.Where(key => key.Column == "total" && Catalog.Metric(key)!.Table == "三"))
        from excess in Gen.Choose(1, 50)
        let sum = long.Parse(report.Facts.Values[total], CultureInfo.InvariantCulture)
        let values = report.Facts.Values.ToDictionary(value => value.Key, value => value.Key == total ? Show(sum + excess) : value.Value)
        select new WrongTotal(report with { Facts = report.Facts with { Values = values } }, total, sum, sum + excess)).ToArbitrary();

    private static Gen<bool> Rarely => Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)));

    private static Gen<int> Count => Gen.Frequency((6, Gen.Constant(0)), (4, Gen.Choose(1, 9)), (2, Gen.Choose(10, 999)), (1, Gen.Choose(1000, 9_999_999)));

    private static Gen<string> Blank => Gen.Elements("", "/", "-", "—", "无");

    private static Gen<RandomReport> Printed(Func<IReadOnlyDictionary<string, string>, Gen<Dictionary<MetricKey, string>>> values) =>
        from forms in FormsOfTables
        from cells in values(forms)
        from noise in Noises
        from writer in Gen.Elements(Writers)
        from agency in Gen.Elements(Agencies)
        from year in Gen.Choose(2019, 2025)
        from unit in Gen.Frequency((2, Gen.Constant("")), (1, Gen.Elements("万元", "元")))
        let facts = new ReportFacts(agency, year, new DateOnly(year + 1, 1, 20), forms, cells)
        {
            HeadUnits = unit.Length == 0 ? [] : new Dictionary<MetricKey, string> { [new MetricKey("procurement.amount_wan")] = unit },
        }
        select new RandomReport(facts, noise, writer.Writer, writer.Name);

    private static Gen<Dictionary<MetricKey, string>> ConsistentValues(IReadOnlyDictionary<string, string> forms) =>
        from counts in Count.ArrayOf(Catalog.Metrics.Count)
        from parts in Gen.Choose(0, 100).ArrayOf(6)
        from table in TableTwo
        select Merged(forms, Reconciled(forms, counts, parts).Select(cell => (cell.Key, Show(cell.Value))), table);

    private static Dictionary<MetricKey, string> Merged(
        IReadOnlyDictionary<string, string> forms, IEnumerable<(MetricKey Key, string Printed)> cells, IEnumerable<(MetricKey Key, string Printed)> tableTwo) =>
        cells.Concat(tableTwo).Where(cell => Catalog.Metric(cell.Key) is { } metric && forms.TryGetValue(metric.Table, out var form)
            && metric.Forms.Contains(form, StringComparer.Ordinal)).ToDictionary(cell => cell.Key, cell => cell.Printed);

    // Free cells are drawn, results follow: totals, （七）总计, and what was received from what was closed and carried over.
    private static Dictionary<MetricKey, long> Reconciled(IReadOnlyDictionary<string, string> forms, int[] counts, int[] parts)
    {
        var cells = Catalog.Metrics.Select((metric, i) => (metric, i)).Where(entry => entry.metric.Table != "二")
            .ToDictionary(entry => entry.metric.Key, entry => (long)counts[entry.i]);
        var form = forms.GetValueOrDefault("三", "2019");
        var lines = Catalog.Forms.Lines.Where(line => line.Table == "三" && line.Forms.Contains(form, StringComparer.Ordinal)).Select(line => line.Line).ToList();
        var results = lines.Where(line => line is not ("requests.received" or "requests.carried_in" or "requests.closed" or "requests.carried_out")).ToList();
        foreach (var (column, i) in Catalog.Forms.Columns.Where(column => column.Table == "三").Select(column => column.Column).SkipLast(1).Select((column, i) => (column, i)))
        {
            var closed = results.Sum(line => cells[new MetricKey($"{line}.{column}")]);
            var all = closed + cells[new MetricKey($"requests.carried_out.{column}")];
            cells[new MetricKey($"requests.closed.{column}")] = closed;
            cells[new MetricKey($"requests.carried_in.{column}")] = all * parts[i] / 100;
            cells[new MetricKey($"requests.received.{column}")] = all - (all * parts[i] / 100);
        }
        foreach (var total in cells.Keys.Where(key => key.Column == "total").ToList())
            cells[total] = cells.Where(cell => cell.Key.Line == total.Line && cell.Key != total).Sum(cell => cell.Value);
        return cells;
    }

    // 其他对外管理服务事项 is printed as one line, as its sub-rows, or not at all.
    private static Gen<IEnumerable<(MetricKey Key, string Printed)>> TableTwo =>
        from counts in Count.ArrayOf(Catalog.Metrics.Count)
        from signs in Gen.Elements("", "+", "-").ArrayOf(Catalog.Metrics.Count)
        from cents in Gen.Choose(0, 9999).ArrayOf(2)
        from unit in Gen.Elements("", "元", "万元", "亿元")
        from others in Gen.Elements("none", "line", "rows", "one row")
        select Catalog.Metrics.Select((metric, i) => (metric, i)).Where(entry => entry.metric.Table == "二" && IsPrinted(entry.metric.Key.Line, others))
            .Select(entry => (entry.metric.Key, Cell(entry.metric, counts[entry.i], signs[entry.i], cents, unit)));

    private static bool IsPrinted(string line, string others) => !line.StartsWith("other_services", StringComparison.Ordinal) || others switch
    {
        "line" => line == "other_services",
        "rows" => line != "other_services",
        "one row" => line == "other_services.inspection",
        _ => false,
    };

    private static string Cell(Metric metric, int count, string sign, int[] cents, string unit) => metric switch
    {
        { IsSigned: true } => (count == 0 ? "" : sign) + Show(count),
        { IsCount: true } => Show(count),
        { Key.Line: "fees" } => string.Create(CultureInfo.InvariantCulture, $"{count}.{cents[0]:0000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count}.{cents[1] % 100:00}{unit}"),
    };

    private static string Show(int value) => Show((long)value);

    private static string Show(long value) => value.ToString(CultureInfo.InvariantCulture);
}
