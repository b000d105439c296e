// When recurring jobs run: as the program has it, as a person sets it, also after a restart.
using Analytics.Etl.Jobs;

namespace Analytics.Etl.Tests.Jobs;

public sealed class JobSchedulesTests
{
    [Fact]
    public async Task A_schedule_that_is_set_counts_at_once_and_after_a_restart()
    {
        await using var reading = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(reading);
        await Engine.UntilAsync(async () => (await engine.Schedules.AllAsync(default)).All(schedule => schedule is { IsEnabled: true, ChangedBy: null, Next: not null }));

        await engine.Schedules.SetAsync("inbox", "0 0 3 * * ?", true, "张三", default);
        await engine.Schedules.SetAsync("retention", "0 0 3 * * ?", false, "张三", default);
        await AssertAsync();
        await engine.RestartAsync(reading);
        await Engine.UntilAsync(async () => (await engine.Schedules.AllAsync(default)).Single(schedule => schedule.Job == "inbox").Next is not null);
        await AssertAsync();

        async Task AssertAsync()
        {
            var schedules = (await engine.Schedules.AllAsync(default)).ToDictionary(schedule => schedule.Job, StringComparer.Ordinal);
            var inbox = schedules["inbox"];
            Assert.Equal(("0 0 3 * * ?", true, "张三", 3), (inbox.Cron, inbox.IsEnabled, inbox.ChangedBy, inbox.Next!.Value.ToLocalTime().Hour));
            Assert.Equal((false, null), (schedules["retention"].IsEnabled, schedules["retention"].Next));
        }
    }

    [Theory]
    [InlineData("inbox", "每天三点", "六段")]
    [InlineData("inbox", "* * * * *", "六段")]
    [InlineData("no such job", "0 0 3 * * ?", "no such job")]
    public async Task What_cannot_be_is_refused_and_nothing_is_changed(string job, string cron, string said)
    {
        await using var reading = Engine.Reading((request, _) => Task.FromResult(request));
        await using var engine = await Engine.StartAsync(reading);
        var refused = await Assert.ThrowsAsync<ScheduleRefusedException>(() => engine.Schedules.SetAsync(job, cron, true, "张三", default));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.All(await engine.Schedules.AllAsync(default), schedule => Assert.Null(schedule.ChangedBy));
    }
}
