// What happens to texts and to the markup of packages: lines, tags, digits, encodings, and cells without measure.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Testing;

#pragma warning disable CA5394 // mutants must be the same on every run
internal static partial class TextMutations
{
    private const int MostRepeats = 20_000;
    private static readonly string[] Odd = ["\0", "\u202e", "\ufeff", "\ud83d\ude00", "<", "&", "]]>", "|", "\t", "\f", "１２", "∞", "-", "=1+1", "𠮷", "\u0301", "%s", "{0}", "(", "（一）", "总计", "第二十条第（一）项"];

    /// <summary>One of the mutations, null where the bytes are no text.</summary>
    public static (byte[] Bytes, string What)? Try(Random random, byte[] bytes, byte[] other)
    {
        if (Decode(bytes) is not var (text, encoding) || text.Length == 0) return null;
        var (changed, what) = Do(random, text, other);
        return (random.Next(12) == 0 ? Reencode(random, changed, ref what) : [.. encoding.Preamble, .. Writing(encoding).GetBytes(changed)], what);
    }

    private static (string Text, string What) Do(Random random, string text, byte[] other)
    {
        switch (random.Next(13))
        {
            case 0: return Lines(random, text);
            case 1 or 2: return Replace(random, text, Digits(), match => Number(random, match.Value), "digits changed");
            case 3: return Replace(random, text, Tags(), _ => "", "tags dropped");
            case 4: return Replace(random, text, Tags(), match => string.Concat(Enumerable.Repeat(match.Value, random.Next(2, 6))), "tags repeated");
            case 5:
                var tag = Tags().Matches(text) is { Count: > 0 } tags ? tags[random.Next(tags.Count)] : null;
                var deep = random.Next(MostRepeats);
                return tag is null ? Lines(random, text) : (text.Insert(tag.Index, string.Concat(Enumerable.Repeat(tag.Value, deep))), $"{deep} times {tag.Value[..Math.Min(tag.Length, 20)]}");
            case 6:
                var cell = Digits().Matches(text) is { Count: > 0 } cells ? cells[random.Next(cells.Count)] : null;
                var wide = random.Next(MostRepeats);
                return (text.Insert(cell?.Index ?? 0, string.Concat(Enumerable.Repeat(cell?.Value ?? "9", wide))), $"a number of {wide} parts");
            case 7: return Replace(random, text, Spans(), match => match.Value[..^1] + random.Next(-5, int.MaxValue).ToString(CultureInfo.InvariantCulture), "spans changed");
            case 8:
                var at = random.Next(text.Length);
                var piece = Odd[random.Next(Odd.Length)];
                return (text.Insert(at, piece), $"U+{(int)piece[0]:X4} put in at {at}");
            case 9:
                var from = random.Next(text.Length);
                var length = random.Next(Math.Min(text.Length - from, 3000));
                return (text.Insert(random.Next(text.Length), text.Substring(from, length)), $"{length} characters doubled");
            case 10:
                var start = random.Next(text.Length);
                return (text.Remove(start, random.Next(Math.Min(text.Length - start, 3000))), $"a piece lost at {start}");
            case 11 when Decode(other) is var (foreign, _) && foreign.Length > 0:
                return (text[..random.Next(text.Length)] + foreign[random.Next(foreign.Length)..], "spliced with the other");
            default: return Replace(random, text, Breaks(), _ => new[] { "", " ", "\n\n", "\t", "\f" }[random.Next(5)], "breaks changed");
        }
    }

    private static (string Text, string What) Lines(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines)[at..Math.Min(lines.Count, at + 40)]);
                return (string.Join('\n', lines), $"lines shuffled at {at}");
            case 1:
                lines.RemoveRange(at, Math.Min(random.Next(1, 10), lines.Count - at));
                return (string.Join('\n', lines), $"lines lost at {at}");
            case 2:
                lines.InsertRange(random.Next(lines.Count), lines.GetRange(at, Math.Min(random.Next(1, 30), lines.Count - at)));
                return (string.Join('\n', lines), $"lines doubled at {at}");
            default:
                var times = random.Next(MostRepeats / 10);
                lines[at] = string.Join(random.Next(2) == 0 ? "\n" : "", Enumerable.Repeat(lines[at], Math.Min(times, 500_000 / (lines[at].Length + 1))));
                return (string.Join('\n', lines), $"line {at} {times} times");
        }
    }

    // A few of all places.
    private static (string Text, string What) Replace(Random random, string text, Regex places, Func<Match, string> with, string what)
    {
        var share = 1 + random.Next(Math.Max(1, Math.Min(places.Count(text), 200)));
        var count = 0;
        return (places.Replace(text, match => random.Next(share) == 0 ? Counted(with(match)) : match.Value), $"{count} {what}");

        string Counted(string changed)
        {
            count++;
            return changed;
        }
    }

    private static string Number(Random random, string digits) => random.Next(6) switch
    {
        0 => "",
        1 => digits + digits,
        2 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        3 => "-" + digits,
        4 => digits + ".5",
        _ => string.Concat(digits.Select(_ => (char)('0' + random.Next(10)))),
    };

    private static (string Text, Encoding Encoding)? Decode(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { Encoding.Unicode, new UTF8Encoding(false, true), Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback) })
        {
            if (encoding is UnicodeEncoding && !bytes.AsSpan().StartsWith(encoding.Preamble)) continue;
            try
            {
                var text = encoding.GetString(bytes.AsSpan(encoding.Preamble.Length));
                return text.Count(c => c < ' ' && !char.IsWhiteSpace(c)) > text.Length / 100 ? null : (text, encoding);
            }
            catch (DecoderFallbackException)
            {
                // Not this one.
            }
        }
        return null;
    }

    // A mutation may have left half of a pair behind.
    private static Encoding Writing(Encoding encoding) => encoding is UTF8Encoding ? Encoding.UTF8 : encoding;

    private static byte[] Reencode(Random random, string text, ref string what)
    {
        var encoding = Encoding.GetEncoding(new[] { "utf-8", "utf-16LE", "utf-16BE", "GB18030", "big5", "iso-8859-1", "utf-32" }[random.Next(7)]);
        what += $", as {encoding.WebName}";
        return random.Next(2) == 0 ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    [GeneratedRegex(@"(?<![\w#;=""])\d+(?![\w;""])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"<[^<>]{1,300}>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"(span|Span|val|width|r)=""\d", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Spans();

    [GeneratedRegex(@"[\n\t|]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Breaks();
}
