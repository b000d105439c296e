// A page whose address decides what it asks: the newest question alone is answered, and a slow answer shows its outline first.
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components;

/// <summary>Asks for a page's data, cancelled by the next question and by leaving.</summary>
public abstract class LoadingPage : ComponentBase, IDisposable
{
    // What comes sooner needs no outline.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private CancellationTokenSource asking = new();
    private bool isLeft;

    /// <summary>Nothing has been published yet.</summary>
    protected bool IsNothingPublished { get; private set; }

    /// <summary>An answer takes its time.</summary>
    protected bool IsWaiting { get; private set; }

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
        if (!isDisposing || isLeft) return;
        isLeft = true;
        asking.Cancel();
        asking.Dispose();
    }

    /// <summary>The answer; null where it is no longer wanted or nothing is published.</summary>
    protected async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> load)
        where T : class
    {
        var before = asking;
        var own = asking = new CancellationTokenSource();
        var token = own.Token;
        await before.CancelAsync();
        before.Dispose();
        try
        {
            var answer = load(token);
            if (await Task.WhenAny(answer, Task.Delay(Patience, token)) != answer && !token.IsCancellationRequested)
            {
                IsWaiting = true;
                StateHasChanged();
            }
            var result = await answer;
            if (token.IsCancellationRequested) return null;
            (IsNothingPublished, IsWaiting) = (false, false);
            return result;
        }
        catch (NothingPublishedException)
        {
            (IsNothingPublished, IsWaiting) = (true, false);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
