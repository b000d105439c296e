// One line for each figure, with its target.
using System.Globalization;

namespace Analytics.Benchmarks.Country;

internal static class Sheet
{
    public static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    /// <summary>Prints a figure and whether it meets its target.</summary>
    /// <param name="isMost">The target is the most it may be, else the least.</param>
    public static void Row(string what, double figure, double target, bool isMost) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {what,-78} {figure,10:0.###}   {(isMost ? "at most" : "at least")} {target,-6:0.###} {((isMost ? figure <= target : figure >= target) ? "met" : "NOT MET")}"));

    /// <summary>The value below which a share of the values lie.</summary>
    public static double Quantile(IReadOnlyList<double> values, double share) => values.Order().ElementAt((int)Math.Min(values.Count - 1, share * values.Count));
}
