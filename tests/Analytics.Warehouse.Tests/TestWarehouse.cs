// A data folder of its own for each test, copied from an empty warehouse so that schema and definitions are made once only.
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("warehouse-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A warehouse with its writer and its reader.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Empty = new(MakeEmptyAsync);
    private readonly TemporaryFolder temporary;

    private TestWarehouse(TemporaryFolder temporary, DataFolder folder, WarehouseWriter writer)
    {
        this.temporary = temporary;
        Folder = folder;
        Writer = writer;
        Reader = new PublishedWarehouse(folder);
    }

    public DataFolder Folder { get; }

    public WarehouseWriter Writer { get; }

    public PublishedWarehouse Reader { get; }

    /// <summary>An empty warehouse; with items, one that has loaded and published them.</summary>
    public static async Task<TestWarehouse> OpenAsync(params LoadItem[] items)
    {
        var place = new TemporaryFolder();
        var folder = await EmptyFolderAsync(place);
        var warehouse = new TestWarehouse(place, folder, await OpenWriterAsync(folder));
        if (items.Length > 0) await warehouse.PublishAsync(items);
        return warehouse;
    }

    /// <summary>A folder with an empty warehouse that nobody has open.</summary>
    public static async Task<DataFolder> EmptyFolderAsync(TemporaryFolder place)
    {
        var folder = new DataFolder(place.Path);
        await File.WriteAllBytesAsync(folder.Warehouse, await Empty.Value);
        return folder;
    }

    public static Task<WarehouseWriter> OpenWriterAsync(DataFolder folder) =>
        WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, CancellationToken.None);

    /// <summary>Loads items, if any, and publishes.</summary>
    public async Task<int> PublishAsync(params LoadItem[] items)
    {
        if (items.Length > 0) await Writer.LoadAsync(items, CancellationToken.None);
        return await Writer.PublishAsync(CancellationToken.None);
    }

    /// <summary>Rows of what is published, each as its values joined by '|'; null is empty.</summary>
    public Task<List<string>> RowsAsync(string sql) => Reader.RowsAsync(sql);

    /// <summary>The first value of the first row.</summary>
    public async Task<string> ValueAsync(string sql) => (await RowsAsync(sql))[0];

    public void Dispose()
    {
        Reader.Dispose();
        Writer.Dispose();
        temporary.Dispose();
    }

    private static async Task<byte[]> MakeEmptyAsync()
    {
        using var place = new TemporaryFolder();
        var folder = new DataFolder(place.Path);
        (await OpenWriterAsync(folder)).Dispose();
        return await File.ReadAllBytesAsync(folder.Warehouse);
    }
}

internal static class ReaderRows
{
    public static async Task<List<string>> RowsAsync(this PublishedWarehouse reader, string sql)
    {
        var rows = new List<string>();
        await reader.ReadAsync(sql, async data =>
        {
            while (await data.ReadAsync())
                rows.Add(string.Join('|', Enumerable.Range(0, data.FieldCount).Select(i => data.IsDBNull(i) ? "" : Convert.ToString(data.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }, CancellationToken.None);
        return rows;
    }
}
