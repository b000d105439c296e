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
    private readonly Cells cells;
    private readonly List<int> outcomes;
    private readonly List<int> requests;
    private readonly List<int> zeros;

    public Misprints(CatalogData catalog, Cells cells)
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
    /// <param name="sheet">The report, right so far; its <see cref="Sheet.Kind"/> tells whether there was a place for the fault.</param>
    /// <param name="before">The report of the year before, null where there is none.</param>
    /// <returns>What the rules of one report must find.</returns>
    public IReadOnlyList<Seeded> Seed(Sheet sheet, Sheet? before, SeededKind kind, Dice dice)
    {
        sheet.Kind = kind;
        var found = kind switch
        {
            SeededKind.RowSum or SeededKind.Superseded => RowSum(sheet, dice),
            SeededKind.ColumnSum => ColumnSum(sheet, dice),
            SeededKind.Balance => Balance(sheet, dice),
            SeededKind.Disputes => Wrong(sheet, cells["reconsideration.total"], sheet.Figures[cells["reconsideration.total"]] + Some(dice), "R04"),
            SeededKind.CarriedIn => CarriedIn(sheet, before, dice),
            SeededKind.InForce => Between(sheet, before, "normative_documents.in_force", "2021", dice),
            SeededKind.ItemsPrev => Between(sheet, before, "licensing.items_prev", "2019", dice),
            SeededKind.Tenfold => Tenfold(sheet, dice),
            SeededKind.Copied => Copied(sheet, before),
            SeededKind.FeesInYuan => FeesInYuan(sheet),
            SeededKind.Blanks => Blanks(sheet, dice),
            SeededKind.Unread => Unread(sheet, dice),
            SeededKind.NoUnit => NoUnit(sheet),
            _ => [],
        };
        if (found is null) sheet.Kind = null;
        return found ?? [];
    }

    private static int Some(Dice dice) => 1 + dice.Below(9);

    private List<Seeded>? RowSum(Sheet sheet, Dice dice)
    {
        var rows = outcomes.Append(cells["requests.received.total"]).Where(cell => sheet.Form.Has(cell) && sheet.Figures[cell] > 0).ToList();
        if (rows.Count == 0) return null;
        var cell = rows[dice.Below(rows.Count)];
        return Wrong(sheet, cell, dice.Chance(0.3) ? 0 : sheet.Figures[cell] + Some(dice), "R01", outcomes.Contains(cell) ? "R02" : "R03");
    }

    private List<Seeded> ColumnSum(Sheet sheet, Dice dice)
    {
        var cell = cells[$"requests.closed.{Applicants[dice.Below(Applicants.Length)]}"];
        return Wrong(sheet, cell, sheet.Figures[cell] + Some(dice), "R01", "R02", "R03");
    }

    // The received are too many, in their row's total too: what is named is the number closed.
    private List<Seeded> Balance(Sheet sheet, Dice dice)
    {
        var (applicant, more) = (Applicants[dice.Below(Applicants.Length)], Some(dice));
        var found = new List<Seeded>();
        foreach (var column in new[] { applicant, "total" })
        {
            var (received, closed) = (cells["requests.received." + column], cells["requests.closed." + column]);
            sheet.Misprint(received, sheet.Figures[received] + more);
            found.Add(Found(sheet, "R03", closed, sheet.Figures[closed] + more, received));
        }
        return found;
    }

    private List<Seeded>? CarriedIn(Sheet sheet, Sheet? before, Dice dice)
    {
        var more = Some(dice);
        if (before is null || !before.IsNumber(cells["requests.carried_out.natural"]) || !before.IsNumber(cells["requests.carried_out.total"])) return null;
        foreach (var column in new[] { "natural", "total" })
        {
            sheet.Misprint(cells["requests.carried_in." + column], sheet.Figures[cells["requests.carried_in." + column]] + more);
            // What was carried in was answered too: within the report all sums hold.
            sheet.Figures[cells["requests.granted." + column]] += more;
            sheet.Figures[cells["requests.closed." + column]] += more;
        }
        return [];
    }

    private List<Seeded>? Between(Sheet sheet, Sheet? before, string cell, string form, Dice dice)
    {
        if (before is null || sheet.Form.Name != form || before.Form != sheet.Form) return null;
        sheet.Misprint(cells[cell], sheet.Figures[cells[cell]] + Some(dice));
        KeepDecisions(sheet, cells[cell]);
        return [];
    }

    private List<Seeded>? Tenfold(Sheet sheet, Dice dice)
    {
        var cell = cells[Services[dice.Below(Services.Length)] + ".decisions"];
        if (sheet.Figures[cell] == 0) return null;
        sheet.Misprint(cell, (sheet.Figures[cell] * (12 + dice.Below(80))) + 30);
        KeepDecisions(sheet, cell);
        return [];
    }

    // A misprint must not make decisions look like a misread column (R06).
    private void KeepDecisions(Sheet sheet, int misprinted)
    {
        while (Services.Any(line => OwnRules.IsMisread(cells, sheet.Form, sheet.Figures, line))) sheet.Figures[misprinted] += 3;
    }

    private static List<Seeded>? Copied(Sheet sheet, Sheet? before)
    {
        if (before is null || before.Form != sheet.Form || before.Kind is not null) return null;
        foreach (var cell in sheet.Form.Printed)
        {
            if (sheet.Figures[cell] != before.Figures[cell]) sheet.Misprint(cell, before.Figures[cell]);
        }
        return sheet.Right.Count == 0 ? null : [];
    }

    private List<Seeded>? FeesInYuan(Sheet sheet)
    {
        var cell = cells["fees.amount_wan"];
        if (!sheet.Form.Has(cell) || sheet.Figures[cell] < 10_000) return null;
        sheet.Texts[cell] = sheet.Figures[cell].ToString(System.Globalization.CultureInfo.InvariantCulture);
        sheet.Misprint(cell, sheet.Figures[cell] * 10_000);
        return [];
    }

    private List<Seeded>? Blanks(Sheet sheet, Dice dice)
    {
        var isAll = dice.Chance(0.7);
        var blank = zeros.Where(cell => sheet.Form.Has(cell) && sheet.Figures[cell] == 0 && (isAll || dice.Chance(0.3))).ToList();
        if (blank.Count == 0) return null;
        foreach (var cell in blank) sheet.States[cell] = ValueState.Blank;
        return [Named(sheet, "R16", blank, $"共 {blank.Count} 个，不按 0 处理", null, null)];
    }

    private List<Seeded>? Unread(Sheet sheet, Dice dice)
    {
        var filled = requests.Where(cell => sheet.Form.Has(cell) && sheet.Figures[cell] > 0).ToList();
        if (filled.Count == 0) return null;
        var cell = filled[dice.Below(filled.Count)];
        sheet.States[cell] = ValueState.Unread;
        sheet.Right[cell] = sheet.Figures[cell];
        sheet.Texts[cell] = sheet.Figures[cell].ToString(System.Globalization.CultureInfo.InvariantCulture) + "?";
        return [Named(sheet, "R18", [cell], $"{cells.Metrics[cell].LabelZh}印为“{sheet.Texts[cell]}”，不能确定其数值", null, null)];
    }

    private List<Seeded>? NoUnit(Sheet sheet)
    {
        var cell = cells["procurement.amount_wan"];
        if (!sheet.Form.Has(cell) || sheet.Figures[cell] == 0) return null;
        sheet.WithoutUnit = cell;
        var amount = cells.Value(cell, sheet.Figures[cell]);
        return [Named(sheet, "R12", [cell], $"采购金额印为“{sheet.Form.Number(cell, sheet.Figures[cell]).Cell.Text}”，单元格和表头均未注明单位，不参与合计与排名", null, amount)];
    }

    private List<Seeded> Wrong(Sheet sheet, int cell, long printed, params ReadOnlySpan<string> rules)
    {
        sheet.Misprint(cell, printed);
        var found = new List<Seeded>();
        foreach (var rule in rules) found.Add(Found(sheet, rule, cell, sheet.Right[cell], cell));
        return found;
    }

    private Seeded Found(Sheet sheet, string rule, int named, long expected, int wrong)
    {
        var (right, printed) = (cells.Value(named, expected), cells.Value(named, sheet.Figures[named]));
        var seeded = Named(sheet, rule, [named], $"{cells.Metrics[named].LabelZh}印为 {printed:0}，按其他各项应为 {right:0}", right, printed);
        return seeded with { Row = seeded.Row with { Cell = cells.Metrics[wrong].Key, Right = cells.Value(wrong, sheet.Right[wrong]) } };
    }

    private Seeded Named(Sheet sheet, string rule, List<int> named, string message, decimal? expected, decimal? printed)
    {
        var definition = catalog.Rule(rule);
        var metrics = named.ConvertAll(cell => cells.Metrics[cell].Key);
        return new Seeded(
            new KeyRow(sheet.Year, sheet.Kind!.Value, rule, metrics, expected, printed, null, null),
            new Finding(rule, definition.Severity, metrics, expected, printed, $"{definition.MessageZh}：{message}"));
    }
}
