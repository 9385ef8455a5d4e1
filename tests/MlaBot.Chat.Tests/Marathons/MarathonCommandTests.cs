using MlaBot.Chat.Cards;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Marathons;

public sealed class MarathonCommandTests
{
    [Theory]
    [InlineData("days", "1", "A challenge over several days has 2 to 31 days. Give a whole number, such as 7.")]
    [InlineData("days", "32", "A challenge over several days has 2 to 31 days.")]
    [InlineData("days", "a week", "A challenge over several days has 2 to 31 days.")]
    [InlineData("title", "0123456789012345678901234567890123456789012345678901234567890", "A title has at most 60 characters.")]
    [InlineData("from", "2026-03-01", "2026-03-01 is over. Give today, tomorrow or a later date")]
    [InlineData("from", "2026-06-01", "2026-06-01 is more than 60 days ahead.")]
    [InlineData("from", "soon", "\"soon\" is not a date.")]
    [InlineData("standings", "maybe", "\"maybe\" is no value for standings.")]
    public async Task Bad_input_gets_a_sentence_that_helps_and_starts_nothing(string option, string value, string words)
    {
        await using var bot = await SetUpAsync();

        var card = await bot.TypeAsync("marathon start", option == "days" ? [(option, value)] : [("days", "7"), (option, value)]);

        card.Words().ShouldStartWith(words);
        card.Tone.ShouldBe(CardTone.Caution);
        (await bot.TypeAsync("marathon show")).Words().ShouldStartWith("No challenge over several days is planned or running here.");
    }

    [Fact]
    public async Task Admins_start_and_stop_and_everybody_may_look()
    {
        await using var bot = await SetUpAsync();

        (await bot.TypeAsync("marathon start", "ada", isAdmin: false, ("days", "7"))).Words().ShouldStartWith("/marathon start is for admins");
        (await bot.TypeAsync("marathon start", ("days", "7"), ("title", " Two \n **weeks** ")))
            .Words().ShouldStartWith("**Two ＊＊weeks＊＊** is planned: 2026-03-03 to 2026-03-09.");
        (await bot.TypeAsync("marathon start", ("days", "7"))).Words().ShouldStartWith("A challenge over several days is planned or running here already");
        (await bot.TypeAsync("marathon show", "ada", isAdmin: false)).Words().ShouldContain("It has not begun. Nothing to join");
        (await bot.TypeAsync("marathon stop", "ada", isAdmin: false)).Words().ShouldStartWith("/marathon stop is for admins");
        (await bot.TypeAsync("marathon stop")).Words().ShouldContain("is taken back; it had not been announced yet.");
        (await bot.TypeAsync("marathon stop")).Words().ShouldStartWith("No challenge over several days is planned or running here.");
        (await bot.TypeAsync("marathon show", ("when", "last"))).Words().ShouldStartWith("No challenge over several days has ended here yet.");
    }

    [Fact]
    public async Task A_channel_without_running_questions_has_no_challenge()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.TypeAsync("marathon start", ("days", "7"))).Words().ShouldStartWith("This channel is not set up yet.");
        await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("time", "09:00"));
        foreach (var schedule in await bot.Daily.SchedulesAsync(bot.Channel, default))
        {
            await bot.TypeAsync("schedule pause", ("schedule", schedule.Id.ToString()));
        }

        (await bot.TypeAsync("marathon start", ("days", "7"))).Words().ShouldStartWith("No daily question is running in this channel");
    }

    private static async Task<TestBot> SetUpAsync()
    {
        var bot = await TestBot.StartAsync();
        (await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("time", "09:00"))).Words().ShouldContain("This channel is set up");
        return bot;
    }
}
