// The option that all commands with a warehouse share.
using System.CommandLine;

namespace Analytics.App.Commands;

internal static class DataOption
{
    public static Option<string> Create() => new("--data") { Description = "Data folder.", DefaultValueFactory = _ => "data" };
}
