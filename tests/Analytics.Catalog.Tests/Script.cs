// Tells Chinese text from the rest.
namespace Analytics.Catalog.Tests;

internal static class Script
{
    public static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
