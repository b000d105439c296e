// `serve`: the dashboards, and the loading of what other commands hand over, in one process.
using System.CommandLine;
using System.Security.Cryptography;
using Analytics.Dashboards;
using Analytics.Etl;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Warehouse;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on. Loopback only until there are accounts.", DefaultValueFactory = _ => DefaultUrl };
        var samples = new Option<bool>("--samples") { Description = "Load the samples first." };
        var data = DataOption.Create();
        var command = new Command("serve", "Serve the dashboards.") { urls, samples, data };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(urls), arguments.GetValue(samples), arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string urls, bool withSamples, string data, CancellationToken cancellation)
    {
        foreach (var url in urls.Split(';'))
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback) continue;
            await Console.Error.WriteLineAsync($"'{url}' is not an address on this machine. There are no accounts yet, so only loopback is served: use {DefaultUrl}");
            return ExitCodes.WrongArguments;
        }
        var folder = Cluster.Folder(data);
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        await CatchUpAsync(writer, cancellation);
        await using var intake = Intake.Create();
        if (intake.Isolation is { } isolation) await Console.Error.WriteLineAsync($"Documents are read in processes of their own; {isolation.Text}.");
        await using var tables = await OperationsDatabase.OpenAsync(folder, Cluster.Operations, TimeProvider.System, cancellation);
        await using var app = Build(urls, folder, writer, intake, tables);
        await app.StartAsync(cancellation);
        if (withSamples) await LoadSamplesAsync(writer, app.Services.GetRequiredService<JobCenter>(), cancellation);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses) await Console.Error.WriteLineAsync($"Open {address} in a browser. Everyone on this machine can see it; nobody else. Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task CatchUpAsync(WarehouseWriter writer, CancellationToken cancellation)
    {
        try
        {
            if (await writer.CatchUpAsync(cancellation) is { } version)
                await Console.Error.WriteLineAsync($"What was published came from another version of this program; it is published anew as version {version}.");
        }
        catch (PublishException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Until then some pages may show nothing: what they ask for is not in that version.");
        }
    }

    private static WebApplication Build(string urls, DataFolder folder, WarehouseWriter writer, DocumentIntake intake, OperationsDatabase tables)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls).UseStaticWebAssets();
        // A page of another site whose name points here is no visitor of this machine.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder.Root, "keys"))).SetApplicationName("analytics");
        JobHost.Add(builder.Services, folder, writer, intake, tables, Cluster.Operations, new JobSettings());
        builder.Services.AddSingleton<PublishedWarehouse>();
        builder.Services.AddHostedService<OwnerSocket>();
        builder.Services.AddDashboards();
        var app = builder.Build();
        app.UseDashboards();
        return app;
    }

    // Nothing of them is new at the second start.
    private static async Task LoadSamplesAsync(WarehouseWriter writer, JobCenter jobs, CancellationToken cancellation)
    {
        var files = DocumentFiles.Find([Path.Combine(AppContext.BaseDirectory, "samples")]);
        var hashes = new List<string>();
        foreach (var file in files) hashes.Add(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellation))));
        var known = (await writer.KnownAsync(hashes, cancellation)).Select(document => document.Sha256).ToHashSet(StringComparer.Ordinal);
        var fresh = files.Zip(hashes).Where(pair => !known.Contains(pair.Second)).Select(pair => pair.First).ToList();
        if (fresh.Count == 0) return;
        var finished = await jobs.WaitAsync(await jobs.SubmitAsync(RunOrigin.Command, "示例报告", null, fresh, cancellation), null, cancellation);
        await Console.Error.WriteLineAsync($"Loaded {finished.Run.Loaded} sample reports.");
    }
}
