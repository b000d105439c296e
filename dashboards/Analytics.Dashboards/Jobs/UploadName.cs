// Names that browsers give are foreign text: nothing of them decides where bytes go.
using System.Globalization;
using System.Text;

namespace Analytics.Dashboards.Jobs;

/// <summary>The name of an uploaded file, made harmless.</summary>
/// <param name="Name">The file's own name.</param>
/// <param name="Shown">Its place in the folder that was given, for people; null for a single file.</param>
/// <param name="Ending">What a file of ours that holds its bytes ends with: letters, digits and points, or nothing.</param>
internal sealed record UploadName(string Name, string? Shown, string Ending)
{
    private const int MostCharacters = 200;
    private const int MostEnding = 12;
    private static readonly char[] Separators = ['/', '\\'];

    /// <param name="given">A name or a path within a folder.</param>
    /// <param name="unnamed">Stands where nothing is left of a name.</param>
    public static UploadName Of(string? given, string unnamed)
    {
        var parts = (given ?? "").Split(Separators).Select(Clean).Where(part => part.Length > 0 && part.Any(c => c != '.')).ToList();
        var name = parts.Count == 0 ? unnamed : Shorten(parts[^1]);
        return new UploadName(name, parts.Count > 1 ? string.Join('/', parts.SkipLast(1).Select(Shorten).Append(name)) : null, EndingOf(name));
    }

    // Control and format characters go: the latter can turn the order of what follows.
    private static string Clean(string part)
    {
        var text = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)) text.Append(rune);
        }
        return text.ToString().Trim();
    }

    // The end of a name says what a file is, so the middle goes.
    private static string Shorten(string name)
    {
        if (name.Length <= MostCharacters) return name;
        const int End = MostCharacters / 2;
        var first = char.IsHighSurrogate(name[End - 1]) ? End - 1 : End;
        var last = char.IsLowSurrogate(name[^(End - 1)]) ? End - 2 : End - 1;
        return string.Concat(name.AsSpan(0, first), "…", name.AsSpan(name.Length - last));
    }

    private static string EndingOf(string name)
    {
        var at = name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase) ? name.Length - ".csv.gz".Length : name.LastIndexOf('.');
        if (at < 0) return "";
        var ending = name[at..].ToLowerInvariant();
        return ending.Length <= MostEnding && ending.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? ending : "";
    }
}
