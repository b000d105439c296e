// One process owns a data folder. A command that must write while `serve` runs hands its work to it over a local socket.
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.App;

/// <summary>What a command asks of the process that owns the folder.</summary>
/// <param name="Command">load, publish or backup.</param>
/// <param name="Arguments">Files to load; the version to go back to, if any; the file to write.</param>
internal sealed record OwnerRequest(string Command, IReadOnlyList<string> Arguments);

/// <summary>The owner's end: takes requests and answers with what happened.</summary>
internal sealed class OwnerSocket(DataFolder folder, WarehouseWriter writer, OperationsDatabase tables, JobCenter jobs, ILogger<OwnerSocket> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Answer(JsonElement? Result, string? Error);

    /// <summary>Hands a request to the process that owns the folder; null where no such process answers.</summary>
    /// <exception cref="IOException">The owner could not do it; the message is its own.</exception>
    public static async Task<T?> AskAsync<T>(DataFolder folder, OwnerRequest request, CancellationToken cancellation)
        where T : class
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathOf(folder)), cancellation);
        }
        catch (SocketException)
        {
            return null;
        }
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request, Options) + "\n"), cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync(cancellation) ?? throw new IOException("The process that owns the data folder closed the connection. Look at its log, and try again.");
        var answer = JsonSerializer.Deserialize<Answer>(line, Options)!;
        return answer.Error is null ? answer.Result?.Deserialize<T>(Options) : throw new IOException(answer.Error);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = PathOf(folder);
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen();
        try
        {
            // Side by side: one that loads for an hour does not keep another from publishing.
            while (true) _ = AnswerAsync(await listener.AcceptAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task AnswerAsync(Socket socket, CancellationToken cancellation)
    {
        using var connection = socket;
        try
        {
            await using var stream = new NetworkStream(connection);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var request = JsonSerializer.Deserialize<OwnerRequest>(await reader.ReadLineAsync(cancellation) ?? "null", Options)
                ?? throw new JsonException("An empty request.");
            Answer answer;
            try
            {
                answer = new Answer(JsonSerializer.SerializeToElement(await WarehouseWork.RunAsync(request, folder, writer, tables, jobs, cancellation), Options), null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A request of another process failed: {Command}", request.Command);
                answer = new Answer(null, e.Message);
            }
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(answer, Options) + "\n"), cancellation);
        }
        catch (Exception e) when (e is IOException or JsonException or SocketException or OperationCanceledException)
        {
            log.LogWarning(e, "A local request could not be answered");
        }
    }

    // Socket paths over 107 bytes fail, so the folder's own path is hashed into a short one in the runtime directory.
    private static string PathOf(DataFolder folder)
    {
        var directory = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime) ? runtime : Path.GetTempPath();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Root)))[..16];
        return Path.Combine(directory, $"analytics-{Environment.UserName}-{name}.sock");
    }
}
