// The made-up country's reports, one agency after the other, as many as are asked for and no more in memory than a region's.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>Makes agencies with their reports and the answer key. All of it is made up and says so.</summary>
public sealed class SyntheticData
{
    /// <summary>What stands in every report.</summary>
    public const string Notice = "合成数据，非真实报告。";

    private const string ExtractorVersion = "synthetic-1";
    private static readonly string[] Services = ["licensing", "other_services", "penalties", "compulsion"];
    private readonly CatalogData catalog;
    private readonly SyntheticPlan plan;
    private readonly CellNumbers cells;
    private readonly YearRules years;
    private readonly Misprints misprints;

    /// <exception cref="ArgumentException">The plan cannot be made: <see cref="SyntheticPlan.Problem"/>.</exception>
    public SyntheticData(CatalogData catalog, SyntheticPlan plan)
    {
        if (plan.Problem(catalog) is { } problem) throw new ArgumentException(problem, nameof(plan));
        (this.catalog, this.plan) = (catalog, plan);
        cells = new CellNumbers(catalog);
        years = new YearRules(catalog, cells);
        misprints = new Misprints(catalog, cells);
    }

    /// <summary>All agencies. Each enumeration makes them anew, and the same.</summary>
    public IEnumerable<SyntheticAgency> Agencies() => Places.Of(catalog, plan).SelectMany(place => Of(place, new Sums(this)));

    /// <summary>All reports, those that another version took the place of among them.</summary>
    public IEnumerable<LoadItem> Reports() => Agencies().SelectMany(agency => agency.Reports);

    /// <summary>Figures of the bodies of a region and below it, by year and cell.</summary>
    private sealed class Sums(SyntheticData data)
    {
        /// <summary>Right figures, each body's own.</summary>
        public long[][] Right { get; } = data.Grid();

        /// <summary>Printed by departments.</summary>
        public long[][] Own { get; } = data.Grid();

        /// <summary>Printed by governments for their level.</summary>
        public long[][] Level { get; } = data.Grid();

        /// <summary>Printed by governments for their territory, those one step below only.</summary>
        public long[][] Territory { get; } = data.Grid();
    }

    private long[][] Grid() => Enumerable.Range(0, plan.Years).Select(_ => new long[cells.Metrics.Count]).ToArray();

    private IEnumerable<SyntheticAgency> Of(Place place, Sums sums)
    {
        foreach (var part in place.Parts)
        {
            var below = new Sums(this);
            foreach (var agency in Of(part, below)) yield return agency;
            Add(below.Right, sums.Right);
            Add(below.Own, sums.Own);
            Add(below.Level, sums.Level);
            Add(below.Territory, sums.Territory);
        }
        var here = new Sums(this);
        foreach (var filer in place.Departments) yield return Report(filer, null, here.Right, here.Own, (_, _) => []);
        Add(here.Right, sums.Right);
        Add(here.Own, sums.Own);
        // Its own figures are part of the sums only after it has reported.
        var (own, printed) = (Grid(), Grid());
        var isTerritory = place.Government.Scope == ReportScope.Territory;
        yield return isTerritory
            ? Report(place.Government, sums.Right, own, printed, (filing, year) => years.CheckInside(filing, sums.Own[year], sums.Level[year], sums.Territory[year]))
            : Report(place.Government, here.Right, own, printed, (filing, year) => years.CheckInside(filing, here.Own[year]));
        Add(own, sums.Right);
        foreach (var year in sums.Territory) Array.Clear(year);
        Add(printed, isTerritory ? sums.Territory : sums.Level);
    }

    /// <summary>All reports of a filer.</summary>
    /// <param name="filer">Who reports.</param>
    /// <param name="inside">Right figures of the bodies inside it, which its own are added to; null for a department.</param>
    /// <param name="right">Takes its own right figures.</param>
    /// <param name="printed">Takes what it printed.</param>
    /// <param name="checkInside">R17.</param>
    private SyntheticAgency Report(Filer filer, long[][]? inside, long[][] right, long[][] printed, Func<Filing, int, IEnumerable<KeyRow>> checkInside)
    {
        var dice = Dice.Of(plan.Seed, filer.Number, 2);
        var (first, last) = Life(filer, dice);
        var figures = new Figures(cells, Dice.Of(plan.Seed, filer.Number, 3), filer, first > 0);
        var (items, key) = (new List<LoadItem>(), new List<KeyRow>());
        Filing? before = null;
        for (var index = first; index <= last; index++)
        {
            var year = new ReportYear(plan.First.Value + index);
            var form = cells.Forms[catalog.Forms.Expected(year)!];
            var own = new long[cells.Metrics.Count];
            figures.Next(form, index == last && last < plan.Years - 1, own);
            var filing = new Filing(year, form, OwnAndInside(own, inside?[index], form));
            AddTo(right[index], own);
            var kind = Misprints.Draw(plan, dice);
            if (kind == SeededKind.Missing)
            {
                key.Add(new KeyRow(year, SeededKind.Missing, null, [], null, null, null, null));
                before = null;
                continue;
            }
            var due = filer.IsGovernment ? new DateOnly(year.Value + 1, 3, 31) : new DateOnly(year.Value + 1, 1, 31);
            var published = kind == SeededKind.Late ? due.AddDays(1 + dice.Below(60)) : due.AddDays(-dice.Below(10));
            if (kind == SeededKind.Superseded && Superseded(filer, filing, due.AddDays(-10 - dice.Below(15)), dice) is { } earlier)
            {
                items.Add(earlier);
                key.Add(new KeyRow(year, SeededKind.Superseded, null, [], null, null, null, null));
            }
            var seeded = kind is null or SeededKind.Superseded ? [] : misprints.Seed(filing, before, kind.Value, dice);
            items.Add(Item(filer, filing, published, seeded.Select(one => one.Finding).ToList(), 1));
            var rows = seeded.Select(one => one.Row).Concat(years.Check(filing, before)).Concat(checkInside(filing, index)).ToList();
            key.AddRange(rows);
            if (filing.Kind is { } wrong && !rows.Exists(row => row.Kind == wrong)) key.AddRange(Unfound(filing, wrong));
            years.AddPrinted(filing, printed[index]);
            before = filing;
        }
        return new SyntheticAgency(filer.Agency, filer.Scope, new ReportYear(plan.First.Value + first),
            last == plan.Years - 1 ? null : new ReportYear(plan.First.Value + last), items, key);
    }

    // Departments are founded and dissolved now and then.
    private (int First, int Last) Life(Filer filer, Dice dice)
    {
        var (first, last) = (0, plan.Years - 1);
        if (filer.IsGovernment || plan.Years < 3) return (first, last);
        if (dice.Chance(0.03)) first = 1 + dice.Below(plan.Years - 2);
        else if (dice.Chance(0.02)) last = 1 + dice.Below(plan.Years - 2);
        return (first, last);
    }

    // Where the sum happens to look like a misread column (R06), the body's own part is changed.
    private long[] OwnAndInside(long[] own, long[]? inside, FormCells form)
    {
        var sum = (long[])own.Clone();
        if (inside is not null) AddTo(sum, inside);
        foreach (var line in Services)
        {
            while (OwnRules.IsMisread(cells, form, sum, line))
            {
                sum[cells[line + ".decisions"]] += 3;
                own[cells[line + ".decisions"]] += 3;
            }
        }
        return sum;
    }

    // No rule finds it, but it is known.
    private IEnumerable<KeyRow> Unfound(Filing filing, SeededKind kind) => filing.Right.Count == 0
        ? [new KeyRow(filing.Year, kind, null, [], null, null, null, null)]
        : filing.Right.Select(wrong => new KeyRow(filing.Year, kind, null, [], null,
            cells.Value(wrong.Key, filing.Figures[wrong.Key]), cells.Metrics[wrong.Key].Key, cells.Value(wrong.Key, wrong.Value)));

    private LoadItem? Superseded(Filer filer, Filing filing, DateOnly published, Dice dice)
    {
        var earlier = new Filing(filing.Year, filing.Form, (long[])filing.Figures.Clone());
        var seeded = misprints.Seed(earlier, null, SeededKind.Superseded, dice);
        return earlier.Kind is null ? null : Item(filer, earlier, published, seeded.Select(one => one.Finding).ToList(), 0);
    }

    private LoadItem Item(Filer filer, Filing filing, DateOnly published, IReadOnlyList<Finding> findings, int version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"synthetic-{plan.Seed}-{filer.Number}-{filing.Year}-{version}");
        var report = new LoadReport(filer.Agency, filer.Agency.Name, filing.Year, filer.Scope, filing.Form.Tables, filing.Values(cells), findings);
        return new LoadItem(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), name, null, published, Notice, ExtractorVersion, report, null, null);
    }

    private static void Add(long[][] from, long[][] to)
    {
        for (var year = 0; year < to.Length; year++) AddTo(to[year], from[year]);
    }

    private static void AddTo(long[] to, long[] from)
    {
        for (var cell = 0; cell < to.Length; cell++) to[cell] += from[cell];
    }
}
