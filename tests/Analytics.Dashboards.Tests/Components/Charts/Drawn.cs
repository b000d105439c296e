// An option as the browser gets it: the JSON that the chart component hands over.
using System.Text.Json.Nodes;
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Compare;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Charts;

internal static class Drawn
{
    public static async Task<JsonNode> AsJsonAsync(object option)
    {
        await using var services = PageServices.Create();
        await using var harness = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), option), (nameof(Chart.Label), ""));
        return Json(services.GetRequiredService<Browser>(), "create");
    }

    public static Task<JsonNode> AsJsonAsync(ComparePanel panel, CompareView view) => AsJsonAsync(PageServices.Charts.Option(panel, view));

    /// <summary>The option that the last call of a script's function was given.</summary>
    public static JsonNode Json(Browser browser, string function) =>
        JsonNode.Parse((string)browser.Calls.Last(call => call.Name == function).Arguments[^1]!)!;
}
