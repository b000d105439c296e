// The dashboards' own source files, for tests of what must or must not stand in them.
using System.Reflection;
using System.Text.RegularExpressions;

namespace Analytics.Dashboards.Tests;

/// <summary>A .razor or .cs file.</summary>
/// <param name="Name">Path below the dashboards' folder.</param>
/// <param name="Code">Its text without comments.</param>
internal sealed partial record SourceFile(string Name, string Code)
{
    /// <summary>The dashboards' folder, as the build knows it.</summary>
    public static string Folder { get; } = typeof(SourceFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "DashboardsFolder").Value!;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
        .Select(file => (Path: file, Name: Path.GetRelativePath(Folder, file).Replace('\\', '/')))
        .Where(file => file.Name.Split('/')[0] is not ("bin" or "obj" or "node_modules"))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new SourceFile(file.Name, WithoutComments(File.ReadAllText(file.Path)))).ToList();

    // Texts are matched so that a // inside them does not pass for a comment.
    private static string WithoutComments(string text) => CommentOrText().Replace(text, match => match.Value[0] is '"' or '\'' ? match.Value : " ");

    [GeneratedRegex("""@\*.*?\*@|/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CommentOrText();
}
