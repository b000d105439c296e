// A worker that does on demand what a hostile document may make a reader do; or a program that owns a pool and is killed.
using System.Text;
using Analytics.Sandbox;
using TrialWorker;

switch (args)
{
    case []:
        await SandboxWorker.RunAsync(Misdeeds.Answer);
        return 0;
    case ["print-first"]:
        Console.WriteLine("Some library greets its users.");
        await SandboxWorker.RunAsync(Misdeeds.Answer);
        return 0;
    case ["end-at-once"]:
        await Console.Error.WriteLineAsync("no licence found");
        return 3;
    case ["never-ready"]:
        await Task.Delay(Timeout.Infinite);
        return 0;
    case ["own-a-pool", var folder]:
        await using (var pool = new SandboxPool(new SandboxOptions
        {
            FileName = "dotnet",
            Arguments = [typeof(Misdeeds).Assembly.Location],
            Workers = 1,
            TemporaryFolder = folder,
        }))
        {
            var result = (SandboxResult.Completed)await pool.RunAsync("spawn"u8.ToArray());
            Console.WriteLine(Encoding.UTF8.GetString(result.Response.Span));
            await pool.RunAsync("hang"u8.ToArray());
        }

        return 0;
    default:
        return 64;
}
