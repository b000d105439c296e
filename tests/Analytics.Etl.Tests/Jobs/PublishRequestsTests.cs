// Decisions are shown together: a moment after the last of them, and not later than some time after the first.
using Analytics.Etl.Jobs;

namespace Analytics.Etl.Tests.Jobs;

public sealed class PublishRequestsTests
{
    private readonly Clock clock = new();
    private readonly PublishRequests requests;

    public PublishRequestsTests() => requests = new PublishRequests(new JobSettings { DecisionsRest = TimeSpan.FromSeconds(2), DecisionsAtLeast = TimeSpan.FromSeconds(5) }, clock);

    [Fact]
    public void Nothing_is_due_before_somebody_asks_and_after_a_publication_has_begun()
    {
        Assert.False(requests.IsDue);
        requests.Ask();
        clock.Pass(2);
        Assert.True(requests.IsDue);
        requests.Begin();
        Assert.False(requests.IsDue);
    }

    [Fact]
    public void Each_decision_waits_for_another_one_but_the_first_not_for_ever()
    {
        requests.Ask();
        for (var second = 1; second < 5; second++)
        {
            clock.Pass(1);
            requests.Ask();
            Assert.False(requests.IsDue);
        }
        clock.Pass(1);
        requests.Ask();
        Assert.True(requests.IsDue);
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset now = DateTimeOffset.UnixEpoch;

        public void Pass(int seconds) => now += TimeSpan.FromSeconds(seconds);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
