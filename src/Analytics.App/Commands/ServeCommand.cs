// `serve`: the dashboards, and the loading of what other commands hand over, in one process.
using System.CommandLine;
using Analytics.Dashboards;
using Analytics.Etl;
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
        var folder = new DataFolder(data);
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        await using var intake = Intake.Create();
        if (intake.Isolation is { } isolation) await Console.Error.WriteLineAsync($"Documents are read in processes of their own; {isolation.Text}.");
        var load = new LoadRun(folder, writer, intake, CatalogData.Current);
        if (withSamples) await LoadSamplesAsync(load, cancellation);

        await using var app = Build(urls, folder, writer, load);
        await app.StartAsync(cancellation);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses) await Console.Error.WriteLineAsync($"Open {address}/compare in a browser. Everyone on this machine can see it; nobody else. Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static WebApplication Build(string urls, DataFolder folder, WarehouseWriter writer, LoadRun load)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls).UseStaticWebAssets();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder.Root, "keys"))).SetApplicationName("analytics");
        builder.Services.AddSingleton(CatalogData.Current).AddSingleton(folder).AddSingleton<PublishedWarehouse>().AddSingleton(writer).AddSingleton(load);
        builder.Services.AddHostedService<OwnerSocket>();
        builder.Services.AddDashboards();
        var app = builder.Build();
        app.UseDashboards();
        return app;
    }

    private static async Task LoadSamplesAsync(LoadRun load, CancellationToken cancellation)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        var result = await load.RunAsync(DocumentFiles.Find([samples]), null, cancellation);
        var loaded = result.Documents.Count(document => document.Outcome == LoadOutcome.Loaded);
        if (loaded > 0) await Console.Error.WriteLineAsync($"Loaded {loaded} sample reports.");
    }
}
