// One published file, open in this process for as long as somebody reads it.
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>A published version. DuckDB knows a file once per process and its settings are locked with the first opening, so
/// all readers of a version share one of these, whichever warehouse they ask through.</summary>
internal sealed class PublishedFile
{
    private static readonly Dictionary<string, PublishedFile> Open = new(StringComparer.Ordinal);
    private static readonly Lock Opening = new();
    private readonly string path;
    private readonly DuckDBConnection anchor;
    private int users;

    private PublishedFile(string path)
    {
        this.path = path;
        anchor = DuckDb.OpenAnchor(path);
    }

    /// <summary>Opens a version, or joins those who read it already. Each call is one <see cref="Release"/>.</summary>
    public static PublishedFile Take(string path)
    {
        lock (Opening)
        {
            if (!Open.TryGetValue(path, out var file)) Open[path] = file = new PublishedFile(path);
            file.users++;
            return file;
        }
    }

    /// <summary>A further user of one that is open.</summary>
    public PublishedFile Join()
    {
        lock (Opening)
        {
            users++;
            return this;
        }
    }

    public DuckDBConnection Connect() => DuckDb.OpenReader(path);

    public void Release()
    {
        lock (Opening)
        {
            if (--users > 0) return;
            Open.Remove(path);
            anchor.Dispose();
        }
    }
}
