// What every number means, read once from the seeds: the only place where a metric, rule, form or region is defined.
using System.Text.RegularExpressions;

namespace Analytics.Catalog;

/// <summary>All definitions. Immutable; <see cref="Current"/> is read once per process.</summary>
public sealed partial class Catalog
{
    private static readonly Lazy<Catalog> Loaded = new(() => From(Seeds.Text));
    private readonly Dictionary<MetricKey, Metric> metricByKey;

    private Catalog(Func<string, IReadOnlyList<Seeds.Row>> rows)
    {
        Metrics = rows("metrics.csv").Select(row => new Metric(
            new MetricKey(row["key"]), row["table"], row.List("forms"), row["label_zh"], row["label_en"],
            row["row_zh"], row["column_zh"], row["unit"], row.Enum<MetricKind>("kind"), row["note"], row["note_zh"])).ToList();
        metricByKey = Metrics.ToDictionary(metric => metric.Key);
        DerivedMetrics = ReadDerived(rows("derived-metrics.csv"));
        Rules = rows("rules.csv").Select(row => new Rule(
            row["id"], row["scope"], row.Enum<Severity>("severity"), row["formula"], row["applies"], row.List("cells"), row["name_zh"], row["message_zh"],
            row["name_en"])).ToList();
        RuleTerms = rows("rule-terms.csv").Select(row => new RuleTerm(
            row["rule"], row["instance"], new MetricKey(row["metric"]), row.Int("year_offset"), row.Int("coefficient"), row["role"] == "result")).ToList();
        Forms = new Forms(
            rows("form-lines.csv").Select(row => new FormLine(
                row["table"], row["line"], row.List("forms"), row["block"], row["group"], row["presence"] == "optional", Labels(row))).ToList(),
            rows("form-columns.csv").Select(row => new FormColumn(
                row["table"], row["block"], row.List("forms"), row.Int("position"), row["column"], row["unit"], Labels(row))).ToList(),
            rows("form-marks.csv").Select(row => new FormMark(
                row["table"], row.Enum<MarkKind>("kind"), row["key"], Labels(row))).ToList());
        Regions = new Gazetteer(
            rows("regions.csv").Select(row => new Region(
                new RegionCode(row["code"]), row["name"], row["short"], row.Enum<RegionLevel>("level"),
                row["parent"].Length == 0 ? null : new RegionCode(row["parent"]), row["kind"] == "zone",
                row.Date("valid_from"), row.Date("valid_to"), row["pinyin"], row["initials"])).Concat(SyntheticCountry.Regions()).ToList(),
            rows("region-events.csv").Select(row => new RegionEvent(
                row.Date("date") ?? throw new FormatException("An event has no date."), row["kind"],
                Codes(row, "from_codes"), Codes(row, "to_codes"), row["note_zh"], row["source"])).ToList());
        ProvinceTiles = rows("province-tiles.csv").Select(row => new RegionTile(new RegionCode(row["code"]), row.Int("row"), row.Int("column"))).ToList();
        Sectors = rows("sectors.csv").Select(row => new Sector(row["sector"], row["label_en"], row.List("patterns", '|'))).ToList();
        Characters = new Characters(rows("characters.csv").Select(row => new CharacterPair(
            row["traditional"].Single(), row["simplified"].Single(), row["alone"] == "yes")).ToList());
        Pinyin = new Pinyin(rows("pinyin.csv").Select(row => (row["syllable"], row["characters"])));
        NarrativeStatements = ReadStatements(rows("narrative-statements.csv"));
        NarrativeWords = new NarrativeWords(rows("narrative-words.csv").SelectMany(row => row.List("words", '|'),
            (row, word) => new NarrativeWord(row.Enum<WordRole>("role"), row["key"], word)).ToList());
        AgencyKinds = rows("agency-kinds.csv").Select(row => new AgencyKind(
            row["kind"], row["label_zh"], row.List("offices", '|'), row["region_alone"] == "yes", row.Enum<ReportScope>("scope"),
            row.List("rule_making").Select(level => Enum.Parse<RegionLevel>(level, ignoreCase: true)).ToList())).ToList();
        ScopePhrases = rows("scope-phrases.csv").Select(row => new ScopePhrase(
            row.Enum<ReportScope>("scope"), row.Enum<ScopePlace>("place"), row.List("kinds"), row["pattern"])).ToList();
    }

    public static Catalog Current => Loaded.Value;

    /// <summary>Definitions of other seed files than those that are built in: to try further rows before they land.</summary>
    /// <param name="seed">File name → the whole file, as <see cref="Seeds.Text"/> gives those that are built in.</param>
    public static Catalog From(Func<string, string> seed) => new(name => Seeds.Rows(name, seed(name)));

    public IReadOnlyList<Metric> Metrics { get; }

    public IReadOnlyList<DerivedMetric> DerivedMetrics { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<RuleTerm> RuleTerms { get; }

    public Forms Forms { get; }

    public Gazetteer Regions { get; }

    /// <summary>Where each province stands on a map of equal tiles.</summary>
    public IReadOnlyList<RegionTile> ProvinceTiles { get; }

    public IReadOnlyList<Sector> Sectors { get; }

    public Characters Characters { get; }

    public Pinyin Pinyin { get; }

    public IReadOnlyList<NarrativeStatement> NarrativeStatements { get; }

    public NarrativeWords NarrativeWords { get; }

    public IReadOnlyList<AgencyKind> AgencyKinds { get; }

    public IReadOnlyList<ScopePhrase> ScopePhrases { get; }

    /// <summary>The metric of that key, null where it is derived or unknown.</summary>
    public Metric? Metric(MetricKey key) => metricByKey.GetValueOrDefault(key);

    /// <summary>The rule of that id.</summary>
    /// <exception cref="KeyNotFoundException">No such rule.</exception>
    public Rule Rule(string id) => Rules.FirstOrDefault(rule => rule.Id == id) ?? throw new KeyNotFoundException($"No rule {id}.");

    /// <summary>The sector whose pattern stands in the office's name, null where none does. In a body within a body
    /// (管理委员会教育局) the inner one's name decides; where several patterns fit, the longest.</summary>
    public string? SectorOf(string office)
    {
        var bodies = BodyEnd().Matches(office).Select(match => match.Index + match.Length).ToList();
        return Sectors.SelectMany(sector => sector.Patterns, (sector, pattern) => (sector, pattern, at: office.LastIndexOf(pattern, StringComparison.Ordinal)))
            .Where(found => found.at >= 0)
            .OrderByDescending(found => bodies.Count(end => end < found.at + found.pattern.Length)).ThenByDescending(found => found.pattern.Length)
            .Select(found => found.sector.Name).FirstOrDefault();
    }

    /// <summary>What kind of body an office is, told by its name without regions.</summary>
    public AgencyKind KindOf(string office) => AgencyKinds.First(kind => kind.Has(office));

    /// <summary>The body of an office in a region, with its canonical name.</summary>
    /// <param name="region">Null where it is not known.</param>
    /// <param name="office">Its name without regions; empty for a government named by its region alone.</param>
    public Agency AgencyOf(Region? region, string office)
    {
        if (region is null) return new Agency(office, office, office, null, SectorOf(office));
        var line = Regions.Line(region.Code);
        // From the prefecture down; of a municipality or province the region itself.
        var named = line.Count > 1 && !(line[0].Level == RegionLevel.Province && line[0].Name.EndsWith('市')) ? line.Skip(1) : line;
        var prefix = string.Concat(named.Select(part => part.Name));
        return new Agency(prefix + office, region.Name + office, office, region.Code, SectorOf(office.Length > 0 ? office : "人民政府"));
    }

    private static List<string> Labels(Seeds.Row row) => [row["label"], .. row.List("variants", '|')];

    private static List<RegionCode> Codes(Seeds.Row row, string column) => row.List(column).Select(code => new RegionCode(code)).ToList();

    private List<NarrativeStatement> ReadStatements(IReadOnlyList<Seeds.Row> rows)
    {
        var known = metricByKey.Keys.ToDictionary(key => key, key => (IReadOnlyList<FormulaTerm>)[new FormulaTerm(key, 1)]);
        return rows.Select(row => new NarrativeStatement(
            row["statement"], row["name_zh"], row.List("topics"), row.List("acts"), row["unit"] == "money", row["zero"] == "yes",
            row.List("alternatives", '|').Select(sum => Formula.Parse(sum, known).Numerator).ToList())).ToList();
    }

    // A derived sum may stand in the formulas of the rows after it.
    private List<DerivedMetric> ReadDerived(IReadOnlyList<Seeds.Row> rows)
    {
        var known = metricByKey.Keys.ToDictionary(key => key, key => (IReadOnlyList<FormulaTerm>)[new FormulaTerm(key, 1)]);
        var all = new List<DerivedMetric>();
        foreach (var row in rows)
        {
            var (numerator, denominator) = Formula.Parse(row["formula"], known);
            var metric = new DerivedMetric(new MetricKey(row["key"]), row["label_zh"], row["label_en"], row["formula"], numerator, denominator,
                row.IntOrNull("min_denominator"), row["unit"], row["polarity"], row.Int("since"), row.IntOrNull("until"), row["note"], row["note_zh"]);
            if (!metric.IsRate) known.Add(metric.Key, metric.Numerator);
            all.Add(metric);
        }
        return all;
    }

    [GeneratedRegex("委员会|管委会|政府|厅|局", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BodyEnd();
}
