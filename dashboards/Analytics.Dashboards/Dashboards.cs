// Puts the pages into a web host: services, security headers, endpoints.
using Analytics.Dashboards.Components;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Documents;
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Facts;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace Analytics.Dashboards;

/// <summary>Registration of the dashboards.</summary>
public static class Dashboards
{
    // No inline script anywhere. Style attributes are needed by the charts and by sizes computed on the server.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Needs a <see cref="PublishedWarehouse"/>, a <see cref="DataFolder"/>, the catalog and the jobs among the services.</summary>
    public static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddSingleton<ILocalizer, RadzenTexts>();
        services.AddSingleton<ComparePanels>().AddSingleton<CompareCharts>().AddSingleton<MetricSearch>();
        services.AddSingleton<CompareQueries>().AddSingleton<SourceQueries>().AddSingleton<QualityQueries>().AddSingleton<ReportQueries>().AddSingleton<SearchQueries>().AddSingleton<CompareData>().AddSingleton<SourceViews>();
        services.AddSingleton<DocumentAccess>().AddSingleton<DocumentViews>().AddSingleton<FactsTemplate>();
        services.AddSingleton<Times>().AddSingleton<CronWords>();
        services.TryAddSingleton(new UploadSettings());
        services.AddSingleton<JobsMonitor>().AddHostedService(provider => provider.GetRequiredService<JobsMonitor>());
        services.AddSingleton<UploadRuns>().AddHostedService(provider => provider.GetRequiredService<UploadRuns>());
        services.AddSingleton<RegionSearch>();
        services.AddScoped<RunActions>().AddScoped<FindingMarks>();
        services.AddScoped<EntityColours>().AddScoped<Viewer>();
        return services;
    }

    public static WebApplication UseDashboards(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            await next(context);
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/compare/data.csv", CompareCsv.WriteAsync);
        app.MapDocuments();
        app.MapGet("/jobs/addresses.csv", AddressTemplate.Send);
        FactTemplates.Map(app);
        app.MapUploads();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
