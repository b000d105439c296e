// What this process and all it started have used, as the system counts it.
using System.Globalization;

namespace Analytics.Benchmarks.Reading;

internal static class Processes
{
    private const double TicksPerSecond = 100;

    // Fields of /proc/PID/stat behind the name, from 0.
    private const int Parent = 1;
    private const int Times = 11;

    /// <summary>Seconds of processor time, those of children that have ended included.</summary>
    public static double ProcessorSeconds()
    {
        var all = All();
        return Below(all, Environment.ProcessId).Append(Environment.ProcessId).Where(all.ContainsKey)
            .Sum(id => all[id].Skip(Times).Take(4).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture))) / TicksPerSecond;
    }

    /// <summary>The most megabytes that any living worker ever had resident.</summary>
    public static double WorkerPeak()
    {
        var peaks = Below(All(), Environment.ProcessId).Where(id => CommandLine(id).Contains("sandbox-worker", StringComparison.Ordinal)).Select(Peak).ToList();
        return peaks.Count == 0 ? 0 : peaks.Max();
    }

    /// <summary>How many processes wanted a processor in the last minute.</summary>
    public static string Load() => Read("/proc/loadavg").Split(' ')[0];

    private static double Peak(int id) => Read($"/proc/{id}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
        : 0;

    private static string CommandLine(int id) => Read($"/proc/{id}/cmdline");

    private static IEnumerable<int> Below(Dictionary<int, string[]> all, int id) => all.Where(entry => entry.Value[Parent] == id.ToString(CultureInfo.InvariantCulture))
        .SelectMany(entry => Below(all, entry.Key).Prepend(entry.Key));

    private static Dictionary<int, string[]> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
        .Select(id => (id, Stat: Read($"/proc/{id}/stat"))).Where(process => process.Stat.Length > 0)
        .ToDictionary(process => process.id, process => process.Stat[(process.Stat.LastIndexOf(')') + 2)..].Split(' '));

    // A process may end at any time.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
