// Ids of elements that labels and lists refer to: unique in the process, so in every page.
namespace Analytics.Dashboards.Components;

internal static class ElementIds
{
    private static int count;

    public static string Next(string kind) => $"{kind}-{Interlocked.Increment(ref count)}";
}
