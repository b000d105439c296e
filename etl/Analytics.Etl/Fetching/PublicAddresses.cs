// Which addresses of the internet protocol belong to the public internet, by IANA's registries of special-purpose addresses.
using System.Net;
using System.Net.Sockets;

namespace Analytics.Etl.Fetching;

/// <summary>Keeps fetching away from the machine itself, its neighbours and everything else that is not the public internet.</summary>
internal static class PublicAddresses
{
    // This network, private, shared by carriers (CGNAT), loopback, link-local, protocol assignments, documentation, 6to4
    // relays, private, benchmarks, documentation, multicast, reserved with broadcast.
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // All that is not here is special: loopback, mapped and translated IPv4, unique-local, link-local, multicast.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // Protocol assignments with Teredo, documentation, 6to4 (which carries an IPv4 address), documentation.
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(SpecialV4, network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && GlobalV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
