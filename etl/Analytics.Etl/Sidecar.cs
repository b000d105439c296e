// What is known of a document besides its bytes: where it came from and what it is.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Etl;

/// <summary>The file <c>NAME.source.json</c> beside a document.</summary>
/// <param name="Agency">The reporting body's name.</param>
/// <param name="Source">Where the figures were published: an address or a citation.</param>
/// <param name="Published">Date of publication, null where unknown.</param>
/// <param name="Sha256">Of the document's bytes.</param>
/// <param name="Note">What a reader must know of this copy.</param>
public sealed record Sidecar(string? Agency, string? Source, DateOnly? Published, string? Sha256, string? Note)
{
    private const string Suffix = ".source.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static bool IsSidecar(string file) => file.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sidecar of a document, null where there is none.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static async Task<Sidecar?> OfAsync(string document, CancellationToken cancellation)
    {
        var path = PathOf(document);
        return File.Exists(path) ? Parse(await File.ReadAllTextAsync(path, cancellation)) : null;
    }

    /// <summary>Where a document's sidecar would be.</summary>
    public static string PathOf(string document) => document + Suffix;

    /// <summary>Reads a sidecar.</summary>
    /// <exception cref="FormatException">It cannot be read; the message is Chinese and says what to do.</exception>
    public static Sidecar? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Sidecar>(json, Options);
        }
        catch (JsonException e)
        {
            throw new FormatException($"来源说明（{Suffix}）不是有效的 JSON 或含有未知的项：{e.Message} 请改正后重新提交。", e);
        }
    }

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
