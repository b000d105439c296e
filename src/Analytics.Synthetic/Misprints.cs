// Puts a fault into a report, at the rates of the plan, and says what the rules of one report must find.
using Analytics.Catalog;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic;

/// <summary>A finding of a rule of one report with its row of the answer key.</summary>
internal sealed record Seeded(KeyRow Row, Finding Finding);

/// <summary>Seeds faults. A fault that finds no place in the figures is left out.</summary>
internal sealed class Misprints
{
    private static readonly string[] Applicants = ["natural", "enterprise", "legal_service", "other_org"];
    private static readonly string[] Services = ["licensing", "penalties", "compulsion"];
    private readonly CatalogData catalog;
    private readonly CellNumbers cells;
    private readonly List<int> outcomes;
    private readonly List<int> requests;
    private readonly List<int> zeros;

    public Misprints(CatalogData catalog, CellNumbers cells)
    {
        (this.catalog, this.cells) = (catalog, cells);
        outcomes = catalog.RuleTerms.Where(term => term is { Rule: "R02", Instance: "total", IsResult: false }).Select(term => cells[term.Metric]).ToList();
        requests = Enumerable.Range(0, cells.Metrics.Count).Where(cell => cells.Metrics[cell].Table == "三").ToList();
        zeros = Enumerable.Range(0, cells.Metrics.Count).Where(cell => cells.Metrics[cell].Table is "三" or "四").ToList();
    }

    /// <summary>Which fault a report gets, null for none.</summary>
    public static SeededKind? Draw(SyntheticPlan plan, Dice dice)
    {
        var at = dice.Unit() * 100;
        foreach (var kind in Enum.GetValues<SeededKind>())
        {
            at -= plan.Percent.GetValueOrDefault(kind);
            if (at < 0) return kind;
        }
        return null;
    }

    /// <summary>Puts the fault in.</summary>
    /// <param name="filing">The report, right so far; its <see cref="Filing.Kind"/> tells whether there was a place for the fault.</param>
    /// <param name="before">The report of the year before, null where there is none.</param>
    /// <returns>What the rules of one report must find.</returns>
    public IReadOnlyList<Seeded> Seed(Filing filing, Filing? before, SeededKind kind, Dice dice)
    {
        filing.Kind = kind;
        var found = kind switch
        {
            SeededKind.RowSum or SeededKind.Superseded => RowSum(filing, dice),
            SeededKind.ColumnSum => ColumnSum(filing, dice),
            SeededKind.Balance => Balance(filing, dice),
            SeededKind.Disputes => Wrong(filing, cells["reconsideration.total"], filing.Figures[cells["reconsideration.total"]] + Some(dice), "R04"),
            SeededKind.CarriedIn => CarriedIn(filing, before, dice),
            SeededKind.InForce => Between(filing, before, "normative_documents.in_force", "2021", dice),
            SeededKind.ItemsPrev => Between(filing, before, "licensing.items_prev", "2019", dice),
            SeededKind.Tenfold => Tenfold(filing, dice),
            SeededKind.Copied => Copied(filing, before),
            SeededKind.FeesInYuan => FeesInYuan(filing),
            SeededKind.Blanks => Blanks(filing, dice),
            SeededKind.Unread => Unread(filing, dice),
            SeededKind.NoUnit => NoUnit(filing),
            _ => [],
        };
        if (found is null) filing.Kind = null;
        return found ?? [];
    }

    private static int Some(Dice dice) => 1 + dice.Below(9);

    private List<Seeded>? RowSum(Filing filing, Dice dice)
    {
        var rows = outcomes.Append(cells["requests.received.total"]).Where(cell => filing.Form.Has(cell) && filing.Figures[cell] > 0).ToList();
        if (rows.Count == 0) return null;
        var cell = rows[dice.Below(rows.Count)];
        return Wrong(filing, cell, dice.Chance(0.3) ? 0 : filing.Figures[cell] + Some(dice), "R01", outcomes.Contains(cell) ? "R02" : "R03");
    }

    private List<Seeded> ColumnSum(Filing filing, Dice dice)
    {
        var cell = cells[$"requests.closed.{Applicants[dice.Below(Applicants.Length)]}"];
        return Wrong(filing, cell, filing.Figures[cell] + Some(dice), "R01", "R02", "R03");
    }

    // The received are too many, in their row's total too: what is named is the number closed.
    private List<Seeded> Balance(Filing filing, Dice dice)
    {
        var (applicant, more) = (Applicants[dice.Below(Applicants.Length)], Some(dice));
        var found = new List<Seeded>();
        foreach (var column in new[] { applicant, "total" })
        {
            var (received, closed) = (cells["requests.received." + column], cells["requests.closed." + column]);
            filing.Misprint(received, filing.Figures[received] + more);
            found.Add(Found(filing, "R03", closed, filing.Figures[closed] + more, received));
        }
        return found;
    }

    private List<Seeded>? CarriedIn(Filing filing, Filing? before, Dice dice)
    {
        var more = Some(dice);
        if (before is null || !before.IsNumber(cells["requests.carried_out.natural"]) || !before.IsNumber(cells["requests.carried_out.total"])) return null;
        foreach (var column in new[] { "natural", "total" })
        {
            filing.Misprint(cells["requests.carried_in." + column], filing.Figures[cells["requests.carried_in." + column]] + more);
            // What was carried in was answered too: within the report all sums hold.
            filing.Figures[cells["requests.granted." + column]] += more;
            filing.Figures[cells["requests.closed." + column]] += more;
        }
        return [];
    }

    private List<Seeded>? Between(Filing filing, Filing? before, string cell, string form, Dice dice)
    {
        if (before is null || filing.Form.Name != form || before.Form != filing.Form) return null;
        filing.Misprint(cells[cell], filing.Figures[cells[cell]] + Some(dice));
        KeepDecisions(filing, cells[cell]);
        return [];
    }

    private List<Seeded>? Tenfold(Filing filing, Dice dice)
    {
        var cell = cells[Services[dice.Below(Services.Length)] + ".decisions"];
        if (filing.Figures[cell] == 0) return null;
        filing.Misprint(cell, (filing.Figures[cell] * (12 + dice.Below(80))) + 30);
        KeepDecisions(filing, cell);
        return [];
    }

    // A misprint must not make decisions look like a misread column (R06).
    private void KeepDecisions(Filing filing, int misprinted)
    {
        while (Services.Any(line => OwnRules.IsMisread(cells, filing.Form, filing.Figures, line))) filing.Figures[misprinted] += 3;
    }

    private static List<Seeded>? Copied(Filing filing, Filing? before)
    {
        if (before is null || before.Form != filing.Form || before.Kind is not null) return null;
        foreach (var cell in filing.Form.Printed)
        {
            if (filing.Figures[cell] != before.Figures[cell]) filing.Misprint(cell, before.Figures[cell]);
        }
        return filing.Right.Count == 0 ? null : [];
    }

    private List<Seeded>? FeesInYuan(Filing filing)
    {
        var cell = cells["fees.amount_wan"];
        if (!filing.Form.Has(cell) || filing.Figures[cell] < 10_000) return null;
        filing.Texts[cell] = filing.Figures[cell].ToString(System.Globalization.CultureInfo.InvariantCulture);
        filing.Misprint(cell, filing.Figures[cell] * 10_000);
        return [];
    }

    private List<Seeded>? Blanks(Filing filing, Dice dice)
    {
        var isAll = dice.Chance(0.7);
        var blank = zeros.Where(cell => filing.Form.Has(cell) && filing.Figures[cell] == 0 && (isAll || dice.Chance(0.3))).ToList();
        if (blank.Count == 0) return null;
        foreach (var cell in blank) filing.States[cell] = ValueState.Blank;
        return [Named(filing, "R16", blank, $"共 {blank.Count} 个，不按 0 处理", null, null)];
    }

    private List<Seeded>? Unread(Filing filing, Dice dice)
    {
        var filled = requests.Where(cell => filing.Form.Has(cell) && filing.Figures[cell] > 0).ToList();
        if (filled.Count == 0) return null;
        var cell = filled[dice.Below(filled.Count)];
        filing.States[cell] = ValueState.Unread;
        filing.Right[cell] = filing.Figures[cell];
        filing.Texts[cell] = filing.Figures[cell].ToString(System.Globalization.CultureInfo.InvariantCulture) + "?";
        return [Named(filing, "R18", [cell], $"{cells.Metrics[cell].LabelZh}印为“{filing.Texts[cell]}”，不能确定其数值", null, null)];
    }

    private List<Seeded>? NoUnit(Filing filing)
    {
        var cell = cells["procurement.amount_wan"];
        if (!filing.Form.Has(cell) || filing.Figures[cell] == 0) return null;
        filing.WithoutUnit = cell;
        var amount = cells.Value(cell, filing.Figures[cell]);
        return [Named(filing, "R12", [cell], $"采购金额印为“{filing.Form.Number(cell, filing.Figures[cell]).Cell.Text}”，单元格和表头均未注明单位，不参与合计与排名", null, amount)];
    }

    private List<Seeded> Wrong(Filing filing, int cell, long printed, params ReadOnlySpan<string> rules)
    {
        filing.Misprint(cell, printed);
        var found = new List<Seeded>();
        foreach (var rule in rules) found.Add(Found(filing, rule, cell, filing.Right[cell], cell));
        return found;
    }

    private Seeded Found(Filing filing, string rule, int named, long expected, int wrong)
    {
        var (right, printed) = (cells.Value(named, expected), cells.Value(named, filing.Figures[named]));
        var seeded = Named(filing, rule, [named], $"{cells.Metrics[named].LabelZh}印为 {printed:0}，按其他各项应为 {right:0}", right, printed);
        return seeded with { Row = seeded.Row with { Cell = cells.Metrics[wrong].Key, Right = cells.Value(wrong, filing.Right[wrong]) } };
    }

    private Seeded Named(Filing filing, string rule, List<int> named, string message, decimal? expected, decimal? printed)
    {
        var definition = catalog.Rule(rule);
        var metrics = named.ConvertAll(cell => cells.Metrics[cell].Key);
        return new Seeded(
            new KeyRow(filing.Year, filing.Kind!.Value, rule, metrics, expected, printed, null, null),
            new Finding(rule, definition.Severity, metrics, expected, printed, $"{definition.MessageZh}：{message}"));
    }
}
