// A browser's side of one Blazor circuit without a browser: opens the page, joins its components, acknowledges what is
// rendered, answers calls to scripts, and changes the address.
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Analytics.Benchmarks.Circuits;

/// <summary>One connection. Not for use by several threads.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource leaving = new();
    private Task listening = Task.CompletedTask;
    private long objects;
    private volatile Awaited? awaited;

    /// <summary>What the server said went wrong; null as long as all is well.</summary>
    public string? Error { get; private set; }

    /// <summary>Opens a page as a browser does, and is done when its components are interactive.</summary>
    /// <param name="site">With a slash at its end.</param>
    /// <param name="path">Of the page.</param>
    /// <param name="shown">A text that is rendered then.</param>
    public static async Task<Circuit> OpenAsync(HttpClient browser, Uri site, string path, string shown)
    {
        var address = new Uri(site, path);
        var html = await browser.GetStringAsync(address);
        var circuit = new Circuit();
        await circuit.socket.ConnectAsync(new UriBuilder(new Uri(site, "_blazor")) { Scheme = "ws" }.Uri, circuit.leaving.Token);
        await circuit.socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, circuit.leaving.Token);
        await circuit.ReceiveAsync();
        circuit.listening = circuit.ListenAsync();
        await circuit.InvokeAsync("StartCircuit", site.AbsoluteUri, address.AbsoluteUri, "[]", "");
        var operations = Markers(html).Select((marker, at) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = at + 1, ["marker"] = marker }).ToArray();
        var rendered = circuit.ExpectAsync(shown);
        await circuit.InvokeAsync("UpdateRootComponents", new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray(operations) }.ToJsonString(), State(html));
        await rendered;
        return circuit;
    }

    /// <summary>Goes to another address of the page and waits until a text is rendered.</summary>
    public async Task GoAsync(Uri address, string shown)
    {
        var rendered = ExpectAsync(shown);
        await InvokeAsync("OnLocationChanged", address.AbsoluteUri, null, false);
        await rendered;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (socket.State == WebSocketState.Open) await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(Patience);
        }
        catch (WebSocketException)
        {
            // It is gone already.
        }
        await leaving.CancelAsync();
        await listening;
        socket.Dispose();
        sending.Dispose();
        leaving.Dispose();
    }

    private Task ExpectAsync(string text)
    {
        var next = new Awaited(Encoding.UTF8.GetBytes(text));
        awaited = next;
        return next.Done.Task.WaitAsync(Patience);
    }

    // One array of type, heads, number of the call, name, arguments and streams, behind its length.
    private async Task InvokeAsync(string target, params object?[] arguments)
    {
        var message = new PackWriter().Write(new object?[] { 1, new PackWriter.Nothing(), null, target, arguments, Array.Empty<object?>() }).ToArray();
        var head = new List<byte>();
        for (var length = message.Length; ; length >>= 7)
        {
            head.Add((byte)(length > 0x7f ? (length & 0x7f) | 0x80 : length));
            if (length <= 0x7f) break;
        }
        await sending.WaitAsync(leaving.Token);
        try
        {
            await socket.SendAsync((byte[])[.. head, .. message], WebSocketMessageType.Binary, true, leaving.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReceiveAsync() is { Length: > 0 } received)
            {
                for (var rest = (ReadOnlyMemory<byte>)received; rest.Length > 0;)
                {
                    var (length, used) = (0, 0);
                    do length |= (rest.Span[used] & 0x7f) << (7 * used);
                    while ((rest.Span[used++] & 0x80) != 0);
                    await AnswerAsync((List<object?>)new PackReader(rest.Slice(used, length)).Read()!);
                    rest = rest[(used + length)..];
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Leaving.
        }
        catch (Exception e) when (e is WebSocketException or InvalidDataException)
        {
            Error ??= e.Message;
        }
    }

    private async Task AnswerAsync(List<object?> message)
    {
        if (message is not [1L, _, _, string target, List<object?> arguments, ..]) return;
        switch (target)
        {
            case "JS.RenderBatch":
                var batch = (ReadOnlyMemory<byte>)arguments[1]!;
                await InvokeAsync("OnRenderCompleted", (long)arguments[0]!, null);
                if (awaited is { } text && batch.Span.IndexOf(text.Text) >= 0) text.Done.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                // Calls that want an object of the browser's get one; the others nothing.
                var result = arguments[3] is 1L ? $"{{\"__jsObjectId\":{++objects}}}" : "null";
                if ((long)arguments[0]! != 0) await InvokeAsync("EndInvokeJSFromDotNet", (long)arguments[0]!, true, $"[{arguments[0]},true,{result}]");
                break;
            case "JS.Error":
                Error ??= (string?)arguments[0];
                awaited?.Done.TrySetException(new InvalidOperationException(Error));
                break;
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, leaving.Token);
            if (part.MessageType == WebSocketMessageType.Close) return [];
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return whole.ToArray();
        }
    }

    private static IEnumerable<JsonNode> Markers(string html) => Marker().Matches(html).Select(match => JsonNode.Parse(match.Groups["json"].Value)!)
        .Where(marker => (string?)marker["type"] == "server");

    private static string State(string html) => ServerState().Match(html) is { Success: true } match ? match.Groups["state"].Value : "";

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^>]*?)-->", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ServerState();

    // A text, and who waits for it.
    private sealed record Awaited(byte[] Text)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
