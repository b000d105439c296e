// A worker and everything it started, however it was started: what is weighed, and what is killed.
using System.Diagnostics;

namespace Analytics.Sandbox;

/// <summary>
/// Members are the root's descendants, whoever shares its session, and whoever was a member before. The worker adopts
/// orphans (it is their subreaper), so that as long as it lives nothing leaves the tree.
/// </summary>
internal sealed class ProcessTree(ProcessKey root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HashSet<ProcessKey> _seen = [];

    /// <summary>Resident bytes of all members, by a table that is at most so many milliseconds old.</summary>
    internal long Resident(int maximumAge) => Members(ProcessTable.ReadRecent(maximumAge)).Sum(row => row.Resident);

    /// <summary>Living members of a table, the root among them.</summary>
    internal List<ProcessRow> Members(IReadOnlyList<ProcessRow> table)
    {
        var members = new List<ProcessRow>();
        var ids = new HashSet<int>();
        var grown = true;
        while (grown)
        {
            grown = false;
            foreach (var row in table)
            {
                if (row.IsDead || ids.Contains(row.Key.Id) || row.Key.Started < root.Started)
                    continue;
                if (row.Key == root || _seen.Contains(row.Key) || row.Session == root.Id || ids.Contains(row.Parent))
                {
                    ids.Add(row.Key.Id);
                    members.Add(row);
                    grown = true;
                }
            }
        }

        _seen.Clear();
        _seen.UnionWith(members.Select(row => row.Key));
        return members;
    }

    /// <summary>
    /// Kills all members. The root goes last: until then it is stopped, but still the parent by which those that were
    /// started meanwhile are found.
    /// </summary>
    internal void Kill()
    {
        SignalRoot(Native.SignalStop);
        KillOthers();
        SignalRoot(Native.SignalKill);
    }

    /// <summary>Kills all members but the root, and waits until they are dead.</summary>
    internal void KillOthers()
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var others = Members(ProcessTable.Read()).FindAll(row => row.Key != root);
            if (others.Count == 0)
                return;
            foreach (var row in others)
                _ = Native.Signal(row.Key.Id, Native.SignalKill);
            Thread.Sleep(1); // memory is being given back
        }
    }

    /// <summary>Unless its number is someone else's by now.</summary>
    private void SignalRoot(int signal)
    {
        if (ProcessTable.Read(root.Id)?.Key == root)
            _ = Native.Signal(root.Id, signal);
    }
}
