// Whose figures a report holds: the body's own, its level's, or its whole territory's.
using System.Text.RegularExpressions;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>Kinds of bodies and the phrases that tell are data: <c>agency-kinds.csv</c>, <c>scope-phrases.csv</c>.</summary>
internal sealed class ScopeFinder(CatalogData catalog)
{
    private readonly List<(ScopePhrase Phrase, Regex Pattern)> phrases = catalog.ScopePhrases
        .Select(phrase => (phrase, new Regex(phrase.Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))).ToList();

    /// <summary>What the first phrase that the report holds tells; without one, what bodies of the kind report. A body whose
    /// name is not known speaks for itself.</summary>
    public ReportScope Find(NarrativeText narrative, Agency? agency)
    {
        if (agency is null) return ReportScope.Own;
        var kind = catalog.KindOf(agency.Office);
        foreach (var (phrase, pattern) in phrases.Where(entry => entry.Phrase.Kinds.Contains(kind.Name, StringComparer.Ordinal)))
        {
            var holds = phrase.Place == ScopePlace.Title ? pattern.IsMatch(narrative.Title) : narrative.Sentences.Any(sentence => pattern.IsMatch(sentence.Text));
            if (holds) return phrase.Scope;
        }
        return kind.Scope;
    }
}
