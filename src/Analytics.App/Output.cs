// Results go to standard output in UTF-8 whatever the locale says, and tables do not wrap in files.
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Analytics.App;

internal static class Output
{
    private const int WidthOfFiles = 10_000;

    public static StreamWriter Standard() => new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };

    public static void Write(TextWriter output, IRenderable table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        console.Write(table);
    }
}
