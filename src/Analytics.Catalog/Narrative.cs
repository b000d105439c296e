// What the text beside the tables may state, and the words it states it with; both are data.
using System.Collections.Frozen;

namespace Analytics.Catalog;

/// <summary>A kind of statement with a number, a row of <c>narrative-statements.csv</c>.</summary>
/// <param name="Name">received, closed …</param>
/// <param name="NameZh">What is counted.</param>
/// <param name="Topics">Topics of the words that must stand beside the number; empty where the act says it all.</param>
/// <param name="Acts">Acts of which one must stand beside it; empty where none is needed.</param>
/// <param name="IsMoney">An amount in 万元, not a count.</param>
/// <param name="MayBeDenied">未收到… states 0.</param>
/// <param name="Alternatives">Sums of metrics the number may equal. The first is what the words say; the others are what
/// bodies mean by them as well. A stated 0 must equal the first.</param>
public sealed record NarrativeStatement(
    string Name, string NameZh, IReadOnlyList<string> Topics, IReadOnlyList<string> Acts, bool IsMoney, bool MayBeDenied,
    IReadOnlyList<IReadOnlyList<FormulaTerm>> Alternatives);

/// <summary>What a word of the text does in a statement.</summary>
public enum WordRole
{
    /// <summary>What is counted, by itself.</summary>
    Topic,

    /// <summary>A word for it that needs the surroundings: 申请.</summary>
    Generic,

    /// <summary>What happened to it: 收到, 办结, 结转.</summary>
    Act,

    /// <summary>未, 没有, 无.</summary>
    None,

    /// <summary>Something came about: 发生, 引发, 被申请.</summary>
    Happen,

    /// <summary>The number is a part of one before: 其中.</summary>
    Part,
    Time,

    /// <summary>Ties a case to disclosure: 政府信息公开.</summary>
    Link,

    /// <summary>案件: of courts, and of any business of the body.</summary>
    Case,

    /// <summary>累计: of the year, or of all years.</summary>
    Sum,

    /// <summary>A thing that may be another than the topic.</summary>
    Noun,
    Filler,

    /// <summary>Bodies of a territory taken together.</summary>
    Together,

    /// <summary>Part of a year.</summary>
    Months,

    /// <summary>The end of a body's name: somebody is spoken of.</summary>
    Body,

    /// <summary>What stands behind 我, 本 and 全 where a body speaks of itself.</summary>
    Kind,

    /// <summary>The body speaks of itself.</summary>
    Ours,
    Unit,

    /// <summary>The number is not exact.</summary>
    Vague,

    /// <summary>Things to come.</summary>
    Plan,

    /// <summary>Another year is looked at on purpose.</summary>
    Compare,

    /// <summary>What a body tells of its past.</summary>
    History,

    /// <summary>What follows the one who acts.</summary>
    Subject,

    /// <summary>Dealings with others.</summary>
    Exchange,

    /// <summary>The report names its own author.</summary>
    Announce,

    /// <summary>What a body publishes of another year: 决算.</summary>
    Document,
}

/// <summary>The words of <c>narrative-words.csv</c>.</summary>
public sealed class NarrativeWords
{
    private readonly FrozenDictionary<char, NarrativeWord[]> byFirst;
    private readonly Dictionary<WordRole, IReadOnlyList<string>> byRole;

    internal NarrativeWords(IReadOnlyList<NarrativeWord> all)
    {
        All = all;
        byFirst = all.Where(word => IsRead(word.Role)).GroupBy(word => word.Text[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());
        byRole = all.GroupBy(word => word.Role).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.Select(word => word.Text).ToList());
    }

    public IReadOnlyList<NarrativeWord> All { get; }

    /// <summary>All words of a role.</summary>
    public IReadOnlyList<string> Of(WordRole role) => byRole.GetValueOrDefault(role) ?? [];

    /// <summary>The longest word of a statement that begins there, null where none does.</summary>
    public NarrativeWord? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !byFirst.TryGetValue(text[0], out var words)) return null;
        foreach (var word in words)
        {
            if (text.StartsWith(word.Text)) return word;
        }
        return null;
    }

    /// <summary>Whether statements are made of such words; the others are looked for around them.</summary>
    internal static bool IsRead(WordRole role) => role is WordRole.Topic or WordRole.Generic or WordRole.Act or WordRole.None or WordRole.Happen or WordRole.Part
        or WordRole.Time or WordRole.Link or WordRole.Case or WordRole.Sum or WordRole.Noun or WordRole.Filler or WordRole.Together;
}

/// <summary>A word of <c>narrative-words.csv</c>.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Key">Which topic, act or kind of unit; empty elsewhere.</param>
/// <param name="Text">In Simplified characters, punctuation half-width.</param>
public sealed record NarrativeWord(WordRole Role, string Key, string Text);
