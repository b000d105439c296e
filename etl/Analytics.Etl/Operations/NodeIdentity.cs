// Which process this is among those that share the work.
namespace Analytics.Etl.Operations;

/// <param name="Name">Unlike any other process's, before or after.</param>
/// <param name="IsOwner">It owns the warehouse; others only read documents.</param>
public sealed record NodeIdentity(string Name, bool IsOwner, DateTimeOffset StartedAt)
{
    public static NodeIdentity Of(bool isOwner, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new NodeIdentity($"{Environment.MachineName}-{Environment.ProcessId}-{now.ToUnixTimeMilliseconds():x}", isOwner, now);
    }
}
