// Paths given by a person to the files behind them.
namespace Analytics.Etl;

/// <summary>Finds documents in files and folders.</summary>
public static class DocumentFiles
{
    /// <summary>Paths that do not exist.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> paths) => paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();

    /// <summary>The files, in the order of the paths; a folder's files by name, with subfolders; sidecars and hidden
    /// files are left out.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) => paths.SelectMany(path => Directory.Exists(path) ? InFolder(path) : [path]).ToList();

    private static IEnumerable<string> InFolder(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith('.') && !Sidecar.IsSidecar(file) && !Path.GetFileName(file).Equals("README.md", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);
}
