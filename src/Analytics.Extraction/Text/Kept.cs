// Labels recur in every document: what was found out about a text is kept, up to a bound.
using System.Collections.Concurrent;

namespace Analytics.Extraction;

/// <summary>Answers by the text they are about. Safe for use by many threads.</summary>
internal sealed class Kept<TAnswer>
{
    private const int Most = 20_000;

    /// <summary>No label is as long, and long texts hardly ever come again.</summary>
    private const int Longest = 200;

    private readonly ConcurrentDictionary<string, TAnswer> answers = new(StringComparer.Ordinal);
    private int added;

    /// <summary>The answer, found out where it is not known.</summary>
    /// <param name="asked">What <paramref name="find"/> is given.</param>
    /// <param name="find">Gives the same answer whenever the text is the same.</param>
    public TAnswer Get<TAsked>(string text, TAsked asked, Func<TAsked, TAnswer> find)
    {
        if (answers.TryGetValue(text, out var known)) return known;
        var answer = find(asked);
        if (text.Length > Longest) return answer;
        // All go at once: which of them would come again is not known, and the labels are soon back.
        if (Interlocked.Increment(ref added) > Most)
        {
            answers.Clear();
            Interlocked.Exchange(ref added, 1);
        }
        return answers[text] = answer;
    }
}
