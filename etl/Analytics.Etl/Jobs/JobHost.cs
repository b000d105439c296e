// The jobs going in this process without a web server: for commands, workers and tests.
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Jobs;

/// <summary>Runs the jobs until disposed; what is not finished then is taken up at the next start.</summary>
public sealed class JobHost : IAsyncDisposable
{
    private readonly IHost host;

    private JobHost(IHost host) => this.host = host;

    /// <summary>Of the owner of the warehouse.</summary>
    public JobCenter Center => host.Services.GetRequiredService<JobCenter>();

    public OperationsStore Store => host.Services.GetRequiredService<OperationsStore>();

    public JobSchedules Schedules => host.Services.GetRequiredService<JobSchedules>();

    /// <summary>Starts the jobs.</summary>
    /// <param name="writer">Null: a worker, which only reads documents.</param>
    /// <param name="tables">Stay open until this is disposed.</param>
    /// <param name="connection">PostgreSQL, where nodes share the reading.</param>
    public static async Task<JobHost> StartAsync(
        DataFolder folder, WarehouseWriter? writer, DocumentIntake intake, OperationsDatabase tables, string? connection, JobSettings settings, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        Add(builder.Services, folder, writer, intake, tables, connection, settings);
        var built = builder.Build();
        await built.StartAsync(cancellation);
        return new JobHost(built);
    }

    /// <summary>Registers the jobs and all they need in a host.</summary>
    public static void Add(
        IServiceCollection services, DataFolder folder, WarehouseWriter? writer, DocumentIntake intake, OperationsDatabase tables, string? connection, JobSettings settings)
    {
        services.AddSingleton(TimeProvider.System).AddSingleton(CatalogData.Current).AddSingleton(folder).AddSingleton(intake);
        if (writer is not null) services.AddSingleton(writer);
        services.AddJobs(tables, connection, NodeIdentity.Of(isOwner: writer is not null, TimeProvider.System), settings);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable services) await services.DisposeAsync();
    }
}
