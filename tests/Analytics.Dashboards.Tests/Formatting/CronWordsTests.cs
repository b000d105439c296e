// People read when a job runs, not an expression.
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Tests.Formatting;

public sealed class CronWordsTests
{
    private readonly CronWords words = new(PageServices.Texts);

    [Theory]
    [InlineData("0/3 * * * * ?", "每 3 秒")]
    [InlineData("* * * * * ?", "每 1 秒")]
    [InlineData("0 * * * * ?", "每 1 分钟")]
    [InlineData("0 0/15 * * * ?", "每 15 分钟")]
    [InlineData("0 */15 * * * ?", "每 15 分钟")]
    [InlineData("0 20 * * * ?", "每小时第 20 分")]
    [InlineData("0 5 0/6 * * ?", "每 6 小时（第 5 分）")]
    [InlineData("0 30 3 * * ?", "每天 03:30")]
    [InlineData("15 30 3 ? * *", "每天 03:30:15")]
    [InlineData("0 0 8 ? * MON", "每周一 08:00")]
    [InlineData("0 0 8 ? * mon-fri", "每周一至周五 08:00")]
    [InlineData("0 0 8 ? * 1,7", "每周日、周六 08:00")]
    [InlineData("0 0 8 31 * ?", "每月 31 日 08:00")]
    public void Usual_schedules_are_told_in_words(string cron, string expected) => Assert.Equal(expected, words.Say(cron));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0 30 3 * *")]
    [InlineData("0 30 3 * 1 ?")]
    [InlineData("0 30 3 L * ?")]
    [InlineData("0 30 3 ? * MON#2")]
    [InlineData("0 30 3 ? * 8")]
    [InlineData("0 7/15 * * * ?")]
    [InlineData("0 30 3 1 * MON")]
    public void Others_are_not_told_wrongly(string cron) => Assert.Null(words.Say(cron));
}
