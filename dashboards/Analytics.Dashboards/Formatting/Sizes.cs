// How sizes of files are written.
using System.Globalization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of sizes.</summary>
public static class Sizes
{
    private const long Kilo = 1 << 10;
    private static readonly string[] Units = ["B", "KB", "MB", "GB"];

    /// <summary>Bytes in the largest unit that leaves at least one: 812 B; 24 KB; 1.5 MB.</summary>
    public static string Show(long bytes)
    {
        var (value, unit) = ((decimal)bytes, 0);
        while (value >= Kilo && unit < Units.Length - 1)
        {
            value /= Kilo;
            unit++;
        }
        return value.ToString(unit < 2 || value >= 100 ? "0" : "0.#", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
