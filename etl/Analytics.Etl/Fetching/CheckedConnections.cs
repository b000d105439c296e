// Connects only to addresses that were checked: a name is resolved once, and what is connected to is what was looked at.
using System.Net;
using System.Net.Sockets;

namespace Analytics.Etl.Fetching;

/// <summary>A host has no address that may be connected to.</summary>
internal sealed class ForbiddenAddressException(string host, IReadOnlyList<IPAddress> addresses)
    : IOException($"{host}: {string.Join(", ", addresses)}")
{
    public string Host => host;
}

/// <summary>Makes the handler of all requests.</summary>
internal static class CheckedConnections
{
    /// <summary>No proxy, cookies, credentials or redirects; headers as the bytes they came as.</summary>
    /// <param name="mayConnect">Whether an address may be connected to.</param>
    /// <param name="limits">Time for a connection, how long one is kept.</param>
    public static SocketsHttpHandler Handler(Func<IPAddress, bool> mayConnect, FetchLimits limits) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = limits.Connection,
        PooledConnectionLifetime = limits.KeptConnection,
        ResponseHeaderEncodingSelector = static (_, _) => System.Text.Encoding.Latin1,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, mayConnect, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> mayConnect, CancellationToken cancellation)
    {
        var all = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var addresses = Array.FindAll(all, address => mayConnect(address));
        if (addresses.Length == 0) throw all.Length > 0 ? new ForbiddenAddressException(to.Host, all) : new SocketException((int)SocketError.HostNotFound);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
