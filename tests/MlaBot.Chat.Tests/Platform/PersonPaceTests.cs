using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Platform;

public sealed class PersonPaceTests
{
    private static readonly LearnerKey Ana = new(new GroupKey("discord", "1"), "ana");
    private static readonly LearnerKey Ben = new(new GroupKey("discord", "1"), "ben");

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void One_who_hammers_is_too_fast_once_then_still_and_others_are_not()
    {
        var pace = new PersonPace(_clock);

        Enumerable.Range(0, PersonPace.Most).Select(_ => pace.Count(Ben)).ShouldAllBe(found => found == Pace.Fine);
        pace.Count(Ben).ShouldBe(Pace.TooFast);
        pace.Count(Ben).ShouldBe(Pace.StillTooFast);
        pace.Count(Ana).ShouldBe(Pace.Fine);
    }

    [Fact]
    public void After_the_window_all_begins_anew()
    {
        var pace = new PersonPace(_clock);
        for (var press = 0; press <= PersonPace.Most; press++)
        {
            pace.Count(Ben);
        }

        _clock.Advance(PersonPace.Window - TimeSpan.FromTicks(1));
        pace.Count(Ben).ShouldBe(Pace.StillTooFast);
        _clock.Advance(TimeSpan.FromTicks(1));

        pace.Count(Ben).ShouldBe(Pace.Fine);
    }
}
