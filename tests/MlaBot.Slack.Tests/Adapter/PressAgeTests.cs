using MlaBot.Slack.Adapter;
using NodaTime;

namespace MlaBot.Slack.Tests.Adapter;

public sealed class PressAgeTests
{
    private static readonly DateTimeOffset Taken = DateTimeOffset.FromUnixTimeMilliseconds(1_548_426_417_840);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(350, 350)]
    [InlineData(60_000, 3000)]
    [InlineData(-5000, 0)]
    public void The_age_of_a_press_is_what_its_payload_says_and_at_most_three_seconds(int later, int milliseconds) =>
        PressAge.Of("1548426417.840180", Taken.AddMilliseconds(later)).ShouldBe(Duration.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData(0, 500)]
    [InlineData(200, 700)]
    [InlineData(60_000, 3000)]
    public void A_form_is_half_a_second_older_than_its_arrival_and_at_most_three_seconds(int here, int milliseconds) =>
        PressAge.OfForm(TimeSpan.FromMilliseconds(here)).ShouldBe(Duration.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("99999999999999999999999999")]
    public void A_text_that_is_no_time_has_no_age(string taken) => PressAge.Of(taken, Taken).ShouldBe(Duration.Zero);
}
