// Kinds of bodies, and the phrases that tell whose figures a report of such a body holds.
namespace Analytics.Catalog;

/// <summary>A kind of body, a row of <c>agency-kinds.csv</c>.</summary>
/// <param name="Name">government, department …</param>
/// <param name="NameZh">As a person calls it.</param>
/// <param name="Offices">Its names without regions, or with ~ in front their ends where the region is not known; empty for
/// the kind that takes all others.</param>
/// <param name="RegionAlone">A region's name without an office means this kind.</param>
/// <param name="Scope">Whose figures it reports unless the text says otherwise.</param>
/// <param name="RuleMaking">Levels at which it may make rules (规章).</param>
public sealed record AgencyKind(
    string Name, string NameZh, IReadOnlyList<string> Offices, bool RegionAlone, ReportScope Scope, IReadOnlyList<RegionLevel> RuleMaking)
{
    /// <summary>Whether an office, without its regions, is of this kind.</summary>
    public bool Has(string office) => office.Length == 0 ? RegionAlone : Offices.Count == 0
        || Offices.Any(name => name[0] == '~' ? office.EndsWith(name[1..], StringComparison.Ordinal) : office == name);
}

/// <summary>Where a phrase on the scope of a report stands.</summary>
public enum ScopePlace
{
    Title,
    Text,
}

/// <summary>A phrase that tells whose figures a report holds, a row of <c>scope-phrases.csv</c>: of the phrases that a
/// report holds, the first in the file decides.</summary>
/// <param name="Scope">What it tells.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Kinds">Kinds of bodies in whose reports it does.</param>
/// <param name="Pattern">A regular expression on text in Simplified characters without white space, punctuation half-width.</param>
public sealed record ScopePhrase(ReportScope Scope, ScopePlace Place, IReadOnlyList<string> Kinds, string Pattern);
