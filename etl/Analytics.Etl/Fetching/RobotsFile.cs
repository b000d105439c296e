// robots.txt (RFC 9309): what a site asks of programs that fetch from it.
using System.Globalization;
using System.Text;

namespace Analytics.Etl.Fetching;

/// <summary>The rules of a robots.txt that hold for this program.</summary>
internal sealed class RobotsFile
{
    /// <summary>What is read of a file; the rest is passed over.</summary>
    public const int MostBytes = 512 << 10;

    /// <summary>A site without one allows everything.</summary>
    public static readonly RobotsFile Everything = new([], null);

    private readonly List<Rule> rules;

    private RobotsFile(List<Rule> rules, TimeSpan? delay) => (this.rules, Delay) = (rules, delay);

    /// <summary>Crawl-delay, null where the site does not ask for one.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Reads a file. Nothing in it is an error: what is not understood is passed over, as the standard says.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">Our name; the groups that name it hold, else those for everyone.</param>
    public static RobotsFile Parse(string text, string agent)
    {
        var (own, all) = (new Group(), new Group());
        var current = new List<Group>();
        var isNaming = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            var content = line.Split('#', 2)[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (key, value) = (content[..colon].Trim(' ', '\t', '\uFEFF').ToLowerInvariant(), content[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!isNaming) current.Clear();
                isNaming = true;
                if (value == "*") current.Add(all);
                else if (Product(value).Equals(agent, StringComparison.OrdinalIgnoreCase)) current.Add(own);
                foreach (var group in current) group.IsNamed = true;
                continue;
            }
            // A map of the site belongs to no group and ends none.
            if (key == "sitemap") continue;
            isNaming = false;
            foreach (var group in current) group.Add(key, value);
        }
        var holds = own.IsNamed ? own : all;
        return new RobotsFile(holds.Rules, holds.Delay);
    }

    /// <summary>Whether an address may be fetched: the longest rule that fits it decides, of two as long the one that allows.</summary>
    public bool Allows(Uri address)
    {
        var path = Canonical(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        Rule? decides = null;
        foreach (var rule in rules)
        {
            if (decides is not null && (rule.Pattern.Length < decides.Pattern.Length || (rule.Pattern.Length == decides.Pattern.Length && !rule.IsAllow))) continue;
            if (Fits(rule.Pattern, path)) decides = rule;
        }
        return decides?.IsAllow ?? true;
    }

    // "AnalyticsFetcher/1.0" names AnalyticsFetcher.
    private static string Product(string value) => string.Concat(value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_'));

    // From the beginning; * is any text, $ at the end the end. Goes back to the last * only, so it is quick for any pattern.
    private static bool Fits(string pattern, string path)
    {
        var isToEnd = pattern.EndsWith('$');
        var length = isToEnd ? pattern.Length - 1 : pattern.Length;
        int at = 0, place = 0, star = -1, starPlace = 0;
        while (true)
        {
            if (at == length && (!isToEnd || place == path.Length)) return true;
            if (at < length && pattern[at] == '*')
            {
                star = at++;
                starPlace = place;
            }
            else if (at < length && place < path.Length && pattern[at] == path[place])
            {
                at++;
                place++;
            }
            else if (star >= 0 && starPlace < path.Length)
            {
                at = star + 1;
                place = ++starPlace;
            }
            else
            {
                return false;
            }
        }
    }

    // The same address is written in several ways: percent signs before what needs none, none before what does.
    private static string Canonical(string text)
    {
        var result = new StringBuilder(text.Length);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var value = isEscape ? byte.Parse([(char)bytes[i + 1], (char)bytes[i + 2]], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : bytes[i];
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (!isEscape && value is > (byte)' ' and < 0x7F)) result.Append((char)value);
            else result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            if (isEscape) i += 2;
        }
        return result.ToString();
    }

    private sealed record Rule(string Pattern, bool IsAllow);

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public bool IsNamed { get; set; }

        public void Add(string key, string value)
        {
            if (key is "allow" or "disallow" && value.Length > 0) Rules.Add(new Rule(Canonical(value), key == "allow"));
            else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
                Delay = TimeSpan.FromSeconds(seconds);
        }
    }
}
