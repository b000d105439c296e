// Readers see whole versions only, whatever happens to the writer; old ones do not pile up.
namespace Analytics.Warehouse.Tests;

public sealed class PublisherTests
{
    private const string Reports = "select count(*) from report";

    [Fact]
    public async Task Publishing_makes_the_next_version_and_readers_switch_at_their_next_query()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        Assert.Equal((1, "1"), (warehouse.Reader.Version!.Value, await warehouse.ValueAsync(Reports)));

        Assert.Equal(2, await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1")));

        Assert.Equal((2, "2"), (warehouse.Reader.Version!.Value, await warehouse.ValueAsync(Reports)));
    }

    [Fact]
    public async Task What_is_loaded_is_not_seen_before_it_is_published()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        await warehouse.Writer.LoadAsync([Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1")], CancellationToken.None);

        Assert.Equal("1", await warehouse.ValueAsync(Reports));
    }

    [Fact]
    public async Task A_query_that_runs_finishes_on_the_version_it_began_with()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        var rows = 0;

        await warehouse.Reader.ReadAsync("select code from dim_region", async reader =>
        {
            await reader.ReadAsync();
            rows++;
            for (var i = 0; i < 4; i++) await warehouse.PublishAsync();
            Assert.False(File.Exists(warehouse.Folder.PublishedFile(1)));
            while (await reader.ReadAsync()) rows++;
        }, CancellationToken.None);

        Assert.Equal(Catalog.Catalog.Current.Regions.All.Count, rows);
        Assert.Equal(5, warehouse.Reader.Version);
    }

    [Fact]
    public async Task The_last_three_versions_are_kept()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        for (var i = 0; i < 5; i++) await warehouse.PublishAsync();

        Assert.Equal(["3.duckdb", "4.duckdb", "5.duckdb", "current"], Directory.GetFiles(warehouse.Folder.Published).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_writer_goes_on_after_publishing_and_still_owns_the_folder()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));

        for (var year = 2021; year <= 2023; year++) await warehouse.PublishAsync(Sample.Of($"{year}", Sample.Gongshu, year, "rules.issued=1"));

        Assert.Equal("4", await warehouse.ValueAsync(Reports));
        Assert.All(await warehouse.Writer.CheckAsync(CancellationToken.None), check => Assert.Empty(check.Failing));
        await Assert.ThrowsAsync<DataFolderInUseException>(() => TestWarehouse.OpenWriterAsync(warehouse.Folder));
    }

    [Fact]
    public async Task A_copy_that_fails_leaves_the_version_before_serving_and_can_be_made_again()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        // A place that cannot be written to.
        File.CreateSymbolicLink(warehouse.Folder.PublishedFile(2) + ".part", Path.Combine(warehouse.Folder.Root, "nowhere", "x"));

        var error = await Assert.ThrowsAsync<PublishException>(() => warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1")));

        Assert.Contains("goes on serving", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, "1"), (warehouse.Reader.Version!.Value, await warehouse.ValueAsync(Reports)));
        Assert.Equal(2, await warehouse.PublishAsync());
        Assert.Equal("2", await warehouse.ValueAsync(Reports));
    }

    [Fact]
    public async Task A_part_that_a_crash_left_behind_is_written_anew()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        await File.WriteAllTextAsync(warehouse.Folder.PublishedFile(1) + ".part", "half");
        await File.WriteAllTextAsync(warehouse.Folder.Pointer + ".part", "9");

        Assert.Equal(1, await warehouse.PublishAsync());

        Assert.Equal("0", await warehouse.ValueAsync(Reports));
        Assert.Equal(["1.duckdb", "current"], Directory.GetFiles(warehouse.Folder.Published).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rolling_back_takes_readers_back_until_the_next_publication()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1"));
        Assert.Equal("2", await warehouse.ValueAsync(Reports));

        await warehouse.Writer.RollBackAsync(1, CancellationToken.None);

        Assert.Equal("1", await warehouse.ValueAsync(Reports));
        Assert.Equal(3, await warehouse.PublishAsync());
        Assert.Equal("2", await warehouse.ValueAsync(Reports));
    }

    [Fact]
    public async Task Rolling_back_to_what_is_gone_says_what_there_is()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));

        var error = await Assert.ThrowsAsync<PublishException>(() => warehouse.Writer.RollBackAsync(7, CancellationToken.None));

        Assert.Contains("There are: 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", await warehouse.ValueAsync(Reports));
    }

    [Fact]
    public async Task Going_back_while_a_query_runs_on_the_newer_version_disturbs_neither()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"));
        await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1"));

        await warehouse.Reader.ReadAsync(Reports, async reader =>
        {
            await warehouse.Writer.RollBackAsync(1, CancellationToken.None);
            Assert.Equal("1", await warehouse.ValueAsync(Reports));
            await warehouse.Writer.RollBackAsync(2, CancellationToken.None);
            Assert.Equal("2", await warehouse.ValueAsync(Reports));
            Assert.True(await reader.ReadAsync());
            Assert.Equal(2L, reader.GetInt64(0));
        }, CancellationToken.None);
    }

    [Fact]
    public async Task A_pinned_version_outlives_the_others()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        await warehouse.PublishAsync();
        await File.WriteAllTextAsync(warehouse.Folder.PinOf(1), "release");
        for (var i = 0; i < 4; i++) await warehouse.PublishAsync();

        Assert.Equal([1, 3, 4, 5], warehouse.Folder.PublishedVersions().Order());
    }

    [Fact]
    public async Task The_same_documents_in_any_order_and_grouping_have_the_same_content()
    {
        var items = new[]
        {
            Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1", "requests.carried_out.total=3"), Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=2", "requests.carried_in.total=5"),
            Sample.Of("c", Sample.Gongshu, 2021, "rules.issued=3").Published(2022, 3, 1), Sample.Of("c again", Sample.Gongshu, 2021, "rules.issued=3"),
            Sample.Of("d", Sample.Chaoyang, 2020, "rules.made=", "procurement.amount_wan=1.5").With(Sample.Error("R12", "procurement.amount_wan")),
            Sample.Of("e", Sample.Hangzhou, 2021, "requests.received.total=9").WithScope(Analytics.Catalog.ReportScope.Territory), Sample.Quarantined("f", "不是年报"),
        };
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 4; seed++)
        {
            using var warehouse = await TestWarehouse.OpenAsync();
            var shuffled = items.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var batch in shuffled.Chunk(seed + 1))
            {
                await warehouse.Writer.LoadAsync(batch, CancellationToken.None);
                if (seed % 2 == 0) await warehouse.PublishAsync();
            }
            await warehouse.PublishAsync();
            hashes.Add(await warehouse.Writer.ContentHashAsync(CancellationToken.None));
        }
        using var other = await TestWarehouse.OpenAsync(items[1..]);

        Assert.Single(hashes);
        Assert.DoesNotContain(await other.Writer.ContentHashAsync(CancellationToken.None), hashes);
    }
}
