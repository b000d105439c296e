// The program `analytics`. Started as a worker it reads foreign bytes and does nothing else.
using Analytics.App;
using Analytics.Etl.Reading;

if (args is not [ReadingWorker.Argument]) return await CommandLine.RunAsync(args);
// First of all: standard output belongs to the process that started this one.
await ReadingWorker.RunAsync();
return 0;
