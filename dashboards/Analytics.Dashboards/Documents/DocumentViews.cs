// Documents as our readers see them, kept by content for as long as there is room.
using System.Text;
using Analytics.Documents;
using Analytics.Etl.Reading;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Documents;

/// <summary>A document's view: a body, or why there is none.</summary>
/// <param name="Places">Cells that have a box on a page, by name.</param>
internal sealed record DocumentView(string? Body, string? Reason, IReadOnlyDictionary<string, PagePlace> Places)
{
    /// <summary>Whether the body is a published page, with styles of its own.</summary>
    public bool IsPage { get; init; }

    /// <summary>There is none.</summary>
    public static DocumentView Without(string? reason) => new(null, reason, new Dictionary<string, PagePlace>(StringComparer.Ordinal));
}

/// <summary>Where a cell is printed: page from 1, and its box in points from the page's top left corner.</summary>
internal sealed record PagePlace(int Page, double X, double Y, double Width, double Height);

/// <summary>Has documents read in the processes that do, and keeps what came of it.</summary>
internal sealed class DocumentViews(DocumentIntake intake, IStringLocalizer<Texts> texts) : IDisposable
{
    private const long MostBytes = 64L << 20;
    private const int PlaceBytes = 100;
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public void Dispose() => cache.Dispose();

    /// <summary>The view of a document.</summary>
    /// <param name="sha256">Of its bytes.</param>
    /// <param name="name">For messages.</param>
    /// <param name="path">Its bytes.</param>
    public Task<DocumentView> OfAsync(string sha256, string name, string path, CancellationToken cancellation) => KeptAsync(sha256, async () =>
    {
        var (document, reason) = await intake.ShowAsync(path, Path.GetFileName(name), cancellation);
        return document is null
            ? DocumentView.Without(reason)
            : new DocumentView(DocumentHtml.Write(document, new DocumentWords(texts["View.Page"], texts["View.CutOff"], texts["View.Empty"])), null, Places(document));
    });

    /// <summary>A page or a text as it was published; of another kind of document the body is null, without a reason.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public Task<DocumentView> PublishedAsync(string sha256, string name, string path, CancellationToken cancellation) => KeptAsync(sha256 + " published", async () =>
    {
        var (published, reason) = await intake.PublishedAsync(path, Path.GetFileName(name), cancellation);
        return published is null ? DocumentView.Without(reason) : DocumentView.Without(null) with { Body = published.IsPage ? published.Text : DocumentHtml.Lines(published.Text), IsPage = published.IsPage };
    });

    private async Task<DocumentView> KeptAsync(string key, Func<Task<DocumentView>> read)
    {
        if (cache.TryGetValue(key, out DocumentView? known)) return known!;
        try
        {
            var view = await read();
            return view.Body is null ? view : cache.Set(key, view, new MemoryCacheEntryOptions { Size = Encoding.Unicode.GetByteCount(view.Body) + (view.Places.Count * PlaceBytes) });
        }
        catch (IOException e)
        {
            return DocumentView.Without(texts["View.NotNow", e.Message]);
        }
    }

    // What shares a place is found under the first of it, as in the view.
    private static Dictionary<string, PagePlace> Places(Document document)
    {
        var places = new Dictionary<string, PagePlace>(StringComparer.Ordinal);
        foreach (var anchor in document.Blocks.OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => cell.Anchor))
        {
            if (anchor is { Name: { } name, Page: { } page, Box: { } box }) places.TryAdd(name, new PagePlace(page, box.X, box.Y, box.Width, box.Height));
        }
        return places;
    }
}
