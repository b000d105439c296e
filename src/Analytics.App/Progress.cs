// Progress of long work on standard error, when a person is watching.
using Spectre.Console;

namespace Analytics.App;

internal static class Progress
{
    public static async Task<T> ShowAsync<T>(string what, int total, Func<IProgress<int>?, Task<T>> work)
    {
        if (Console.IsErrorRedirected || total < 2) return await work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(what, maxValue: total);
            return await work(new Reporter(done => task.Value = done));
        });
    }

    // Progress<T> of the framework posts to other threads and may arrive late.
    private sealed class Reporter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
