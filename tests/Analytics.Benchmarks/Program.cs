// Runs the benchmarks: dotnet run -c Release --project tests/Analytics.Benchmarks -- --filter '*'
// the one of the whole country: … -- country (12000 agencies, 10 years, beside PostgreSQL), … -- country 120000 10 alone
// the one of the jobs: … -- jobs (5000 documents)
// the one of many people at once: … -- circuits (200 for 180 s on 12000 agencies, 10 years)
// and the one of reading, which needs processes of its own: … -- reading, or of some formats only: … -- reading docx pdf
using Analytics.Benchmarks.Circuits;
using Analytics.Benchmarks.Country;
using Analytics.Benchmarks.Jobs;
using Analytics.Benchmarks.Reading;
using Analytics.Etl.Reading;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

if (args is [ReadingWorker.Argument])
{
    await ReadingWorker.RunAsync();
    return;
}

if (args is [ReadingBenchmark.Argument, .. var kinds])
{
    await ReadingBenchmark.RunAsync(kinds);
    return;
}

if (args is [JobsBenchmark.Argument, .. var documents])
{
    await JobsBenchmark.RunAsync(documents);
    return;
}

if (args is [CircuitsBenchmark.Argument, .. var circuits])
{
    await CircuitsBenchmark.RunAsync(circuits);
    return;
}

if (args is [CountryBenchmark.Argument, .. var size])
{
    await CountryBenchmark.RunAsync(size);
    return;
}

// In process: the native library and the package layout of the build stay as they are.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
