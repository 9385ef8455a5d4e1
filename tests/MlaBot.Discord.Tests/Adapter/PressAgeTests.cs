using MlaBot.Discord.Adapter;
using NodaTime;

namespace MlaBot.Discord.Tests.Adapter;

public sealed class PressAgeTests
{
    // The example of Discord's own documentation: 2016-04-30 11:18:25.796 UTC.
    private const string Id = "175928847299117063";
    private static readonly DateTimeOffset Taken = new(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(350, 350)]
    [InlineData(3000, 3000)]
    [InlineData(60_000, 3000)]
    [InlineData(-5000, 0)]
    public void The_age_of_a_press_is_what_its_id_says_and_at_most_three_seconds(int later, int milliseconds) =>
        PressAge.Of(Id, Taken.AddMilliseconds(later)).ShouldBe(Duration.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1")]
    public void An_id_that_is_no_number_has_no_age(string id) => PressAge.Of(id, Taken).ShouldBe(Duration.Zero);
}
