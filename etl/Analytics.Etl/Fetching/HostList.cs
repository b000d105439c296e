// Which hosts may be asked for documents: whoever runs the program says so, and nothing else is ever connected to.
using System.Buffers;

namespace Analytics.Etl.Fetching;

/// <summary>The hosts that may be fetched from.</summary>
public sealed class HostList
{
    // Of an address, and in no name.
    private static readonly SearchValues<char> NoName = SearchValues.Create("/*@?# ");
    private readonly List<Entry> entries;

    /// <param name="hosts">Exact names (<c>www.gov.cn</c>), all below a name (<c>*.gov.cn</c>, which is not <c>gov.cn</c> itself), each with a
    /// port where it is not that of http or https (<c>www.example.gov.cn:8080</c>). With none, nothing may be fetched.</param>
    /// <exception cref="FormatException">Not such a name.</exception>
    public HostList(IEnumerable<string> hosts) => entries = hosts.Select(Parse).ToList();

    /// <summary>No host at all.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Whether an address is of a host of the list, at a port that may be asked.</summary>
    public bool Allows(Uri address) => entries.Exists(entry => entry.Has(Name(address)) && (entry.Port is { } port ? address.Port == port : address.IsDefaultPort));

    /// <summary>The host of an address as it is compared: ASCII, lower case, without the root's dot.</summary>
    public static string Name(Uri address) => address.IdnHost.TrimEnd('.').ToLowerInvariant();

    private static Entry Parse(string host)
    {
        var text = host.Trim();
        var isBelow = text.StartsWith("*.", StringComparison.Ordinal);
        var name = isBelow ? text[2..] : text;
        if (name.Length == 0 || name.AsSpan().ContainsAny(NoName) || !Uri.TryCreate($"http://{name}/", UriKind.Absolute, out var address))
            throw new FormatException($"允许访问的网站“{host}”写法不对，应为网站名（www.gov.cn）、某域名下的全部网站（*.gov.cn），或带端口的网站名（www.example.gov.cn:8080）。");
        return new Entry(Name(address), isBelow, address.IsDefaultPort ? null : address.Port);
    }

    private sealed record Entry(string Name, bool IsBelow, int? Port)
    {
        public bool Has(string host) => IsBelow ? host.Length > Name.Length + 1 && host.EndsWith(Name, StringComparison.Ordinal) && host[^(Name.Length + 1)] == '.' : host == Name;
    }
}
