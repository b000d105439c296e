// What the rules between years and between reports must find in the printed figures, worked out here from their definitions
// and apart from the warehouse's SQL, so that one can be held against the other.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>Answers for R07, R08, R10, R11, R17, R21 and R22.</summary>
internal sealed class YearRules
{
    private const int LeastJump = 30;
    private const int FewestFlows = 3;
    private const long LeastWholeFee = 10_000;

    private readonly CellNumbers cells;
    private readonly List<Sum> sums;
    private readonly List<int> counts;
    private readonly int fee;

    public YearRules(CatalogData catalog, CellNumbers cells)
    {
        this.cells = cells;
        sums = catalog.RuleTerms.GroupBy(term => (term.Rule, term.Instance)).Where(terms => terms.Any(term => term.YearOffset != 0))
            .Select(terms => new Sum(terms.Key.Rule, terms.Select(term => new Term(cells[term.Metric], term.YearOffset != 0, term.Coefficient, term.IsResult)).ToList())).ToList();
        counts = Enumerable.Range(0, cells.Metrics.Count).Where(cell => cells.Metrics[cell].IsCount && !cells.Metrics[cell].IsSigned).ToList();
        fee = cells["fees.amount_wan"];
    }

    private sealed record Term(int Cell, bool IsBefore, int Coefficient, bool IsResult);

    private sealed record Sum(string Rule, IReadOnlyList<Term> Terms);

    /// <summary>What must be found in a report.</summary>
    /// <param name="now">The report.</param>
    /// <param name="before">The one of the year before, null where there is none.</param>
    public IEnumerable<KeyRow> Check(Filing now, Filing? before)
    {
        if (now.IsNumber(fee) && Fee(now, before) is { } unit) yield return unit;
        if (before is null) yield break;
        foreach (var sum in sums)
        {
            if (Broken(sum, now, before) is { } row) yield return row;
        }
        foreach (var cell in counts)
        {
            if (!now.IsNumber(cell) || !before.IsNumber(cell)) continue;
            var (a, b) = (now.Figures[cell], before.Figures[cell]);
            if (Math.Max(a, b) >= LeastJump && Math.Max(a, b) > 10 * Math.Max(1, Math.Min(a, b))) yield return Row(now, "R10", cell, b);
        }
        if (IsCopy(now, before)) yield return new KeyRow(now.Year, now.Kind ?? SeededKind.Ripple, "R11", [], null, null, null, null);
    }

    /// <summary>R17: where a report is less than those inside it together.</summary>
    public IEnumerable<KeyRow> CheckInside(Filing wider, params long[][] inside)
    {
        foreach (var cell in counts)
        {
            var most = inside.Max(figures => figures[cell]);
            if (wider.IsNumber(cell) && wider.Figures[cell] < most) yield return Row(wider, "R17", cell, most);
        }
    }

    /// <summary>Adds a report's printed counts.</summary>
    public void AddPrinted(Filing filing, long[] to)
    {
        foreach (var cell in counts)
        {
            if (filing.IsNumber(cell)) to[cell] += filing.Figures[cell];
        }
    }

    private KeyRow? Broken(Sum sum, Filing now, Filing before)
    {
        var (expected, numbers) = (0L, 0);
        Term? result = null;
        foreach (var term in sum.Terms)
        {
            var filing = term.IsBefore ? before : now;
            if (!filing.Form.Has(term.Cell) || filing.States[term.Cell] == Warehouse.ValueState.Unread) return null;
            if (term.IsResult) result = term;
            else if (filing.IsNumber(term.Cell))
            {
                expected += term.Coefficient * filing.Figures[term.Cell];
                numbers++;
            }
        }
        expected *= -result!.Coefficient;
        return numbers == 0 || !now.IsNumber(result.Cell) || now.Figures[result.Cell] == expected ? null : Row(now, sum.Rule, result.Cell, expected);
    }

    private KeyRow? Fee(Filing now, Filing? before)
    {
        var printed = cells.Value(fee, now.Figures[fee]);
        var last = before is not null && before.IsNumber(fee) ? before.Figures[fee] : 0;
        var isGrown = last > 0 && now.Figures[fee] > 10 * last && printed >= 10;
        var isWhole = printed >= LeastWholeFee && printed == decimal.Truncate(printed) && now.Texts.ContainsKey(fee);
        return isGrown || isWhole ? Row(now, "R22", fee, isGrown ? last : null) : null;
    }

    private bool IsCopy(Filing now, Filing before) => now.Form == before.Form
        && now.Form.Printed.All(cell => now.States[cell] == before.States[cell] && (now.Figures[cell] == before.Figures[cell] || !now.IsNumber(cell)))
        && now.Form.Printed.Count(cell => cells.Metrics[cell].Kind == MetricKind.Flow && now.IsNumber(cell) && cells.Value(cell, now.Figures[cell]) >= 1) >= FewestFlows;

    private KeyRow Row(Filing filing, string rule, int cell, long? expected)
    {
        var isWrong = filing.Right.TryGetValue(cell, out var right);
        return new KeyRow(filing.Year, isWrong ? filing.Kind!.Value : SeededKind.Ripple, rule, [cells.Metrics[cell].Key],
            expected is { } value ? cells.Value(cell, value) : null, cells.Value(cell, filing.Figures[cell]),
            isWrong ? cells.Metrics[cell].Key : null, isWrong ? cells.Value(cell, right) : null);
    }
}
