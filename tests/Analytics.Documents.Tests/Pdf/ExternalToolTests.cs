// A tool that hangs, floods or is missing must not take the reader with it.
using System.Diagnostics;
using Analytics.Documents.Pdf;

namespace Analytics.Documents.Tests.Pdf;

public sealed class ExternalToolTests
{
    [Fact]
    public void A_tool_that_hangs_is_killed()
    {
        var clock = Stopwatch.StartNew();

        var error = Assert.Throws<UnreadableDocumentException>(() => new ExternalTool("sleep", "coreutils").Run(["60"], TimeSpan.FromMilliseconds(200), 1_000));

        Assert.Contains("超时", error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Its_children_are_killed_with_it()
    {
        var mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.Throws<UnreadableDocumentException>(() => new ExternalTool("sh", "dash").Run(["-c", $"sleep 60 & echo $! > {mark}; wait"], TimeSpan.FromSeconds(1), 1_000));

        var child = Path.Combine("/proc", File.ReadAllText(mark).Trim());
        File.Delete(mark);
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(child), TimeSpan.FromSeconds(30)), "The child outlived its parent.");
    }

    [Fact]
    public void A_tool_that_floods_is_stopped()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => new ExternalTool("yes", "coreutils").Run([], TimeSpan.FromSeconds(60), 2_000_000));

        Assert.Contains("过大", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_tool_is_named_with_its_package()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => new ExternalTool("pdf-no-such-tool", "poppler-utils").Run([], TimeSpan.FromSeconds(1), 1));

        Assert.Contains("poppler-utils", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_work_folder_goes_with_its_files()
    {
        string path;
        using (var folder = new WorkFolder())
        {
            path = folder.Write("a", [1]);
            Assert.True(File.Exists(path));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }
}
