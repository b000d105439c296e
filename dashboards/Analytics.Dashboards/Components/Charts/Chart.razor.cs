// Hands an option to ECharts and clicks on its marks back.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Analytics.Dashboards.Components.Charts;

/// <summary>Shows an ECharts option. A data item may carry <c>source</c>, which a click hands to <see cref="OnMark"/>,
/// and <c>tip</c>, the text of its value in the tooltip.</summary>
public sealed partial class Chart
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Script = "/_content/Analytics.Dashboards/js/chart.js";

    // With what it imports: a browser finds that out only when it has it.
    private static readonly string[] Scripts = [Script, "/_content/Analytics.Dashboards/js/picture.js", "/_content/Analytics.Dashboards/lib/echarts/echarts.esm.min.js"];

    private ElementReference element;
    private IJSObjectReference? module;
    private IJSObjectReference? chart;
    private DotNetObjectReference<Chart>? self;
    private string? shown;
    private bool isDisposed;

    /// <summary>The option, as anonymous objects in ECharts' terms.</summary>
    [Parameter, EditorRequired]
    public object Option { get; set; } = default!;

    /// <summary>What the chart shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>In CSS pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 320;

    /// <summary>A mark was clicked; the argument is its <c>source</c>.</summary>
    [Parameter]
    public EventCallback<string> OnMark { get; set; }

    [JSInvokable]
    public Task MarkClicked(string source) => InvokeAsync(() => OnMark.InvokeAsync(source));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var json = JsonSerializer.Serialize(Option, Json);
        if (isDisposed || json == shown) return;
        shown = json;
        try
        {
            if (chart is not null)
            {
                await chart.InvokeVoidAsync("update", json);
                return;
            }
            module ??= await Js.InvokeAsync<IJSObjectReference>("import", Script);
            self ??= DotNetObjectReference.Create(this);
            if (!isDisposed) chart = await module.InvokeAsync<IJSObjectReference>("create", element, self, json);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
        catch (JSException)
        {
            // A chart that fails must not end the circuit; the table below it holds the same numbers.
        }
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        self?.Dispose();
        try
        {
            if (chart is not null)
            {
                await chart.InvokeVoidAsync("dispose");
                await chart.DisposeAsync();
            }
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has left.
        }
    }
}
