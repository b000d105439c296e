// `synth DIR`: facts of a made-up country, with the answer key to the faults seeded in them.
using System.CommandLine;
using System.Globalization;
using Analytics.Catalog;
using Analytics.Synthetic;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App.Commands;

internal static class SynthCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write to." };
        var agencies = new Option<int>("--agencies") { Description = "How many agencies report.", Required = true };
        var years = new Option<string>("--years") { Description = "Report years, as in 2019-2024.", Required = true };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same data.", DefaultValueFactory = _ => 1 };
        var documents = new Option<bool>("--documents") { Description = "Also write a document for each report, in all formats, to DIR/documents." };
        var hostile = new Option<double>("--hostile") { Description = "With --documents: how many of a hundred are followed by a broken or misleading one." };
        var command = new Command("synth", "Write facts of a made-up country, marked synthetic throughout, with the answer key to the faults seeded in them.") { folder, agencies, years, seed, documents, hostile };
        command.SetAction((arguments, _) => RunAsync(
            arguments.GetRequiredValue(folder), arguments.GetRequiredValue(agencies), arguments.GetRequiredValue(years), arguments.GetRequiredValue(seed),
            arguments.GetValue(documents), arguments.GetValue(hostile)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, int agencies, string years, int seed, bool hasDocuments, double hostile)
    {
        var span = years.Split('-').Select(year => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && ReportYear.IsYear(value) ? value : 0).ToList();
        if (span.Count is not (1 or 2) || span.Contains(0)) return await WrongAsync($"“{years}”不是年度范围：请写成 2019-2024。");
        var plan = new SyntheticPlan(seed, agencies, new ReportYear(span[0]), new ReportYear(span[^1]));
        if (plan.Problem(CatalogData.Current) is { } problem) return await WrongAsync(problem);
        if (hostile is < 0 or > 100 || (hostile > 0 && !hasDocuments)) return await WrongAsync("--hostile 应为 0 至 100，并与 --documents 一同使用。");
        var documents = hasDocuments ? new DocumentFolder(Path.Combine(folder, "documents"), new SyntheticDocuments(CatalogData.Current, seed, hostile)) : null;
        var done = 0;
        var written = await Progress.ShowAsync("writing", agencies, progress =>
            Task.Run(() => new SyntheticFiles(CatalogData.Current, plan).Write(folder, agency =>
            {
                documents?.Write(agency);
                progress?.Report(++done);
            })));
        await using var output = Output.Standard();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{folder}: {written.Agencies} agencies, {written.Reports} reports, {written.Facts} facts, {written.Seeded.Values.Sum()} seeded faults{(documents is null ? "" : $", {documents.Count} documents")}. All of it is made up (合成数据，非真实报告)."));
        return 0;
    }

    private static async Task<int> WrongAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCodes.WrongArguments;
    }
}
