// Until the overview stands, who opens the bare address must not meet an empty page.
using Analytics.Dashboards.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Pages;

public sealed class HomeTests
{
    [Fact]
    public async Task Bare_address_leads_to_the_comparison()
    {
        await using var services = PageServices.Create();
        var address = (AddressBar)services.GetRequiredService<NavigationManager>();
        address.NavigateTo("");

        await using var harness = await RenderHarness.ShowAsync<Home>(services);

        Assert.Equal("compare", address.Shown);
    }
}
