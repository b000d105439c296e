// Brings a file's schema to the newest: dated, forward-only files under sql/schema, each applied once.
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Warehouse;

/// <summary>The warehouse was written by a newer program, or a migration was changed after it was applied.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

internal static class Migrations
{
    private sealed record Applied(string Name, string Sha256);

    /// <exception cref="SchemaMismatchException">The file has migrations this program does not know.</exception>
    public static async Task ApplyAsync(WriterDatabase writer, TimeProvider clock, CancellationToken cancellation)
    {
        var known = Sql.In("schema");
        var applied = await writer.RunAsync(session => session.QueryAsync<Applied>("load/MigrationState"), cancellation);
        foreach (var migration in applied)
        {
            if (!known.Contains("schema/" + migration.Name, StringComparer.Ordinal))
                throw new SchemaMismatchException($"The warehouse {writer.Path} has the migration {migration.Name}, which this program does not know: it was written by a newer version. Start that version, or restore a backup.");
            if (Hash(migration.Name) != migration.Sha256)
                throw new SchemaMismatchException($"The migration {migration.Name} is not the one the warehouse {writer.Path} was made with. Migrations are never changed after landing: add a new one.");
        }
        foreach (var name in known.Select(path => path["schema/".Length..]).Where(name => applied.All(migration => migration.Name != name)))
        {
            await writer.TransactAsync(async session =>
            {
                await session.ExecuteAsync("schema/" + name);
                await session.ExecuteAsync("load/MigrationApplied", new SqlParameters
                {
                    ["name"] = name,
                    ["sha256"] = Hash(name),
                    ["applied_at"] = clock.GetUtcNow().UtcDateTime,
                });
                return true;
            }, cancellation);
        }
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Text("schema/" + name))));
}
