// Real reports with hand-read figures are not part of the repository: a variable says where they are.
using System.Text.Json;

namespace Analytics.Extraction.Tests;

/// <summary>The folder named by the environment variable <c>ANALYTICS_CORPUS</c>, with documents in <c>docs</c> and what
/// was read of them by hand in <c>gold</c>.</summary>
internal static class Corpus
{
    public const string Variable = "ANALYTICS_CORPUS";

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The document of that name, whatever its extension.</summary>
    public static string Document(string name) => Directory.EnumerateFiles(Path.Combine(Folder!, "docs"), name + ".*").Single();

    public static Gold Gold(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "gold", name + ".json")));
        var root = json.RootElement;
        return new Gold(
            root.GetProperty("agency").GetString(), root.GetProperty("year").GetInt32(),
            root.GetProperty("facts").EnumerateObject().ToDictionary(
                fact => fact.Name, fact => fact.Value.ValueKind == JsonValueKind.Null ? (decimal?)null : fact.Value.GetDecimal(), StringComparer.Ordinal),
            root.TryGetProperty("ambiguous", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()!).ToHashSet(StringComparer.Ordinal) : []);
    }
}

/// <summary>A report as read by hand.</summary>
/// <param name="Agency">Its name, null where the document does not say.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Facts">Values by metric key; null is printed blank.</param>
/// <param name="Ambiguous">Keys that cannot be told from the document.</param>
internal sealed record Gold(string? Agency, int Year, IReadOnlyDictionary<string, decimal?> Facts, IReadOnlySet<string> Ambiguous);

/// <summary>A theory that is skipped, and says so, where there is no corpus.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (Corpus.Folder is null) Skip = $"The variable {Corpus.Variable} names no folder with docs/ and gold/.";
    }
}
