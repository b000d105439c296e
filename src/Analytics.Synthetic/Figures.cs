// The figures of one body itself, year by year, as they would be if nobody made mistakes: every sum of the form holds, and
// every year follows from the one before. What a government reports is such figures added up.
using Analytics.Catalog;

namespace Analytics.Synthetic;

/// <summary>Draws a body's own figures, one year after the other.</summary>
internal sealed class Figures
{
    private static readonly string[] Applicants = ["natural", "enterprise", "research", "welfare", "legal_service", "other_org"];
    private static readonly double[] ApplicantWeights = [85, 9, 0.6, 0.8, 2.6, 2];
    private static readonly string[] Documents = ["rules", "normative_documents"];
    private static readonly string[] Services = ["licensing", "other_services", "penalties", "compulsion"];

    // 予以公开, 部分公开, 8 × 不予公开, 3 × 无法提供, 5 × 不予处理, 其他处理.
    private static readonly (string Line, double Weight)[] Outcomes =
    [
        ("granted", 44), ("partly_granted", 9), ("denied.state_secret", 0.3), ("denied.law_forbids", 0.8), ("denied.security_stability", 0.4),
        ("denied.third_party", 1.2), ("denied.internal_affairs", 1), ("denied.process", 1.6), ("denied.enforcement_file", 2.2),
        ("denied.administrative_query", 1.4), ("unavailable.not_held", 23), ("unavailable.needs_creation", 2.2), ("unavailable.unclear", 1),
        ("declined.complaint", 3), ("declined.repeated", 1.6), ("declined.publication", 0.2), ("declined.excessive", 0.4),
        ("declined.reconfirmation", 0.3),
    ];

    private static readonly (string Line, double Weight)[] OtherOutcomes = [("other.not_corrected", 1.2), ("other.fee_unpaid", 0.2), ("other.rest", 4)];
    private static readonly string[] Disputes = ["reconsideration", "litigation_direct", "litigation_after"];
    private static readonly double[] DisputeRates = [0.05, 0.015, 0.008];
    private static readonly string[] Results = ["upheld", "corrected", "other", "pending"];
    private static readonly double[] ResultWeights = [55, 12, 20, 13];

    private readonly CellNumbers cells;
    private readonly Dice dice;
    private readonly bool makesRules;
    private readonly double drift;
    private readonly double[] applicants;
    private readonly double[] outcomes;
    private readonly double[] services;
    private readonly double documents;
    private readonly long[] carried = new long[Applicants.Length];
    private readonly long[] inForce = new long[Documents.Length];
    private readonly long[] items = new long[Services.Length + 1];
    private double requests;
    private double fees;
    private double projects;

    /// <param name="cells">Of all forms.</param>
    /// <param name="dice">The body's own.</param>
    /// <param name="filer">Its level and kind make its size.</param>
    /// <param name="isNew">Founded in its first year: it begins with nothing.</param>
    public Figures(CellNumbers cells, Dice dice, Filer filer, bool isNew)
    {
        (this.cells, this.dice) = (cells, dice);
        makesRules = filer is { IsGovernment: true, Level: RegionLevel.Province or RegionLevel.Prefecture };
        var scale = filer.Level switch { RegionLevel.Province => 12.0, RegionLevel.Prefecture => 4, _ => 1 };
        requests = dice.LogNormal((filer.IsGovernment ? 25 : 7) * scale, 1.1);
        drift = Math.Clamp(dice.Normal(0.04, 0.06), -0.1, 0.2);
        applicants = Jitter(ApplicantWeights);
        outcomes = Jitter([.. Outcomes.Select(outcome => outcome.Weight), .. OtherOutcomes.Select(outcome => outcome.Weight)]);
        // Many bodies license or punish nobody.
        services = Services.Select(_ => dice.Chance(0.55) ? dice.LogNormal(60 * scale, 1.6) : 0).ToArray();
        documents = dice.Chance(0.7) ? dice.LogNormal(3 * Math.Sqrt(scale), 0.7) : 0;
        fees = dice.Chance(0.35) ? dice.LogNormal(800_000 * scale, 1.4) : 0;
        projects = dice.LogNormal(4 * scale, 1);
        if (isNew) return;
        for (var i = 0; i < carried.Length; i++) carried[i] = dice.Events(requests * 0.06 * applicants[i] / 100);
        inForce[1] = dice.Events(documents * 8);
        if (makesRules) inForce[0] = dice.Events(15);
        for (var i = 0; i < items.Length; i++) items[i] = i == Services.Length || services[i] > 0 ? dice.Events(25) : 0;
    }

    /// <summary>Adds the next year's figures to a report's.</summary>
    /// <param name="form">Form of the year.</param>
    /// <param name="isLast">The body ends: nothing is carried out and nothing stays in force.</param>
    /// <param name="into">Figures by cell.</param>
    public void Next(FormCells form, bool isLast, long[] into)
    {
        var growth = Math.Exp(drift + Math.Clamp(dice.Normal(0, 0.18), -0.6, 0.6));
        (requests, fees, projects) = (requests * growth, fees * growth, projects * growth);
        if (form.Name == "2019") Disclose2019(into, isLast);
        else Disclose2021(into, isLast);
        Request(form, into, isLast);
    }

    private void Disclose2019(long[] into, bool isLast)
    {
        for (var i = 0; i < Documents.Length; i++)
        {
            var made = Made(i);
            Add(into, Documents[i] + ".made", made);
            Add(into, Documents[i] + ".disclosed", dice.Of(made, 0.85));
            inForce[i] = isLast ? 0 : inForce[i] + made;
            Add(into, Documents[i] + ".public_total", inForce[i]);
        }
        for (var i = 0; i < items.Length; i++)
        {
            var change = isLast ? -items[i] : items[i] == 0 ? dice.Below(3) : Math.Max(-items[i], dice.Below(9) - 4);
            var line = i < Services.Length ? Services[i] : "fees";
            if (i < Services.Length && services[i] == 0) change = 0;
            Add(into, line + ".items_prev", items[i]);
            Add(into, line + ".items_change", change);
            items[i] += change;
            if (i < Services.Length) Add(into, line + ".decisions", Decisions(i));
        }
        var count = dice.Events(projects);
        Add(into, "procurement.count", count);
        Add(into, "procurement.amount_wan", count * (long)Math.Clamp(dice.LogNormal(600_000, 0.8), 20_000, 50_000_000));
    }

    private void Disclose2021(long[] into, bool isLast)
    {
        for (var i = 0; i < Documents.Length; i++)
        {
            var issued = Made(i);
            // What there was before is issued in a body's first year, so that what is in force follows from year to year.
            var repealed = isLast ? inForce[i] + issued : dice.Of(inForce[i], 0.06);
            inForce[i] += issued - repealed;
            Add(into, Documents[i] + ".issued", issued);
            Add(into, Documents[i] + ".repealed", repealed);
            Add(into, Documents[i] + ".in_force", inForce[i]);
        }
        for (var i = 0; i < Services.Length; i++)
        {
            if (Services[i] != "other_services") Add(into, Services[i] + ".decisions", Decisions(i));
        }
        Add(into, "fees.amount_wan", (long)(fees * Math.Exp(Math.Clamp(dice.Normal(0, 0.15), -0.4, 0.4))));
    }

    private void Request(FormCells form, long[] into, bool isLast)
    {
        var lines = form.Name == "2019" ? Outcomes.Length + 1 : Outcomes.Length + OtherOutcomes.Length;
        Span<long> received = stackalloc long[Applicants.Length];
        Span<long> shares = stackalloc long[lines];
        Span<long> column = stackalloc long[Results.Length];
        dice.Share(dice.Events(requests), applicants, received);
        var closedByAll = 0L;
        for (var i = 0; i < Applicants.Length; i++)
        {
            var all = received[i] + carried[i];
            var open = isLast ? 0 : dice.Of(all, 0.06);
            Cell(into, "requests.received", i, received[i]);
            Cell(into, "requests.carried_in", i, carried[i]);
            Cell(into, "requests.closed", i, all - open);
            Cell(into, "requests.carried_out", i, open);
            dice.Share(all - open, outcomes.AsSpan(0, lines), shares);
            for (var line = 0; line < lines; line++)
            {
                var name = line < Outcomes.Length ? Outcomes[line].Line : form.Name == "2019" ? "other" : OtherOutcomes[line - Outcomes.Length].Line;
                Cell(into, "requests." + name, i, shares[line]);
            }
            carried[i] = open;
            closedByAll += all - open;
        }
        for (var i = 0; i < Disputes.Length; i++)
        {
            var total = dice.Of(closedByAll, DisputeRates[i]);
            dice.Share(total, ResultWeights, column);
            for (var result = 0; result < Results.Length; result++) Add(into, $"{Disputes[i]}.{Results[result]}", column[result]);
            Add(into, Disputes[i] + ".total", total);
        }
    }

    private long Made(int document) => document == 0 ? makesRules ? dice.Events(1.2) : 0 : dice.Events(documents);

    private long Decisions(int service) => services[service] == 0 ? 0 : dice.Events(services[service] * Math.Exp(Math.Clamp(dice.Normal(0, 0.3), -0.8, 0.8)));

    private void Cell(long[] into, string line, int applicant, long count)
    {
        if (count == 0) return;
        Add(into, $"{line}.{Applicants[applicant]}", count);
        Add(into, line + ".total", count);
    }

    private void Add(long[] into, string cell, long figure) => into[cells[cell]] += figure;

    private double[] Jitter(double[] weights) => weights.Select(weight => weight * dice.LogNormal(1, 0.4)).ToArray();
}
