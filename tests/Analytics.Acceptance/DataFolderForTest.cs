// A data folder that is gone after the test.
namespace Analytics.Acceptance;

internal sealed class DataFolderForTest : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
