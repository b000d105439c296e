// Documents as our readers see them, kept by content for as long as there is room.
using System.Text;
using Analytics.Etl.Reading;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Documents;

/// <summary>A document's view: a body, or why there is none.</summary>
internal sealed record DocumentView(string? Body, string? Reason);

/// <summary>Has documents read in the processes that do, and keeps what came of it.</summary>
internal sealed class DocumentViews(DocumentIntake intake, IStringLocalizer<Texts> texts) : IDisposable
{
    private const long MostBytes = 64L << 20;
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public void Dispose() => cache.Dispose();

    /// <summary>The view of a document.</summary>
    /// <param name="sha256">Of its bytes.</param>
    /// <param name="name">For messages.</param>
    /// <param name="path">Its bytes.</param>
    public async Task<DocumentView> OfAsync(string sha256, string name, string path, CancellationToken cancellation)
    {
        if (cache.TryGetValue(sha256, out DocumentView? known)) return known!;
        try
        {
            var (document, reason) = await intake.ShowAsync(path, Path.GetFileName(name), cancellation);
            if (document is null) return new DocumentView(null, reason);
            var view = new DocumentView(DocumentHtml.Write(document, new DocumentWords(texts["View.Page"], texts["View.CutOff"], texts["View.Empty"])), null);
            return cache.Set(sha256, view, new MemoryCacheEntryOptions { Size = Encoding.Unicode.GetByteCount(view.Body!) });
        }
        catch (IOException e)
        {
            return new DocumentView(null, texts["View.NotNow", e.Message]);
        }
    }
}
