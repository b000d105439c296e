// Brings the read models up to date: rules over years and between reports, then what charts read.
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>How often a rule was broken, and in how many reports.</summary>
public sealed record RuleCount(string Rule, long Breaches, long Reports);

/// <summary>The marts of the writer's file.</summary>
internal sealed class Marts(WideSql wide, Pinyin pinyin)
{
    private sealed record Work(long Pairs, long Insides, long Suspects);

    /// <summary>Works off what is pending, in one transaction.</summary>
    public Task RefreshAsync(WriterDatabase.Session session) => session.TransactAsync(async () =>
    {
        // As a publication that failed may have left it.
        await session.ExecuteAsync("settings/Optimized");
        await session.ExecuteAsync("marts/Pending");
        var isStale = (await session.QueryAsync<long>("marts/Stale"))[0] > 0;
        if (isStale) await session.ExecuteTextAsync(wide.Rebuilt);
        await BreachesAsync(session, withSums: false);
        await session.ExecuteAsync("rules/Findings");
        if (isStale) await CorrectedSumsAsync(session);
        await ReadOfficesAsync(session);
        await session.ExecuteAsync("marts/Agency");
        var isAll = (await session.QueryAsync<bool>("marts/IsAll"))[0];
        await session.ExecuteAsync(isAll ? "marts/All" : "marts/Some");
        // A view of so many columns takes longer to plan than to read.
        var rows = isAll ? "rule_wide" : "mart_wide";
        await session.ExecuteAsync("marts/Corrections");
        await session.ExecuteTextAsync(WideSql.Others(rows));
        await session.ExecuteAsync("marts/Observation");
        foreach (var values in wide.Values(rows)) await session.ExecuteTextAsync(values);
        await session.ExecuteTextAsync(wide.Derived(rows));
        if (isAll) await session.ExecuteAsync("settings/AsWritten");
        await session.ExecuteAsync("marts/RegionYear");
        await session.ExecuteAsync("settings/Optimized");
        await session.ExecuteAsync("marts/Settled");
        await session.ExecuteAsync("marts/Orphans");
        return true;
    });

    private async Task ReadOfficesAsync(WriterDatabase.Session session)
    {
        var offices = await session.QueryAsync<string>("marts/OfficesUnread");
        if (offices.Count == 0) return;
        // A reading with holes would find the wrong ones.
        var isKnown = offices.Select(office => office.All(pinyin.Knows)).ToList();
        await session.ExecuteAsync("marts/OfficesRead", new SqlParameters
        {
            ["offices"] = offices.ToList(),
            ["pinyin"] = offices.Zip(isKnown, (office, known) => known ? pinyin.Full(office) : "").ToList(),
            ["initials"] = offices.Zip(isKnown, (office, known) => known ? pinyin.Initials(office) : "").ToList(),
        });
    }

    /// <summary>Runs all rules over years and between reports again and brings every mart up to date.</summary>
    public Task RecheckAsync(WriterDatabase writer, CancellationToken cancellation) => writer.RunAsync(async session =>
    {
        await session.ExecuteAsync("wide/AllStale");
        await RefreshAsync(session);
        return true;
    }, cancellation);

    /// <summary>Counts what every rule of the catalog's sums, of years and between reports finds in all current reports; writes nothing.</summary>
    public Task<IReadOnlyList<RuleCount>> CountAsync(WriterDatabase writer, CancellationToken cancellation) => writer.RunAsync(async session =>
    {
        await session.ExecuteAsync("rules/Everything");
        await BreachesAsync(session, withSums: true);
        return await session.QueryAsync<RuleCount>("rules/Counts");
    }, cancellation);

    // First which reports may break a rule, then which of their cells do. Preparing a generated statement takes time of its own,
    // so none runs without need.
    private async Task BreachesAsync(WriterDatabase.Session session, bool withSums)
    {
        await session.ExecuteAsync("rules/Pairs");
        await session.ExecuteAsync("rules/Insides");
        var work = await WorkAsync(session);
        if (work.Pairs > 0)
        {
            await session.ExecuteTextAsync(wide.YearSums);
            await session.ExecuteTextAsync(wide.Jumps);
            await session.ExecuteAsync("rules/Copies");
        }
        if (work.Insides > 0) await session.ExecuteTextAsync(wide.Insides);
        if (withSums) await session.ExecuteTextAsync(wide.Sums);
        await session.ExecuteAsync("rules/R22");
        if ((await WorkAsync(session)).Suspects == 0) return;
        await session.ExecuteAsync("rules/SuspectCells");
        await session.ExecuteAsync("rules/Linear");
        await session.ExecuteAsync("rules/R10");
        await session.ExecuteAsync("rules/R11");
        if (work.Insides > 0) await session.ExecuteAsync("rules/R17");
    }

    // The extractor checked the sums of a report as printed; what people correct is checked here.
    private async Task CorrectedSumsAsync(WriterDatabase.Session session)
    {
        await session.ExecuteAsync("rules/CorrectedReports");
        await session.ExecuteTextAsync(wide.Sums);
        await session.ExecuteAsync("rules/SuspectCells");
        await session.ExecuteAsync("rules/Linear");
        await session.ExecuteAsync("rules/CorrectedSums");
    }

    private static async Task<Work> WorkAsync(WriterDatabase.Session session) => (await session.QueryAsync<Work>("rules/Work"))[0];

    /// <summary>Makes the wide table and all marts anew, after the definitions changed.</summary>
    public Task RebuildAsync(WriterDatabase writer, CancellationToken cancellation) => writer.TransactAsync(async session =>
    {
        await session.ExecuteTextAsync(wide.Table);
        await session.ExecuteAsync("wide/AllStale");
        await session.ExecuteTextAsync(wide.Rebuilt);
        await session.ExecuteAsync("marts/OfficesForgotten");
        return true;
    }, cancellation);
}
