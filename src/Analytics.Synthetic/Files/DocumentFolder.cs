// Synthetic documents on disk, each with a sidecar that says what it is.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Synthetic;

/// <summary>Writes documents into a folder, a thousand to a subfolder.</summary>
public sealed class DocumentFolder(string path, SyntheticDocuments documents)
{
    private const int PerFolder = 1_000;
    private static readonly JsonWriterOptions SidecarOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Documents written so far.</summary>
    public int Count { get; private set; }

    /// <summary>Writes all documents of an agency.</summary>
    public void Write(SyntheticAgency agency)
    {
        foreach (var item in agency.Reports)
        {
            foreach (var document in documents.Print(item))
            {
                var folder = Path.Combine(path, (Count / PerFolder).ToString("000", CultureInfo.InvariantCulture));
                if (Count++ % PerFolder == 0) Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, document.Name), document.Bytes);
                File.WriteAllBytes(Path.Combine(folder, document.Name + ".source.json"), Sidecar(document, item.Published));
            }
        }
    }

    private static byte[] Sidecar(SyntheticDocument document, DateOnly? published)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SidecarOptions))
        {
            json.WriteStartObject();
            json.WriteString("agency", document.Report?.Agency.Name);
            json.WriteString("published", published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(document.Bytes)));
            json.WriteString("note", SyntheticData.Notice);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
