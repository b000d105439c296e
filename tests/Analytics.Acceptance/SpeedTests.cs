// How soon a person sees the numbers of a made-up country. Measured in every run, and held to its targets where the country
// has its full size (ANALYTICS_COUNTRY_AGENCIES, set by ./test --nightly): a small one on a busy machine proves nothing.
using System.Globalization;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class SpeedTests(Browser browser, ITestOutputHelper output)
{
    private const string Small = "200";
    private const double FirstView = 1000;
    private const double Choice = 300;
    private const double CachedChoice = 100;

    // From the click until the table shows it; painting comes with the next frame.
    private const string Change =
        """
        async year => {
          const select = document.querySelectorAll('.years select')[0];
          const began = performance.now();
          select.value = year;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          while (document.querySelector('thead th.num')?.textContent !== year) await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }
        """;

    // The same on any page with one year: what is written on it changes, and nothing is on its way any more.
    private const string ChangeOfYear =
        """
        async year => {
          const page = document.querySelector('main');
          const select = page.querySelector('.choice.year select');
          const before = page.innerText;
          const began = performance.now();
          select.value = year;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          while (page.innerText === before || page.querySelector('[aria-busy=true]')) await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }
        """;

    private const string FirstPaint =
        """
        () => {
          const page = performance.getEntriesByType('navigation')[0];
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          return paint.startTime - page.responseStart;
        }
        """;

    private readonly List<string> figures = [];
    private readonly List<string> tooSlow = [];

    [Fact]
    public async Task First_views_and_changes_of_choice_are_measured()
    {
        var wanted = Environment.GetEnvironmentVariable("ANALYTICS_COUNTRY_AGENCIES");
        using var data = new DataFolderForTest();
        await MakeCountryAsync(data.Path, wanted);
        await using var server = await ProgramUnderTest.ServeAsync(Path.Combine(data.Path, "data"), withSamples: false);

        // The first visitor of all warms the program up; the second is the one who counts.
        await using (var first = await browser.OpenAsync("compare", at: server.Address)) await first.Page.Locator(".notice .button.primary").ClickAsync();
        await using var visit = await browser.OpenAsync("compare", at: server.Address);
        await visit.Page.Locator(".notice .button.primary").ClickAsync();
        await Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
        Note("compare, first view after the first byte", await visit.Page.EvaluateAsync<double>(FirstPaint), FirstView);
        await visit.Page.Locator(".frame[data-interactive=true]").WaitForAsync();
        Note("compare, a change of choice", await visit.Page.EvaluateAsync<double>(Change, "2020"), Choice);
        await visit.Page.EvaluateAsync<double>(Change, "2021");
        Note("compare, a change of choice, cached", await visit.Page.EvaluateAsync<double>(Change, "2020"), CachedChoice);
        Assert.Empty(visit.Errors);

        // The other pages have tests of their own; what they cost on a small country says nothing.
        if (wanted is not null) await LookAtPagesAsync(server.Address);

        var text = $"{wanted ?? Small} agencies, milliseconds{Environment.NewLine}{string.Join(Environment.NewLine, figures)}";
        output.WriteLine(text);
        Directory.CreateDirectory(Path.Combine(ProgramUnderTest.Root, "artifacts", "tests"));
        await File.WriteAllTextAsync(Path.Combine(ProgramUnderTest.Root, "artifacts", "tests", "speed.txt"), text + Environment.NewLine);
        if (wanted is not null) Assert.Empty(tooSlow);
    }

    private static async Task MakeCountryAsync(string place, string? agencies)
    {
        var facts = Path.Combine(place, "facts");
        var patience = TimeSpan.FromMinutes(30);
        var made = await ProgramUnderTest.RunAsync(patience, "synth", facts, "--agencies", agencies ?? Small, "--years", agencies is null ? "2019-2022" : "2019-2028");
        Assert.True(made.ExitCode == 0, made.Error);
        var loaded = await ProgramUnderTest.RunAsync(patience, "load", facts, "--data", Path.Combine(place, "data"));
        Assert.True(loaded.ExitCode is 0 or 3, loaded.Error);
    }

    // Each by a browser that knows nothing of it yet; what has one year, by changing it.
    private async Task LookAtPagesAsync(Uri server)
    {
        await using var ranking = await browser.OpenAsync("ranking", at: server);
        var agency = await ranking.Page.Locator("main tbody a[href^='agency/']").First.GetAttributeAsync("href");
        foreach (var (name, address) in new[] { ("overview", ""), ("ranking", "ranking"), ("trends", "trends"), ("map", "map"), ("agency", agency!), ("report", "report/1"), ("quality", "quality") })
        {
            // Once for the program itself, as above.
            await (await browser.OpenAsync(address, at: server)).DisposeAsync();
            await using var visit = await browser.OpenAsync(address, at: server);
            Note(name + ", first view after the first byte", await visit.Page.EvaluateAsync<double>(FirstPaint), FirstView);
            if (await visit.Page.Locator("main .choice.year select").CountAsync() == 1)
            {
                Note(name + ", a change of year", await visit.Page.EvaluateAsync<double>(ChangeOfYear, "2020"), Choice);
                await visit.Page.EvaluateAsync<double>(ChangeOfYear, "2021");
                Note(name + ", a change of year, cached", await visit.Page.EvaluateAsync<double>(ChangeOfYear, "2020"), CachedChoice);
            }
            Assert.Empty(visit.Errors);
        }
    }

    private void Note(string what, double milliseconds, double most)
    {
        var figure = string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0} ({most:0})");
        figures.Add(figure);
        if (milliseconds > most) tooSlow.Add(figure);
    }
}
