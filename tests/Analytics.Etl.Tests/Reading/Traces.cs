// Where a document could have something written: the temporary folder, the home, where the tests run, and the root.
namespace Analytics.Etl.Tests.Reading;

internal static class Traces
{
    /// <summary>What is there now. Other tests may make folders of their own meanwhile, whose names begin with ours.</summary>
    public static HashSet<string> Now() => new[] { Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.CurrentDirectory, "/", "/etc" }
        .SelectMany(place => Directory.EnumerateFileSystemEntries(place))
        .Where(path => Path.GetFileName(path) is var name && (name.Contains("zipslip", StringComparison.Ordinal) || name.StartsWith("outside", StringComparison.Ordinal)
            || name.StartsWith("analytics-office-", StringComparison.Ordinal) || name.StartsWith("analytics-pdf-", StringComparison.Ordinal)
            || !path.StartsWith(Path.GetTempPath(), StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
}
