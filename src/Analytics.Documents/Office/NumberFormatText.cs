// Numbers of a spreadsheet as a person sees them: 1 is printed "+1", 3336.05 "3336.0500", 0.125 "12.5%", by the cell's number format.
using System.Globalization;
using System.Text;

namespace Analytics.Documents.Office;

/// <summary>Shows numbers by the number formats of Excel. What a format asks beyond signs, digits, separators, percent
/// and literal text is left out, and the number is shown in full.</summary>
internal static class NumberFormatText
{
    /// <summary>The text of a number.</summary>
    /// <param name="value">As stored.</param>
    /// <param name="format">Format code, null or General for none.</param>
    public static string Show(double value, string? format)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) return "";
        var plain = General(value);
        if (string.IsNullOrWhiteSpace(format)) return plain;
        var sections = Split(format);
        var (section, signed) = Choose(sections, value);
        return section is null ? plain : Apply(section, signed, plain);
    }

    /// <summary>The text of a date.</summary>
    public static string Show(DateTime value, string? format)
    {
        var code = format ?? "";
        var hasDay = code.Contains('d', StringComparison.OrdinalIgnoreCase) || !code.Contains('y', StringComparison.OrdinalIgnoreCase);
        if (!code.Contains('m', StringComparison.OrdinalIgnoreCase) && !hasDay) return value.ToString("yyyy年", CultureInfo.InvariantCulture);
        return value.ToString(hasDay ? "yyyy年M月d日" : "yyyy年M月", CultureInfo.InvariantCulture);
    }

    // Excel keeps 15 digits; what a double adds behind them nobody entered.
    private static string General(double value) => Math.Abs(value) < 1e15
        ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    // positive;negative;zero;text
    private static (string? Section, double Value) Choose(List<string> sections, double value)
    {
        if (sections.Exists(section => section.Contains("[<", StringComparison.Ordinal) || section.Contains("[>", StringComparison.Ordinal) || section.Contains("[=", StringComparison.Ordinal)))
            return (null, value);
        if (value < 0 && sections.Count > 1) return (sections[1], -value);
        return value == 0 && sections.Count > 2 ? (sections[2], value) : (sections[0], value);
    }

    private static List<string> Split(string format)
    {
        var sections = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && format[i] is '\\' or '!' or '_' or '*') i++;
            else if (!isQuoted && format[i] == ';')
            {
                sections.Add(format[start..i]);
                start = i + 1;
            }
        }
        sections.Add(format[Math.Min(start, format.Length)..]);
        return sections;
    }

    private static string Apply(string section, double value, string plain)
    {
        var (prefix, digits, suffix) = Parts(section);
        if (digits is null) return plain;
        if (digits.Length == 0) return section.Contains('@', StringComparison.Ordinal) || prefix.Length == 0 ? plain : prefix;
        if (suffix.Contains('%', StringComparison.Ordinal) || prefix.Contains('%', StringComparison.Ordinal)) value *= 100;
        var whole = digits.TrimEnd(',');
        for (var scale = whole.Length; scale < digits.Length; scale++) value /= 1000;
        // Blanks that only keep columns in line are not text.
        var pattern = whole.Replace('?', '#');
        var number = Math.Abs(value) < 1e15
            ? Math.Abs((decimal)value).ToString(pattern, CultureInfo.InvariantCulture)
            : Math.Abs(value).ToString(pattern, CultureInfo.InvariantCulture);
        var isZero = !number.Any(c => c is >= '1' and <= '9');
        return (value < 0 && !isZero ? "-" : "") + prefix + number + suffix;
    }

    // Literal text, one run of digit places, literal text. Digits null: the format asks for more than that.
    private static (string Prefix, string? Digits, string Suffix) Parts(string section)
    {
        var prefix = new StringBuilder();
        var digits = new StringBuilder();
        var suffix = new StringBuilder();
        for (var i = 0; i < section.Length; i++)
        {
            var c = section[i];
            var literals = digits.Length == 0 ? prefix : suffix;
            switch (c)
            {
                case '"':
                    var end = section.IndexOf('"', i + 1);
                    if (end < 0) return ("", null, "");
                    literals.Append(section, i + 1, end - i - 1);
                    i = end;
                    break;
                case '\\' or '!':
                    i++;
                    if (i < section.Length) literals.Append(section[i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = section.IndexOf(']', i);
                    if (close < 0 || section.AsSpan(i).StartsWith("[DBNum", StringComparison.OrdinalIgnoreCase)) return ("", null, "");
                    // [$￥-804] shows its sign; colours and languages show nothing.
                    if (section[i + 1] == '$') literals.Append(section[(i + 2)..close].Split('-')[0]);
                    i = close;
                    break;
                case '0' or '#' or '?' or '.' or ',':
                    if (suffix.Length > 0) return ("", null, "");
                    digits.Append(c);
                    break;
                case '@': break;
                case 'G' or 'g' when section.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    if (digits.Length > 0) return ("", null, "");
                    digits.Append("0.###############");
                    i += "General".Length - 1;
                    break;
                case >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '/': return ("", null, "");
                default: literals.Append(c); break;
            }
        }
        return (prefix.ToString().Trim(), digits.ToString(), suffix.ToString().TrimEnd());
    }
}
