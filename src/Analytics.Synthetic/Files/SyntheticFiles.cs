// The made-up country as files: normalized facts by year, the roster, the answer key, and a page that says that all is made up.
using System.Globalization;
using System.Text;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>What was written.</summary>
/// <param name="Agencies">Bodies.</param>
/// <param name="Reports">Reports that count; versions that others took the place of are not among the facts.</param>
/// <param name="Facts">Rows of facts.</param>
/// <param name="Seeded">How often each fault was seeded.</param>
public sealed record SyntheticFilesWritten(int Agencies, int Reports, long Facts, IReadOnlyDictionary<SeededKind, int> Seeded);

/// <summary>Writes a plan's reports into a folder.</summary>
public sealed class SyntheticFiles(CatalogData catalog, SyntheticPlan plan)
{
    /// <summary>From so many reports on the facts are packed.</summary>
    public const int PackedFrom = 5_000;

    private static readonly string[] FactHeads = ["agency", "region", "year", "scope", "metric", "state", "value", "unit"];

    /// <summary>Writes <c>facts-YEAR.csv</c> (<c>.csv.gz</c> for many), <c>roster.csv</c>, <c>answer-key.csv</c> and <c>README.md</c>.</summary>
    /// <param name="folder">Made where it is not there; files of the same names are replaced.</param>
    /// <param name="each">Told of each agency after it is written.</param>
    public SyntheticFilesWritten Write(string folder, Action<SyntheticAgency>? each = null)
    {
        Directory.CreateDirectory(folder);
        var ending = (long)plan.Agencies * plan.Years >= PackedFrom ? "csv.gz" : "csv";
        var years = Enumerable.Range(plan.First.Value, plan.Years)
            .Select(year => new CsvFile(Path.Combine(folder, $"facts-{year}.{ending}"), FactHeads)).ToList();
        var (agencies, reports, facts) = (0, 0, 0L);
        var seeded = new SortedDictionary<SeededKind, int>();
        try
        {
            using var roster = new CsvFile(Path.Combine(folder, "roster.csv"), "agency", "region", "sector", "first_year", "last_year");
            using var key = new CsvFile(Path.Combine(folder, "answer-key.csv"),
                "agency", "region", "year", "scope", "kind", "rule", "metrics", "expected", "printed", "cell", "right");
            foreach (var agency in new SyntheticData(catalog, plan).Agencies())
            {
                agencies++;
                var of = agency.Agency;
                roster.Write(of.Name, of.Region!.Value.Value, of.Sector ?? "", agency.First.ToString(), agency.Last?.ToString() ?? "");
                foreach (var row in agency.Key) key.Write(Row(agency, row));
                foreach (var fault in agency.Key.Where(row => row.Kind != SeededKind.Ripple).DistinctBy(row => (row.Year, row.Kind)))
                    seeded[fault.Kind] = seeded.GetValueOrDefault(fault.Kind) + 1;
                foreach (var report in agency.Reports.Select(item => item.Report!).GroupBy(report => report.Year).Select(versions => versions.Last()))
                {
                    reports++;
                    facts += report.Values.Count;
                    foreach (var value in report.Values) years[report.Year.Value - plan.First.Value].Write(Row(report, value));
                }
                each?.Invoke(agency);
            }
        }
        finally
        {
            years.ForEach(year => year.Dispose());
        }
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme(seeded, reports, ending), new UTF8Encoding(false));
        return new SyntheticFilesWritten(agencies, reports, facts, seeded);
    }

    private string[] Row(LoadReport report, LoadValue value) =>
    [
        report.Agency.Name, report.Agency.Region!.Value.Value, report.Year.ToString(), Lower(report.Scope), value.Metric.Value, Lower(value.State),
        value.Cell.Text, value.HasUnit && value.State == ValueState.Number ? catalog.Metric(value.Metric)!.Unit : "",
    ];

    private static string[] Row(SyntheticAgency agency, KeyRow row) =>
    [
        agency.Agency.Name, agency.Agency.Region!.Value.Value, row.Year.ToString(), Lower(agency.Scope), Snake(row.Kind), row.Rule ?? "",
        string.Join(' ', row.Metrics.Select(metric => metric.Value)), CsvFile.Text(row.Expected), CsvFile.Text(row.Printed), row.Cell?.Value ?? "", CsvFile.Text(row.Right),
    ];

    private string Readme(SortedDictionary<SeededKind, int> seeded, int reports, string ending)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # 合成数据，非真实报告

            本文件夹中的机关、地区、数字全部由程序生成，不对应任何真实机关；地区代码以 X 开头，名称以“合成”开头。不得作为真实数据引用。

            Everything in this folder is made up by a program: agencies, regions and figures. Region codes begin with X, names with 合成.

            `analytics synth --agencies {plan.Agencies} --years {plan.First}-{plan.Last} --seed {plan.Seed}` makes it again.

            | 文件 | 内容 |
            | --- | --- |
            | `facts-YYYY.{ending}` | 各年度的事实，每行一个单元格：机关、地区、年度、口径、指标、状态（number、blank、unread）、印出的值、单位 |
            | `roster.csv` | 应报告的机关，及其起止年度 |
            | `answer-key.csv` | 预置的差错：`rule` 为应当发现它的规则（空：没有规则管它），`metrics` 为发现应指明的单元格，`expected` 和 `printed` 为规则的应有值和印出值，`cell` 和 `right` 为印错的单元格及其正确值；`kind` 为 `ripple` 的行，本处没有印错，是上年或别的报告印错或数字确有变化所致 |

            | 差错 | 次数 | 每百份报告（计划） |
            | --- | --- | --- |

            """);
        foreach (var (kind, count) in seeded)
            text.Append(CultureInfo.InvariantCulture, $"| {Snake(kind)} | {count} | {plan.Percent.GetValueOrDefault(kind)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\n共 {reports} 份报告。数字中没有余地容纳的差错略去，所以次数可能少于计划。\n");
        return text.ToString();
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    // RowSum → row_sum
    private static string Snake(SeededKind kind) =>
        string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
