// The switch of the language over a real connection: what it remembers, and where it leads back to.
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboards.Tests;

public sealed class LanguagesTests : IAsyncLifetime
{
    private WebApplication? app;
    private HttpClient? http;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLocalization().AddSingleton<IStringLocalizer<Texts>, PageTexts>();
        app = builder.Build();
        Languages.Use(app);
        Languages.Map(app);
        app.MapGet("/name", (IStringLocalizer<Texts> texts) => texts["Page.Compare"].Value);
        await app.StartAsync();
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public async Task DisposeAsync()
    {
        http!.Dispose();
        await app!.DisposeAsync();
    }

    [Fact]
    public async Task Language_is_chinese_until_it_is_switched_and_then_remembered()
    {
        Assert.Equal("对比", await http!.GetStringAsync("/name"));

        await http.GetAsync(Languages.Address(Languages.English, ""));
        Assert.Equal("Compare", await http.GetStringAsync("/name"));

        await http.GetAsync(Languages.Address(Languages.Chinese, ""));
        Assert.Equal("对比", await http.GetStringAsync("/name"));
    }

    [Fact]
    public async Task Browser_that_prefers_another_language_reads_chinese_until_its_person_chooses()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/name");
        request.Headers.AcceptLanguage.ParseAdd("en-GB");

        Assert.Equal("对比", await (await http!.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Switch_leads_back_to_the_whole_address()
    {
        var response = await http!.GetAsync(Languages.Address(Languages.English, "compare?e=330105.教育局&y=2019-2020"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/compare?e=330105.教育局&y=2019-2020", Uri.UnescapeDataString(response.Headers.Location!.OriginalString));
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/.//evil.example/")]
    [InlineData("@evil.example/")]
    [InlineData("evil.example")]
    [InlineData("")]
    [InlineData("/")]
    public async Task Switch_leads_to_no_other_site(string back)
    {
        var response = await http!.GetAsync("language/en?back=" + Uri.EscapeDataString(back));

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Language_that_is_not_spoken_is_not_found_and_changes_nothing()
    {
        var response = await http!.GetAsync("language/fr?back=/compare");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
