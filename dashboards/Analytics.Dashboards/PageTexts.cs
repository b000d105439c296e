// The texts of all pages behind one localizer: each page's stand in a resource of its own, found by key.
using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards;

/// <summary>Texts of every resource under <c>Resources/</c>; keys are unique among them. Chinese where a language lacks a text.</summary>
internal sealed class PageTexts : IStringLocalizer<Texts>
{
    private const string Ending = ".resources";
    private static readonly Dictionary<string, ResourceManager> Managers = FindAll();

    public LocalizedString this[string name] => Find(name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] =>
        Find(name) is { } text ? new(name, string.Format(CultureInfo.CurrentCulture, text, arguments)) : new(name, name, resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Managers.Keys.Select(name => this[name]);

    /// <summary>The text of a key in the reader's language or another; null where there is none.</summary>
    public static string? Find(string name, CultureInfo? culture = null) => Managers.GetValueOrDefault(name)?.GetString(name, culture ?? CultureInfo.CurrentUICulture);

    private static Dictionary<string, ResourceManager> FindAll()
    {
        var assembly = typeof(Texts).Assembly;
        var managers = new Dictionary<string, ResourceManager>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            var manager = new ResourceManager(resource[..^Ending.Length], assembly);
            foreach (DictionaryEntry entry in manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!)
                managers.Add((string)entry.Key, manager);
        }
        return managers;
    }
}
