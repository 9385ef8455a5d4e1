using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Tests.Platform;

public sealed class ActionIdTests
{
    [Fact]
    public void An_id_reads_back_what_was_written()
    {
        var written = DailyActions.AnswerWith(new Core.Daily.PostId(482), "B");

        written.ToString().ShouldBe("daily.answer:482:B");
        ActionId.Parse(written.ToString()).ShouldBe(written);
        DailyActions.PostOf(written).ShouldBe(new Core.Daily.PostId(482));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something")]
    [InlineData("older:1:2")]
    public void Text_of_others_is_no_id(string text) => ActionId.Parse(text).ShouldBeNull();

    [Fact]
    public void Text_over_the_limit_is_no_id() => ActionId.Parse("daily.answer:" + new string('1', 100)).ShouldBeNull();

    [Fact]
    public void An_argument_with_a_colon_is_a_mistake_of_ours() =>
        Should.Throw<ArgumentException>(() => new ActionId("daily.answer", "1:2"));

    [Fact]
    public void An_id_over_the_limit_is_a_mistake_of_ours() =>
        Should.Throw<ArgumentException>(() => new ActionId("daily.answer", new string('x', 100)));
}
