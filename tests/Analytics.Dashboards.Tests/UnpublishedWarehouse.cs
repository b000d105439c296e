// A data folder as it is before the first report is loaded.
using Analytics.Warehouse;

namespace Analytics.Dashboards.Tests;

internal sealed class UnpublishedWarehouse : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("analytics-dashboards-").FullName;

    public UnpublishedWarehouse()
    {
        Folder = new DataFolder(path);
        Published = new PublishedWarehouse(Folder);
    }

    public DataFolder Folder { get; }

    public PublishedWarehouse Published { get; }

    public void Dispose()
    {
        Published.Dispose();
        Directory.Delete(path, recursive: true);
    }
}
