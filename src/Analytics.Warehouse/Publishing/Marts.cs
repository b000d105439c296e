// Brings the read models up to date: rules over years and between reports, then what charts read.
namespace Analytics.Warehouse;

/// <summary>How often a rule was broken, and in how many reports.</summary>
public sealed record RuleCount(string Rule, long Breaches, long Reports);

/// <summary>The marts of the writer's file.</summary>
internal sealed class Marts(WideSql wide)
{
    private sealed record Work(long Pairs, long Insides);

    /// <summary>Works off what is pending, in one transaction.</summary>
    public Task RefreshAsync(WriterDatabase.Session session) => session.TransactAsync(async () =>
    {
        await session.ExecuteAsync("marts/Pending");
        if ((await session.QueryAsync<long>("marts/Stale"))[0] > 0) await session.ExecuteTextAsync(wide.Rebuilt);
        await BreachesAsync(session);
        await session.ExecuteAsync("rules/Findings");
        await session.ExecuteAsync("marts/Agency");
        await session.ExecuteAsync("marts/Doubt");
        await session.ExecuteTextAsync(wide.Derived);
        await session.ExecuteAsync("marts/Observation");
        await session.ExecuteAsync("marts/Settled");
        return true;
    });

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
        await BreachesAsync(session);
        await SuspectAsync(session, wide.Sums, "rules/Linear");
        return await session.QueryAsync<RuleCount>("rules/Counts");
    }, cancellation);

    // Preparing a generated statement alone takes a tenth of a second.
    private async Task BreachesAsync(WriterDatabase.Session session)
    {
        await session.ExecuteAsync("rules/Pairs");
        await session.ExecuteAsync("rules/Insides");
        var work = (await session.QueryAsync<Work>("rules/Work"))[0];
        if (work.Pairs > 0)
        {
            await SuspectAsync(session, wide.YearSums, "rules/Linear");
            await SuspectAsync(session, wide.Jumps, "rules/R10");
            await session.ExecuteAsync("rules/R11");
        }
        await session.ExecuteAsync("rules/R22");
        if (work.Insides == 0) return;
        await session.ExecuteTextAsync(wide.Insides);
        await session.ExecuteAsync("rules/R17");
    }

    // First which reports may break a rule, then which of their cells do.
    private static async Task SuspectAsync(WriterDatabase.Session session, string suspects, string rule)
    {
        await session.ExecuteTextAsync(suspects);
        await session.ExecuteAsync("rules/SuspectCells");
        await session.ExecuteAsync(rule);
    }

    /// <summary>Makes the wide table and all marts anew, after the definitions changed.</summary>
    public Task RebuildAsync(WriterDatabase writer, CancellationToken cancellation) => writer.TransactAsync(async session =>
    {
        await session.ExecuteTextAsync(wide.Table);
        await session.ExecuteAsync("wide/AllStale");
        await session.ExecuteTextAsync(wide.Rebuilt);
        return true;
    }, cancellation);
}
