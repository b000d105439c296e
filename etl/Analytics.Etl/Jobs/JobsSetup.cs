// Puts the jobs into a host.
using Analytics.Etl.Operations;
using Analytics.Etl.Reading;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Analytics.Etl.Jobs;

/// <summary>Registration of the jobs.</summary>
public static class JobsSetup
{
    private static readonly TimeSpan Conducting = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Checkin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Misfire = TimeSpan.FromSeconds(6);

    /// <summary>Needs a <c>DataFolder</c>, a <see cref="DocumentIntake"/>, the catalog and, for the owner, the <c>WarehouseWriter</c> among the services.</summary>
    /// <param name="operations">Open for as long as the host runs; not disposed with it.</param>
    /// <param name="connection">PostgreSQL, where nodes share the reading.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, OperationsDatabase operations, string? connection, NodeIdentity node, JobSettings settings)
    {
        services.AddSingleton(operations).AddSingleton(node).AddSingleton(settings).AddSingleton<OperationsStore>().AddSingleton<AgencyNotes>().AddSingleton<SavedViews>().AddSingleton<JobSignal>();
        services.AddSingleton<ExtractedReports>().AddSingleton<BatchReader>().AddSingleton<Schedulers>();
        services.AddSingleton<RunLog>().AddHostedService(provider => provider.GetRequiredService<RunLog>());
        services.AddHostedService<Heartbeat>();
        if (operations.IsShared) services.AddHostedService<Listener>();
        services.AddQuartz(JobNames.ReadingScheduler, quartz => Reading(quartz, connection, node, settings));
        if (node.IsOwner)
        {
            services.AddSingleton<PublishRequests>().AddSingleton<Conductor>().AddSingleton<Receiver>().AddSingleton<LoadingLine>().AddSingleton<Publication>().AddSingleton<Inbox>().AddSingleton<FetchLine>();
            services.AddSingleton(provider => new JobSchedules(provider.GetRequiredService<OperationsStore>(), provider.GetRequiredService<Schedulers>())).AddSingleton<JobCenter>();
            services.AddQuartz(JobNames.OwnerScheduler, Owner);
        }
        // What stops first was added last: nobody triggers jobs of a scheduler that is gone.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        if (node.IsOwner) services.AddHostedService<Prompter>();
        return services;
    }

    private static void Reading(IQuartzBuilder quartz, string? connection, NodeIdentity node, JobSettings settings)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceId = node.Name;
            options.IdleWaitTime = Idle;
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseDefaultThreadPool(settings.BatchesAtATime);
        if (connection is null)
        {
            quartz.UseInMemoryStore();
        }
        else
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, connection);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = Checkin;
                    cluster.CheckinMisfireThreshold = Misfire;
                });
            });
        }
        quartz.AddJob<ExtractJob>(job => job.WithIdentity(JobNames.Extract).StoreDurably().RequestRecovery());
    }

    private static void Owner(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        quartz.UseInMemoryStore();
        quartz.AddJob<ConductJob>(job => job.WithIdentity(JobNames.Conduct).StoreDurably());
        quartz.AddJob<LoadJob>(job => job.WithIdentity(JobNames.Load).StoreDurably());
        quartz.AddJob<PublishJob>(job => job.WithIdentity(JobNames.Publish).StoreDurably());
        quartz.AddJob<InboxJob>(job => job.WithIdentity(JobNames.Inbox).StoreDurably());
        quartz.AddJob<FetchJob>(job => job.WithIdentity(JobNames.Fetch).StoreDurably());
        quartz.AddJob<FetchAllJob>(job => job.WithIdentity(JobNames.FetchAll).StoreDurably());
        quartz.AddJob<RetentionJob>(job => job.WithIdentity(JobNames.Retention).StoreDurably());
        quartz.AddTrigger<ConductJob>(trigger => trigger.ForJob(JobNames.Conduct).WithIdentity("always").WithSimpleSchedule(Conducting));
    }
}
