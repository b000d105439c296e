// The services of the pages as the web host registers them, with stand-ins for what only a browser has.
using Analytics.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests;

internal static class PageServices
{
    /// <summary>The texts of the pages.</summary>
    public static IStringLocalizer<Texts> Texts { get; } = Create().GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>Charts of a comparison.</summary>
    public static Analytics.Dashboards.Components.Pages.Compare.CompareCharts Charts { get; } = Create().GetRequiredService<Analytics.Dashboards.Components.Pages.Compare.CompareCharts>();

    /// <summary>All services of the pages over the small warehouse.</summary>
    public static ServiceProvider Create(SmallWarehouse warehouse) => Create(warehouse.Folder, warehouse.Published);

    /// <summary>All services of the pages; whatever asks for a warehouse fails where there is none.</summary>
    /// <param name="more">Adds further ones.</param>
    public static ServiceProvider Create(DataFolder? folder = null, PublishedWarehouse? published = null, Action<IServiceCollection>? more = null)
    {
        var services = WebApplication.CreateEmptyBuilder(new WebApplicationOptions()).Services;
        services.AddLogging().AddDashboards().AddSingleton(CatalogData.Current);
        services.AddSingleton<Browser>().AddSingleton<IJSRuntime>(provider => provider.GetRequiredService<Browser>());
        services.AddSingleton<NavigationManager, AddressBar>();
        if (folder is not null) services.AddSingleton(folder);
        if (published is not null) services.AddSingleton(published);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}

/// <summary>Stands for the browser's scripts: notes what is called.</summary>
internal sealed class Browser : IJSRuntime, IJSObjectReference
{
    /// <summary>Names of functions with their arguments, in order.</summary>
    public List<(string Name, object?[] Arguments)> Calls { get; } = [];

    /// <summary>Thrown by every call, null for none.</summary>
    public Exception? Failure { get; set; }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        Calls.Add((identifier, args ?? []));
        if (Failure is not null) throw Failure;
        return ValueTask.FromResult(typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)this : default!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Stands for the browser's address bar.</summary>
internal sealed class AddressBar : NavigationManager
{
    public AddressBar() => Initialize("http://localhost/", "http://localhost/compare");

    /// <summary>The address behind the host.</summary>
    public string Shown => ToBaseRelativePath(Uri);

    protected override void NavigateToCore(string uri, NavigationOptions options)
    {
        Uri = ToAbsoluteUri(uri).AbsoluteUri;
        NotifyLocationChanged(isInterceptedLink: false);
    }
}
