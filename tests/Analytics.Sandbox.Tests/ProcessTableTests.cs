// The names of programs are chosen by others; the table must not be misread by one.

namespace Analytics.Sandbox.Tests;

public sealed class ProcessTableTests
{
    [Fact]
    public void A_program_named_like_a_row_does_not_pass_for_one()
    {
        var line = "42 (a) R 1 1 1 (x) S 7 8 9 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 555 1000 3 18446744073709551615 0 0"u8;
        var row = ProcessTable.Parse(42, line);
        Assert.Equal(new ProcessRow(new ProcessKey(42, 555), 7, 9, 3 * Environment.SystemPageSize, false), row);
    }

    [Fact]
    public void A_line_that_is_cut_is_no_row() => Assert.Null(ProcessTable.Parse(42, "42 (a) R 1 1"u8));

    [Fact]
    public void This_process_is_in_the_table_with_its_memory()
    {
        var row = Assert.Single(ProcessTable.Read(), row => row.Key.Id == Environment.ProcessId);
        Assert.InRange(row.Resident, 10 << 20, long.MaxValue);
        Assert.False(row.IsDead);
    }
}
