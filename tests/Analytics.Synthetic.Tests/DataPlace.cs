// A warehouse that goes with the test.
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic.Tests;

internal sealed class DataPlace : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("synthetic-tests-").FullName;

    public DataFolder Folder => new(path);

    /// <summary>Loads, publishes and asks; a row is its values joined by '|'.</summary>
    public async Task<List<string>> LoadAsync(IReadOnlyList<LoadItem> items, string sql)
    {
        using (var writer = await WarehouseWriter.OpenAsync(Folder, CatalogData.Current, TimeProvider.System, CancellationToken.None))
        {
            foreach (var batch in items.Chunk(500)) await writer.LoadAsync(batch, CancellationToken.None);
            await writer.PublishAsync(CancellationToken.None);
            Assert.All(await writer.CheckAsync(CancellationToken.None), check => Assert.Empty(check.Failing));
        }
        using var reader = new PublishedWarehouse(Folder);
        var rows = new List<string>();
        await reader.ReadAsync(sql, async data =>
        {
            while (await data.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, data.FieldCount).Select(i => Text(data.GetValue(i)))));
        }, CancellationToken.None);
        return rows;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static string Text(object value) => value switch
    {
        DBNull => "",
        IEnumerable<string> list => "[" + string.Join(", ", list) + "]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
