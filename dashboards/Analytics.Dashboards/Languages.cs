// The pages speak Chinese, and English by a switch that the browser remembers. Numbers and dates are written alike in both.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboards;

internal static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Every request is in the language of its cookie; Chinese without one.</summary>
    public static void Use(WebApplication app)
    {
        var options = new RequestLocalizationOptions { DefaultRequestCulture = new RequestCulture(Chinese), RequestCultureProviders = [new CookieRequestCultureProvider()] };
        app.UseRequestLocalization(options.AddSupportedCultures(Chinese).AddSupportedUICultures(Chinese, English));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language/{name}", Switch);

    /// <summary>The address that switches and comes back.</summary>
    public static string Address(string language, string back) => $"language/{language}?back={Uri.EscapeDataString("/" + back)}";

    private static IResult Switch(string name, string? back, HttpContext context)
    {
        if (name is not (Chinese or English)) return Results.NotFound();
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Chinese, name)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        // Only ever back to a page of this site; a head of an answer is ASCII, so Chinese in the address is escaped.
        return Uri.TryCreate("http://localhost" + back, UriKind.Absolute, out var address) && address.PathAndQuery is ['/', not ('/' or '\\'), ..] path
            ? Results.LocalRedirect(path) : Results.LocalRedirect("/");
    }
}
