// Loads and publishes until it is killed: KillTarget FOLDER FIRST. Says on standard output what is done, so that whoever
// killed it knows what must still be there.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Warehouse;
using KillTarget;

var folder = new DataFolder(args[0]);
using var writer = await WarehouseWriter.OpenAsync(folder, Catalog.Current, TimeProvider.System, CancellationToken.None);
Say("ready");
for (var batch = int.Parse(args[1], CultureInfo.InvariantCulture); ; batch++)
{
    await writer.LoadAsync(Batches.Of(batch), CancellationToken.None);
    Say(string.Create(CultureInfo.InvariantCulture, $"loaded {batch}"));
    if (batch % 3 != 0) continue;
    var version = await writer.PublishAsync(CancellationToken.None);
    Say(string.Create(CultureInfo.InvariantCulture, $"published {batch} {version}"));
}

static void Say(string line)
{
    Console.Out.Write(line + "\n");
    Console.Out.Flush();
}
