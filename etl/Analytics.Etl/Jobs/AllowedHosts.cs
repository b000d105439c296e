// Which hosts documents may be fetched from: a text file in the data folder that the operator keeps.
using Analytics.Etl.Fetching;
using Analytics.Warehouse;

namespace Analytics.Etl.Jobs;

internal static class AllowedHosts
{
    private const string Begin = """
        # 可以抓取的主机，每行一个：www.example.gov.cn 只指这一台，*.gov.cn 指其下所有主机。改动后重新启动生效。
        # Hosts that documents may be fetched from, one a line; *.gov.cn is all hosts below. Changes count from the next start.
        *.gov.cn
        """;

    /// <summary>The list; made with the usual content where there is none.</summary>
    /// <exception cref="FormatException">A line is not a host; the message says which.</exception>
    public static HostList Of(DataFolder folder) => new(Lines(folder));

    /// <summary>The list as it is written.</summary>
    public static IReadOnlyList<string> Lines(DataFolder folder)
    {
        if (!File.Exists(folder.Hosts)) File.WriteAllText(folder.Hosts, Begin + "\n");
        return File.ReadLines(folder.Hosts).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();
    }
}
