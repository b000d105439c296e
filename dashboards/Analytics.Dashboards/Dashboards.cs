// Puts the pages into a web host: services, security headers, endpoints.
using Analytics.Dashboards.Components;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Components.Pages.Map;
using Analytics.Dashboards.Components.Pages.Overview;
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Dashboards.Components.Pages.Report;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Components.Searching;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Documents;
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Facts;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Analytics.Dashboards;

/// <summary>Registration of the dashboards.</summary>
public static class Dashboards
{
    // No inline script anywhere. Style attributes are needed by the charts and by sizes computed on the server.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    /// <summary>Needs a <see cref="PublishedWarehouse"/>, a <see cref="DataFolder"/>, the catalog and the jobs among the services.</summary>
    public static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        // Who may frame a page the policy below says.
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddLocalization();
        services.AddSingleton<ILocalizer, RadzenTexts>();
        services.AddSingleton<IStringLocalizer<Texts>, PageTexts>().AddSingleton<MetricNames>();
        services.AddSingleton<AgencyQueries>().AddSingleton<BreakQueries>().AddSingleton<ChoosingQueries>().AddSingleton<CompareQueries>().AddSingleton<CoverageQueries>();
        services.AddSingleton<MapQueries>().AddSingleton<OverviewQueries>().AddSingleton<QualityQueries>().AddSingleton<RankingQueries>().AddSingleton<ReportQueries>();
        services.AddSingleton<SearchQueries>().AddSingleton<SourceQueries>().AddSingleton<TrendQueries>();
        services.AddSingleton<Defaults>().AddSingleton<MetricSearch>().AddSingleton<SiteSearch>().AddSingleton<SourceViews>().AddScoped<SourceOpener>();
        services.AddSingleton<ComparePanels>().AddSingleton<PanelMarks>().AddSingleton<DumbbellChart>().AddSingleton<MultiplesChart>().AddSingleton<CompareCharts>().AddSingleton<Measures>().AddSingleton<CompareData>();
        services.AddSingleton<LeagueData>().AddSingleton<LeagueWords>().AddSingleton<BumpChart>();
        services.AddSingleton<GroupNames>().AddSingleton<GroupWords>().AddSingleton<ShortNumbers>().AddSingleton<Changes>();
        services.AddSingleton<TrendsData>().AddSingleton<TrendsCharts>().AddSingleton<MapData>().AddSingleton<MapWords>();
        services.AddSingleton<AgencyTopics>().AddSingleton<Flows>().AddSingleton<AgencyCharts>().AddSingleton<AgencyData>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<OverviewData>().AddSingleton<OverviewWords>();
        services.AddSingleton<AgencyCalendar>().AddSingleton<Squares>().AddSingleton<NoteLetter>();
        services.AddSingleton<ReportData>();
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
            // Only what is made for it may stand in another site's page.
            headers.ContentSecurityPolicy = ContentSecurityPolicy + (context.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal) ? "*" : "'none'");
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            await next(context);
        });
        Languages.Use(app);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        Languages.Map(app);
        app.MapGet("/compare/data.{format}", CompareDownload.SendAsync);
        app.MapGet("/ranking/data.{format}", RankingDownload.SendAsync);
        app.MapGet("/trends/data.{format}", TrendsDownload.SendAsync);
        app.MapGet("/map/data.{format}", MapDownload.SendAsync);
        app.MapGet("/agency/{code}/data.{format}", AgencyDownload.SendAsync);
        QualityDownload.Map(app);
        app.MapGet("/report/{report:int}/data.{format}", ReportDownload.SendAsync);
        app.MapDocuments();
        app.MapGet("/jobs/addresses.csv", AddressTemplate.Send);
        FactTemplates.Map(app);
        app.MapUploads();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
