// A backup is the whole folder in one file; a damaged one is refused and leaves nothing half done.
using System.Formats.Tar;
using System.IO.Compression;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class BackupTests
{
    private static readonly byte[] Document = "the bytes of a document"u8.ToArray();

    [Fact]
    public async Task What_is_backed_up_comes_back_whole_with_its_documents()
    {
        using var place = new TemporaryFolder();
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Quarantined("d", "不是年报"));
        var sha256 = Sample.Hash("the bytes of a document");
        await warehouse.Folder.KeepAsync(sha256, Document, CancellationToken.None);
        // Loaded and not published: a backup has it, since it was acknowledged.
        await warehouse.Writer.LoadAsync([Sample.Of("b", Sample.Chaoyang, 2020, "rules.made=2")], CancellationToken.None);
        var file = Path.Combine(place.Path, "backup.tar.gz");

        var operations = Path.Combine(warehouse.Folder.Root, "copy");
        await File.WriteAllTextAsync(operations, "tables");
        await File.WriteAllTextAsync(warehouse.Folder.Hosts, "*.gov.cn");

        await warehouse.Writer.BackUpAsync(file, operations, CancellationToken.None);
        var folder = new DataFolder(Path.Combine(place.Path, "restored"));
        var version = await WarehouseWriter.RestoreAsync(folder, file, CatalogData.Current, TimeProvider.System, CancellationToken.None);

        using var reader = new PublishedWarehouse(folder);
        Assert.Equal(1, version);
        Assert.Equal(["330105.教育局|1", "110105.教育委员会|2"], await reader.RowsAsync("select code, cast(value as integer) from mart_value join dim_agency using (agency_id) order by value"));
        Assert.Equal(["1"], await reader.RowsAsync("select count(*) from document where reason is not null"));
        Assert.Equal(Document, await File.ReadAllBytesAsync(Path.Combine(folder.Documents, sha256)));
        Assert.Equal(("tables", "*.gov.cn"), (await File.ReadAllTextAsync(folder.Operations), await File.ReadAllTextAsync(folder.Hosts)));
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "restore.part")));
        Assert.Equal(["backup.tar.gz"], Directory.GetFiles(place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Loading_and_publishing_go_on_after_a_backup_and_the_folder_is_still_owned()
    {
        using var place = new TemporaryFolder();
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));

        await warehouse.Writer.BackUpAsync(Path.Combine(place.Path, "backup.tar.gz"), null, CancellationToken.None);

        Assert.Equal(2, await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1")));
        Assert.Equal("2", await warehouse.ValueAsync("select count(*) from report"));
        await Assert.ThrowsAsync<DataFolderInUseException>(() => TestWarehouse.OpenWriterAsync(warehouse.Folder));
        Assert.DoesNotContain(Directory.GetFiles(warehouse.Folder.Root), path => path.EndsWith(".backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_a_warehouse_is_never_overwritten()
    {
        using var place = new TemporaryFolder();
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        var file = Path.Combine(place.Path, "backup.tar.gz");
        await warehouse.Writer.BackUpAsync(file, null, CancellationToken.None);

        var error = await Assert.ThrowsAsync<BackupException>(() =>
            WarehouseWriter.RestoreAsync(warehouse.Folder, file, CatalogData.Current, TimeProvider.System, CancellationToken.None));

        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", await warehouse.ValueAsync("select count(*) from report"));
    }

    [Theory]
    [InlineData("not a tar file")]
    [InlineData("half")]
    [InlineData("a document with other bytes")]
    [InlineData("a path that leads outside")]
    [InlineData("no warehouse")]
    public async Task A_damaged_backup_is_refused_and_leaves_no_warehouse(string damage)
    {
        using var place = new TemporaryFolder();
        var file = Path.Combine(place.Path, "backup.tar.gz");
        await WriteAsync(file, damage);
        var folder = new DataFolder(Path.Combine(place.Path, "restored"));

        await Assert.ThrowsAsync<BackupException>(() => WarehouseWriter.RestoreAsync(folder, file, CatalogData.Current, TimeProvider.System, CancellationToken.None));

        Assert.False(File.Exists(folder.Warehouse));
        Assert.Equal(["documents", "extracted", "inbox", "published"], Directory.GetDirectories(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(place.Path, "outside")));
    }

    private static async Task WriteAsync(string file, string damage)
    {
        if (damage == "not a tar file")
        {
            await File.WriteAllTextAsync(file, "something else");
            return;
        }
        if (damage == "half")
        {
            using var warehouse = await TestWarehouse.OpenAsync();
            await warehouse.Writer.BackUpAsync(file, null, CancellationToken.None);
            var bytes = await File.ReadAllBytesAsync(file);
            await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
            return;
        }
        var name = damage switch
        {
            "a document with other bytes" => "documents/" + Sample.Hash("others"),
            "a path that leads outside" => "documents/../../outside",
            _ => "documents/" + Sample.Hash("the bytes of a document"),
        };
        await using var stream = File.Create(file);
        await using var zipped = new GZipStream(stream, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zipped);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Document) });
    }
}
