// One served program with the samples and one Chromium for all browser tests.
using Microsoft.Playwright;

namespace Analytics.Acceptance;

/// <summary>Shared by the tests of a collection.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // A busy machine is slow, not wrong.
    private const float PatienceMilliseconds = 30_000;

    private readonly DataFolderForTest data = new();
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private ProgramUnderTest.Server? server;

    public Uri Address => server!.Address;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        server = await ProgramUnderTest.ServeAsync(data.Path);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
        data.Dispose();
    }

    /// <summary>A page that notes every console error; check <see cref="Visit.Errors"/> at the end.</summary>
    public async Task<Visit> OpenAsync(string path, int width = 1280, bool isDark = false, Uri? at = null)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "zh-CN",
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        await page.GotoAsync(new Uri(at ?? Address, path).ToString());
        // What is prerendered takes no input until the circuit stands.
        await page.Locator(".frame[data-interactive=true]").WaitForAsync();
        return visit;
    }

    /// <summary>A page and what its console said.</summary>
    public sealed class Visit : IAsyncDisposable
    {
        private readonly IBrowserContext context;

        internal Visit(IBrowserContext context, IPage page)
        {
            this.context = context;
            Page = page;
            page.Console += (_, message) =>
            {
                if (message.Type is "error" or "warning") Errors.Add(message.Text);
            };
            page.PageError += (_, error) => Errors.Add(error);
        }

        public IPage Page { get; }

        public List<string> Errors { get; } = [];

        /// <summary>Presses the tabulator until an element has the focus.</summary>
        public async Task TabToAsync(ILocator element)
        {
            const int MostStops = 80;
            for (var stop = 0; stop < MostStops; stop++)
            {
                if (await element.EvaluateAsync<bool>("node => node === document.activeElement")) return;
                await Page.Keyboard.PressAsync("Tab");
            }
            Assert.Fail($"The tabulator does not lead to {element}.");
        }

        /// <summary>The marks of the first chart carry texts; clicks the one whose source is of that metric and text.</summary>
        public async Task ClickMarkAsync(string tip)
        {
            var at = await Page.EvaluateAsync<float[]>(
                """
                tip => {
                  for (const chart of globalThis.analyticsCharts) {
                    const option = chart.chart.getOption();
                    for (let s = 0; s < option.series.length; s++) {
                      const i = option.series[s].data.findIndex(item => item?.tip === tip);
                      if (i < 0) continue;
                      const box = chart.element.getBoundingClientRect();
                      const data = chart.chart.getModel().getSeriesByIndex(s).getData();
                      // Lines keep their points together, other series one by one.
                      const layout = data.getItemLayout(i) ?? data.getLayout('points').slice(2 * i, 2 * i + 2);
                      const [x, y] = layout.length ? layout : [layout.x, layout.y];
                      return [box.x + x + (layout.width ?? 0) / 2, box.y + y + (layout.height ?? 0) / 2];
                    }
                  }
                  throw new Error(`no mark says ${tip}`);
                }
                """, tip);
            await Page.Mouse.ClickAsync(at[0], at[1]);
        }

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Browser))]
public sealed class BrowserTests : ICollectionFixture<Browser>;
