// Behaviour of the search field: searches while typing, moves by arrow keys, picks by Enter or click.
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboards.Components.Choosing;

/// <summary>Picks one item after another from what a search finds.</summary>
public sealed partial class SearchPicker<TItem> : IDisposable
{
    private readonly string id = ElementIds.Next("picker");
    private CancellationTokenSource running = new();
    private IReadOnlyList<TItem> items = [];
    private string text = "";
    private string found = "";
    private bool isOpen;
    private bool picksWhenFound;
    private int active = -1;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    /// <summary>What is chosen, shown while nothing is looked for; null where each pick is one more.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Shown where nothing matches.</summary>
    [Parameter]
    public string None { get; set; } = "";

    /// <summary>Finds items for a text; an empty text asks for suggestions.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<TItem>>> Search { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment<TItem> ItemTemplate { get; set; } = default!;

    /// <summary>The heading an item stands under; items of one heading follow each other. Null: no headings.</summary>
    [Parameter]
    public Func<TItem, string>? Group { get; set; }

    [Parameter]
    public EventCallback<TItem> OnPick { get; set; }

    private string Shown => isOpen ? text : Value ?? text;

    public void Dispose()
    {
        running.Cancel();
        running.Dispose();
    }

    private async Task OpenAsync()
    {
        if (Value is not null && !isOpen) text = "";
        isOpen = true;
        await FindAsync();
    }

    // Bound both ways, so that an answer that comes late does not take back what was typed since.
    private async Task SearchAsync(string? typed)
    {
        text = typed ?? "";
        isOpen = true;
        picksWhenFound = false;
        await FindAsync();
    }

    private async Task FindAsync()
    {
        // Taken before anything is awaited: of searches that overlap only the newest may answer.
        var before = running;
        var own = running = new CancellationTokenSource();
        var token = own.Token;
        await before.CancelAsync();
        before.Dispose();
        var wanted = text;
        try
        {
            var result = await Search(wanted, token);
            if (own != running || token.IsCancellationRequested) return;
            items = result;
            found = wanted;
            active = items.Count > 0 && text.Length > 0 ? 0 : -1;
            if (picksWhenFound && active == 0) await PickAsync(items[0]);
        }
        catch (OperationCanceledException)
        {
            // A newer search runs.
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp" when !isOpen:
                await OpenAsync();
                active = items.Count > 0 ? 0 : -1;
                break;
            case "ArrowDown" when items.Count > 0:
                active = (active + 1) % items.Count;
                break;
            case "ArrowUp" when items.Count > 0:
                active = active <= 0 ? items.Count - 1 : active - 1;
                break;
            // Who types fast and presses Enter means what was typed, not what the list showed before.
            case "Enter" when isOpen && found != text:
                picksWhenFound = true;
                break;
            case "Enter" when isOpen && active >= 0 && active < items.Count:
                await PickAsync(items[active]);
                break;
            case "Escape":
                picksWhenFound = false;
                isOpen = false;
                break;
        }
    }

    private async Task PickAsync(TItem item)
    {
        text = "";
        isOpen = false;
        picksWhenFound = false;
        active = -1;
        await OnPick.InvokeAsync(item);
    }

    // The list keeps the focus in the field (mousedown is prevented), so leaving the field closes it.
    private void Close() => isOpen = false;
}
