// Documents are read by processes of this same program.
using Analytics.Etl.Reading;
using Analytics.Sandbox;

namespace Analytics.App;

internal static class Intake
{
    /// <summary>The program's intake. A person who watches is told where the system does not keep workers from the network.</summary>
    public static async Task<DocumentIntake> StartAsync()
    {
        var intake = Create();
        if (!Console.IsErrorRedirected && intake.Isolation is { Network: not SandboxNetwork.None } isolation)
            await Console.Error.WriteLineAsync($"Documents are read in processes of their own; {isolation.Text}.");
        return intake;
    }

    public static DocumentIntake Create()
    {
        // `dotnet analytics.dll` or the executable of the same name.
        var host = Environment.ProcessPath!;
        return string.Equals(Path.GetFileNameWithoutExtension(host), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? new DocumentIntake(host, [typeof(Intake).Assembly.Location, ReadingWorker.Argument])
            : new DocumentIntake(host, [ReadingWorker.Argument]);
    }
}
