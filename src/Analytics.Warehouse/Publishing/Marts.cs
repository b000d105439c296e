// Brings the read models up to date: rules over years and between reports, then what charts read.
namespace Analytics.Warehouse;

/// <summary>The marts of the writer's file.</summary>
internal sealed class Marts(WideSql wide)
{
    /// <summary>Works off what is pending, in one transaction.</summary>
    public Task RefreshAsync(WriterDatabase.Session session) => session.TransactAsync(async () =>
    {
        await session.ExecuteAsync("marts/Pending");
        await session.ExecuteTextAsync(wide.Rebuilt);
        await session.ExecuteAsync("rules/Pairs");
        await session.ExecuteTextAsync(wide.YearSums);
        await session.ExecuteTextAsync(wide.Jumps);
        await session.ExecuteAsync("rules/R11");
        await session.ExecuteAsync("rules/R22");
        await session.ExecuteAsync("rules/Insides");
        await session.ExecuteTextAsync(wide.Insides);
        await session.ExecuteAsync("rules/Findings");
        await session.ExecuteAsync("marts/Agency");
        await session.ExecuteAsync("marts/Doubt");
        await session.ExecuteTextAsync(wide.Derived);
        await session.ExecuteAsync("marts/Observation");
        await session.ExecuteAsync("marts/Settled");
        return true;
    });

    /// <summary>Makes the wide table and all marts anew, after the definitions changed.</summary>
    public Task RebuildAsync(WriterDatabase writer, CancellationToken cancellation) => writer.TransactAsync(async session =>
    {
        await session.ExecuteTextAsync(wide.Table);
        await session.ExecuteAsync("wide/AllStale");
        await session.ExecuteTextAsync(wide.Rebuilt);
        return true;
    }, cancellation);
}
