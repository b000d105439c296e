// What axe finds on a page.
using Microsoft.Playwright;

namespace Analytics.Acceptance;

internal static class Accessibility
{
    /// <summary>Widths and whether dark, in which pages are looked at: each width and each light in every run, all four together in
    /// ./test --nightly.</summary>
    public static TheoryData<int, bool> Looks { get; } = Environment.GetEnvironmentVariable("ANALYTICS_MUTANTS") is null
        ? new() { { 1280, false }, { 390, true } }
        : new() { { 1280, false }, { 1280, true }, { 390, false }, { 390, true } };

    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        // The policy forbids added script tags, so axe is evaluated through the debugger.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              // The component library's drawer is an aside with the role of a dialog: a matter of taste, not of access.
              .filter(v => !(v.id === 'aria-allowed-role' && v.nodes.every(n => n.html.includes('rz-dialog-side'))))
              .map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`)
            """);
    }
}
