// Every SQL statement is a file under sql/, embedded here and read by its path.
using System.Collections.Concurrent;

namespace Analytics.Warehouse;

/// <summary>The text of the SQL files.</summary>
public static class Sql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Paths of all files below a folder of <c>sql</c>, in order of name, without their ending: <c>checks/ReportUnique</c>.</summary>
    public static IReadOnlyList<string> In(string folder) => typeof(Sql).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"sql/{folder}/", StringComparison.Ordinal))
        .Select(name => name["sql/".Length..^".sql".Length]).Order(StringComparer.Ordinal).ToList();

    /// <summary>The text of a file, named by its path under <c>sql</c> without ending: <c>queries/compare/Values</c>.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    public static string Text(string path) => Texts.GetOrAdd(path, static path =>
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream($"sql/{path}.sql")
            ?? throw new FileNotFoundException($"No SQL file {path}.sql.", path);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
