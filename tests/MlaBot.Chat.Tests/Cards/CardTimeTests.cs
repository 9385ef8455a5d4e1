using MlaBot.Chat.Cards;
using NodaTime;

namespace MlaBot.Chat.Tests.Cards;

public sealed class CardTimeTests
{
    private static readonly Instant Nine = Instant.FromUtc(2050, 3, 7, 9, 0);

    [Fact]
    public void Words_and_instants_come_in_their_order()
    {
        CardTime.Read($"From {CardTime.Token(Nine)} on").ShouldBe([("From ", null), (CardTime.Token(Nine), Nine), (" on", null)]);
        CardTime.Read("No time").ShouldBe([("No time", null)]);
        CardTime.Read("").ShouldBeEmpty();
        CardTime.Replace($"From {CardTime.Token(Nine)} on", instant => $"{instant.InUtc().Hour} h").ShouldBe("From 9 h on");
    }

    [Theory]
    [InlineData("{time:999999999999}")]
    [InlineData("{time:}")]
    [InlineData("{time:-1}")]
    [InlineData("{time:1234567890123}")]
    [InlineData("{time:\u0661\u0662}")]
    public void What_only_a_person_can_have_typed_stays_text(string typed)
    {
        CardTime.Read(typed).ShouldBe([(typed, null)]);
        CardTime.Replace(typed, _ => "never").ShouldBe(typed);
    }
}
