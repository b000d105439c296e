// The warehouse's own checks: each selects the rows that fail it and says how many it covered.
namespace Analytics.Warehouse;

/// <summary>Outcome of one check.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Covered">How many rows it looked at.</param>
/// <param name="Failing">The rows that fail, as text; empty where it passes.</param>
public sealed record CheckResult(string Name, long Covered, IReadOnlyList<string> Failing);

internal static class IntegrityChecks
{
    private sealed class Row
    {
        public long Covered { get; init; }

        public List<string> Failing { get; init; } = [];
    }

    public static Task<IReadOnlyList<CheckResult>> RunAsync(WriterDatabase writer, CancellationToken cancellation) => writer.RunAsync<IReadOnlyList<CheckResult>>(
        async session =>
        {
            var results = new List<CheckResult>();
            foreach (var check in Sql.In("checks"))
            {
                var row = (await session.QueryAsync<Row>(check)).Single();
                results.Add(new CheckResult(check["checks/".Length..], row.Covered, row.Failing));
            }
            return results;
        }, cancellation);
}
