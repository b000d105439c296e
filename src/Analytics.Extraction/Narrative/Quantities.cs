// Numbers with a unit in running text: 3件, 三件, １２条, 10余件, 3,119件, 252.1万元.
using System.Globalization;
using Analytics.Catalog;

namespace Analytics.Extraction;

/// <summary>A number and its unit as printed.</summary>
/// <param name="Start">Index of the number.</param>
/// <param name="End">Index behind the unit.</param>
/// <param name="Value">Of money in 万元.</param>
/// <param name="IsMoney">The unit is one of money.</param>
/// <param name="IsVague">余, 多, 几: no exact number.</param>
/// <param name="Step">What one in the last printed place is worth: amounts are often rounded in text.</param>
internal readonly record struct Quantity(int Start, int End, decimal Value, bool IsMoney, bool IsVague, decimal Step);

internal sealed class Quantities(NarrativeWords words)
{
    private const string Digits = "零一二三四五六七八九";
    private const string Places = "十百千";

    private readonly List<string> counts = Units(words, "count");
    private readonly List<string> money = Units(words, "money");
    private readonly IReadOnlyList<string> vague = words.Of(WordRole.Vague);

    /// <summary>All of a text, in order.</summary>
    public List<Quantity> In(ReadOnlySpan<char> text)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < text.Length;)
        {
            if (NumberAt(text, i, out var end) is { } number)
            {
                if (QuantityAt(text, i, end, number.Value, number.Step) is { } quantity)
                {
                    found.Add(quantity);
                    end = quantity.End;
                }
                i = end;
            }
            else i = Math.Max(end, i + 1);
        }
        return found;
    }

    /// <summary>The number of Chinese characters such as 一百零三, 十二, 两; null where they form none.</summary>
    public static decimal? Chinese(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && text[0] is '零' or '〇') return 0;
        var (total, section, digit) = (0m, 0m, -1);
        var last = 10_000m;
        foreach (var c in text)
        {
            if (c is '零' or '〇') continue;
            var value = c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (value > 0)
            {
                if (digit >= 0) return null;
                digit = value;
                continue;
            }
            if (c == '万')
            {
                if (total > 0 || (section == 0 && digit < 0)) return null;
                total = (section + Math.Max(digit, 0)) * 10_000m;
                (section, digit, last) = (0, -1, 10_000m);
                continue;
            }
            var place = Places.IndexOf(c, StringComparison.Ordinal) switch { 0 => 10m, 1 => 100m, 2 => 1000m, _ => 0m };
            if (place == 0 || place >= last || (digit < 0 && (place > 10 || section > 0 || total > 0))) return null;
            section += (digit < 0 ? 1 : digit) * place;
            (digit, last) = (-1, place);
        }
        return total + section + Math.Max(digit, 0);
    }

    private Quantity? QuantityAt(ReadOnlySpan<char> text, int start, int end, decimal value, decimal step)
    {
        var isVague = false;
        foreach (var word in vague)
        {
            if (!text[end..].StartsWith(word)) continue;
            isVague = true;
            end += word.Length;
            break;
        }
        foreach (var unit in money)
        {
            if (text[end..].StartsWith(unit) && NumberText.InWan(unit) is { } factor)
                return new Quantity(start, end + unit.Length, value * factor, true, isVague || text[(end + unit.Length)..].StartsWith("左右"), step * factor);
        }
        foreach (var unit in counts)
        {
            if (!text[end..].StartsWith(unit)) continue;
            var behind = end + unit.Length;
            if (behind < text.Length && text[behind] is '余' or '多') isVague = true;
            return new Quantity(start, behind, value, false, isVague || text[behind..].StartsWith("左右") || text[behind..].StartsWith("以上"), step);
        }
        return null;
    }

    private static (decimal Value, decimal Step)? NumberAt(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (!char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && (text[end] is '零' or '〇' or '两' or '万' || Digits.Contains(text[end], StringComparison.Ordinal) || Places.Contains(text[end], StringComparison.Ordinal))) end++;
            if (end == start) return null;
            return end - start <= 12 && Chinese(text[start..end]) is { } chinese ? (chinese, 1) : null;
        }
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsThousands(text, end))) end++;
        var point = end;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }
        if (end - start > 20 || !decimal.TryParse(text[start..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)) return null;
        var step = 1m;
        for (var i = point + 1; i < end; i++) step /= 10;
        return (value, step);
    }

    // A comma with three digits behind it and digits before it belongs to the number.
    private static bool IsThousands(ReadOnlySpan<char> text, int at) => text[at] == ',' && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static List<string> Units(NarrativeWords words, string key) => words.All.Where(word => word.Role == WordRole.Unit && word.Key == key)
        .Select(word => word.Text).OrderByDescending(text => text.Length).ToList();
}
