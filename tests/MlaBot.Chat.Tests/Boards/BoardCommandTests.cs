using MlaBot.Chat.Cards;
using MlaBot.Chat.Home;
using MlaBot.Core.Daily;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Boards;

public sealed class BoardCommandTests
{
    [Fact]
    public async Task A_board_ranks_by_points_and_shows_the_own_line_privately()
    {
        await using var bot = await ThreeDaysAsync();

        var card = await bot.TypeAsync("board", "ben", isAdmin: false);

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldStartWith("Board: Week 2026-03-02 to 2026-03-08\n3 people took part; 3 of them have the 3 answers that a rank takes."),
            words => words.ShouldContain("1 | ada | 30 | 3 of 3 (100 %)\n2 | ben (you) | 14 | 1 of 3 (33 %)\n3 | cy | 6 | 0 of 3 (0 %)"),
            words => words.ShouldContain("**You**: 14 points, 1 of 3 (33 %) right. Rank 2 of 3."),
            words => words.ShouldContain("Group streak: 3 days"),
            words => words.ShouldContain("10 points for a right first answer, 2 for taking part"));
        (await bot.TypeAsync("board", "cy", isAdmin: false)).Words().ShouldNotContain("ahead of 0 %", Case.Sensitive, "no word of shame");
    }

    [Fact]
    public async Task Streak_and_home_say_the_place_of_the_week_in_a_line()
    {
        await using var bot = await ThreeDaysAsync();

        (await bot.TypeAsync("streak", "ben", isAdmin: false)).Words().ShouldContain("This week: 14 points, rank 2 of 3. /board shows more.");
        (await bot.Get<HomeHandler>().ShowAsync(bot.User("ben", isAdmin: false), default)).Words().ShouldContain("This week: 14 points, rank 2 of 3.");
        (await bot.TypeAsync("streak", "nobody", isAdmin: false)).Words().ShouldNotContain("This week");
    }

    [Fact]
    public async Task The_third_day_brings_a_milestone_with_the_answer_and_once()
    {
        await using var bot = await SetUpAsync();
        await DayAsync(bot, ("ada", "B"));
        await DayAsync(bot, ("ada", "B"));
        var open = await NextAsync(bot);

        (await AnswerAsync(bot, open, "ada", "A")).Words().ShouldContain("**Milestone:** 3 days in a row.");
        (await AnswerAsync(bot, open, "ada", "A")).Words().ShouldNotContain("Milestone");
        (await bot.TypeAsync("record", "ada", isAdmin: false)).Words().ShouldSatisfyAllConditions(
            words => words.ShouldStartWith("Your record in #study\n3 questions answered, 2 of 3 (67 %) right at the first try.\nBars"),
            words => words.ShouldContain("Milestones: 3 days in a row ({time:"),
            words => words.ShouldContain("The next one: 25 questions answered; you have 3."));
        bot.Platform.Messages.ShouldNotContain(message => message.Marker.StartsWith("milestone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_chooses_self_is_gone_from_the_boards_of_others()
    {
        await using var bot = await ThreeDaysAsync();

        (await bot.TypeAsync("me board", "ada", isAdmin: false, ("visibility", "self"), ("alias", "Blue Heron"))).Words()
            .ShouldStartWith("Noted. Boards neither name nor count you; only you see your line. Your alias is Blue Heron.");

        var others = (await bot.TypeAsync("board", "ben", isAdmin: false)).Words();
        others.ShouldStartWith("Board: Week 2026-03-02 to 2026-03-08\n2 people took part so far. From 3 on there are ranks.");
        others.ShouldNotContain("ada");
        others.ShouldNotContain("Heron");
        (await bot.TypeAsync("board", "ada", isAdmin: false)).Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain("You see your own line alone"), words => words.ShouldContain("**You**: 30 points"), words => words.ShouldNotContain("ben"));
        (await bot.TypeAsync("me board", "ada", isAdmin: false, ("visibility", "everyone"))).Words().ShouldStartWith("Noted. Boards name you Blue Heron.");
        (await bot.TypeAsync("board", "ben", isAdmin: false)).Words().ShouldContain("1 | Blue Heron | 30");
        (await bot.TypeAsync("me board", "ada", isAdmin: false, ("alias", "none"))).Words().ShouldStartWith("Noted. Boards name you by your usual name.");
    }

    [Theory]
    [InlineData("board", "when", "tomorrow", "\"tomorrow\" is no time of a board. Write now, last, or a date such as 2026-03-02.")]
    [InlineData("board", "when", "2030-01-01", "2030-01-01 is still to come.")]
    [InlineData("board", "when", "2020-01-01", "I have no board of that time here.")]
    [InlineData("board", "period", "day", "\"day\" is no value for period.")]
    [InlineData("me board", "alias", "@everyone", "An alias has letters, digits, blanks, dots, dashes and apostrophes")]
    [InlineData("me board", "visibility", "no", "\"no\" is no value for visibility.")]
    [InlineData("boards", "quorum", "120", "\"120\" is no quorum. Give a whole percentage from 50 to 100")]
    [InlineData("boards", "quorum", "six", "\"six\" is no quorum.")]
    public async Task Bad_input_gets_a_sentence_that_helps(string command, string option, string value, string words)
    {
        await using var bot = await SetUpAsync();

        var card = await bot.TypeAsync(command, (option, value));

        card.Words().ShouldStartWith(words);
        card.Tone.ShouldBe(CardTone.Caution);
    }

    [Fact]
    public async Task Admins_choose_what_the_channel_is_told()
    {
        await using var bot = await SetUpAsync();

        (await bot.TypeAsync("boards", "ben", isAdmin: false, ("week", "on"))).Words().ShouldStartWith("/boards is for admins");
        (await bot.TypeAsync("boards")).Words().ShouldContain("of a week: off; of a month: on; of a season: on");
        (await bot.TypeAsync("boards", ("week", "on"), ("quorum", "75 %"))).Words().ShouldContain("of a week: on");
        (await bot.TypeAsync("boards")).Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain("Group streak: 75 % of the members"), words => words.ShouldContain("a new quorum holds for the days before as well"));
    }

    [Fact]
    public async Task A_channel_without_set_up_has_no_boards()
    {
        await using var bot = await TestBot.StartAsync();

        foreach (var command in new[] { "board", "record", "boards" })
        {
            (await bot.TypeAsync(command)).Words().ShouldStartWith("This channel is not set up yet.");
        }
    }

    [Theory]
    [InlineData("**bold**", "＊＊bold＊＊")]
    [InlineData("`code`", "ˋcodeˋ")]
    [InlineData("[x](https://y.z)", "［x](https://y.z)")]
    [InlineData("{time:1795000000}", "｛time:1795000000}")]
    [InlineData("a\nb", "a b")]
    [InlineData(" ", "someone")]
    public void A_name_is_never_read_as_a_mark(string name, string shown)
    {
        PlainName.Of(name).ShouldBe(shown);
        CardMarkdown.Read(shown).ShouldHaveSingleItem().Mark.ShouldBe(MarkdownMark.None);
    }

    private static async Task<TestBot> SetUpAsync()
    {
        var bot = await TestBot.StartAsync();
        (await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("time", "09:00"), ("open", "8"))).Words().ShouldContain("This channel is set up");
        foreach (var schedule in (await bot.Daily.SchedulesAsync(bot.Channel, default)).Skip(1))
        {
            await bot.TypeAsync("schedule remove", ("schedule", schedule.Id.ToString()));
        }

        return bot;
    }

    private static async Task<TestBot> ThreeDaysAsync()
    {
        var bot = await SetUpAsync();
        await DayAsync(bot, ("ada", "B"), ("ben", "B"), ("cy", "A"));
        await DayAsync(bot, ("ada", "B"), ("ben", "A"), ("cy", "A"));
        await DayAsync(bot, ("ada", "B"), ("ben", "A"), ("cy", "A"));
        return bot;
    }

    /// <summary>Waits for the next question, lets people answer, and waits for its reveal.</summary>
    private static async Task DayAsync(TestBot bot, params (string User, string Option)[] answers)
    {
        var post = await NextAsync(bot);
        foreach (var (user, option) in answers)
        {
            await AnswerAsync(bot, post, user, option);
        }

        while (await FindOpenAsync(bot) is not null)
        {
            await bot.RunAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20));
        }

        await bot.RunAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
    }

    /// <summary>Answers in the letters of the pack; B is right.</summary>
    private static Task<Card> AnswerAsync(TestBot bot, DailyPost post, string user, string option) => bot.TypeAsync(
        "answer", user, isAdmin: false, ("question", $"{post.Number}"), ("letters", post.Presentation.LetterOf(new(option.ToLowerInvariant()))));

    private static async Task<DailyPost> NextAsync(TestBot bot)
    {
        while (true)
        {
            if (await FindOpenAsync(bot) is { } open)
            {
                return open;
            }

            await bot.RunAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20));
        }
    }

    private static async Task<DailyPost?> FindOpenAsync(TestBot bot) =>
        (await bot.Daily.RecentAsync(bot.Channel, 10, default)).FirstOrDefault(post => post.State is PostState.Open or PostState.Closing);
}
