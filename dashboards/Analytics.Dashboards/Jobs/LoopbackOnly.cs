// Whoever changes something must sit at this machine and ask for it under one of its own names: a page of another site that
// lets its name point here (DNS rebinding) has another name.
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Jobs;

internal static class LoopbackOnly
{
    /// <summary>Whether a request comes from this machine, and under a name that only this machine has.</summary>
    public static bool Allows(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IsLoopback(remote) && IsOwnName(context.Request.Host.Host);

    private static bool IsOwnName(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
