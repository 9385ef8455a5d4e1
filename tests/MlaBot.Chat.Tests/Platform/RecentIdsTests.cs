using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Tests.Platform;

public sealed class RecentIdsTests
{
    [Fact]
    public void An_id_is_new_once_and_again_when_it_was_pushed_out()
    {
        var recent = new RecentIds(2);

        recent.Add("a").ShouldBeTrue();
        recent.Add("a").ShouldBeFalse();
        recent.Add("b").ShouldBeTrue();
        recent.Add("c").ShouldBeTrue();
        recent.Add("b").ShouldBeFalse();
        recent.Add("a").ShouldBeTrue();
    }
}
