using MlaBot.Chat.Cards;
using MlaBot.Chat.Home;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Home;

public sealed class HomeTests
{
    [Fact]
    public async Task An_empty_group_is_told_how_to_begin()
    {
        await using var bot = await TestBot.StartAsync();

        var card = await ShowAsync(bot, bot.Channel.Group);

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldContain("No channel is set up here yet.");
        card.Words().ShouldContain("No answer yet whose result is known.");
        card.Parts.OfType<Finder>().ShouldHaveSingleItem().ShouldBe(new Finder("service", "words", "Find a service"));
    }

    [Fact]
    public async Task It_shows_open_questions_of_all_channels_record_and_settings()
    {
        await using var bot = await TestBot.StartAsync();
        await SetUpAsync(bot, bot.Channel, "immediate");
        await SetUpAsync(bot, bot.Channel with { Id = "second" }, "at-close");

        var before = await ShowAsync(bot, bot.Channel.Group);
        before.Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain($"in #{bot.Channel.Id} "),
            words => words.ShouldContain("in #second "),
            words => words.ShouldContain("Not answered yet · open until {time:"),
            words => words.ShouldContain($"- #{bot.Channel.Id}: results at once and privately"),
            words => words.ShouldContain("- #second: results when a question closes"));
        var buttons = before.Parts.OfType<Choices>().SelectMany(row => row.Buttons).ToArray();
        buttons.Select(button => button.Label).ShouldBe(["Answer", "Answer"]);

        foreach (var button in buttons)
        {
            var question = await PressAsync(bot, button.Action, bot.Channel.Group);
            question.IsPrivate.ShouldBeTrue();
            await PressAsync(bot, question.Parts.OfType<Choices>().SelectMany(row => row.Buttons).First(each => each.Label == "I don't know").Action, bot.Channel.Group);
        }

        var after = await ShowAsync(bot, bot.Channel.Group);
        after.Parts.OfType<Choices>().SelectMany(row => row.Buttons).Select(button => button.Label).ShouldBe(["Show", "Your answer", "Show", "Your answer"]);
        after.Words().ShouldContain("1 question answered, 0 right at the first try.", Case.Sensitive, "a result that is told at close stays a secret");
        after.Words().ShouldContain("✓ Answered: I don't know");
        after.Words().ShouldContain("1 day, today included.");
    }

    [Fact]
    public async Task Nothing_of_another_group_is_shown_or_opened()
    {
        await using var bot = await TestBot.StartAsync();
        var other = new GroupKey(bot.Channel.Group.Platform, "other");
        await SetUpAsync(bot, bot.Channel, "immediate");
        await SetUpAsync(bot, new ChannelKey(other, "theirs"), "immediate");
        var mine = await ShowAsync(bot, bot.Channel.Group);
        var answer = mine.Parts.OfType<Choices>().Single().Buttons.Single().Action;
        var question = await PressAsync(bot, answer, bot.Channel.Group);
        await PressAsync(bot, question.Parts.OfType<Choices>().SelectMany(row => row.Buttons).First(each => each.Label == "I don't know").Action, bot.Channel.Group);

        var theirs = await ShowAsync(bot, other);

        mine.Words().ShouldNotContain("theirs");
        theirs.Words().ShouldNotContain($"#{bot.Channel.Id}");
        theirs.Parts.OfType<Choices>().SelectMany(row => row.Buttons).Select(button => button.Label).ShouldBe(["Answer"]);
        theirs.Words().ShouldContain("No answer yet whose result is known.");
        (await PressAsync(bot, answer, other)).Words().ShouldStartWith("I do not know that question here");
    }

    [Fact]
    public async Task A_planned_question_is_not_shown_early()
    {
        await using var bot = await TestBot.StartAsync();
        await SetUpAsync(bot, bot.Channel, "immediate");
        var planned = (await bot.Daily.RecentAsync(bot.Channel, 40, default)).First(post => post.State == Core.Daily.PostState.Planned);

        (await bot.TypeAsync("daily", ("question", planned.Id.ToString()))).Words().ShouldStartWith("There is no question");
    }

    [Fact]
    public async Task The_zone_says_where_it_comes_from()
    {
        await using var bot = await TestBot.StartAsync();
        await SetUpAsync(bot, bot.Channel, "immediate");
        (await bot.TypeAsync("streak")).Words().ShouldContain("Your zone: Europe/Berlin, as in this channel;");

        var user = bot.User("ana", isAdmin: false) with { Zone = "Asia/Tokyo" };
        await bot.Dispatcher.HandleAsync(
            new ChatRequest("freezes", bot.Channel, "study", user, new Dictionary<string, string>(StringComparer.Ordinal) { ["use"] = "off" }), default);
        (await bot.TypeAsync("streak", "ana", isAdmin: false)).Words().ShouldContain("Your zone: Asia/Tokyo, from your profile; /zone chooses another.");

        await bot.TypeAsync("zone", "ana", isAdmin: false, ("zone", "Europe/Paris"));
        (await bot.TypeAsync("streak", "ana", isAdmin: false)).Words().ShouldContain("Your zone: Europe/Paris, as you chose.");
        (await ShowAsync(bot, bot.Channel.Group)).Words().ShouldContain("A missed day uses no freeze; /freezes on changes that.");
    }

    private static async Task SetUpAsync(TestBot bot, ChannelKey channel, string feedback)
    {
        var admin = new ChatUser(new LearnerKey(channel.Group, "root"), "root", IsAdmin: true, IsBot: false);
        var setUp = await bot.Dispatcher.HandleAsync(
            new ChatRequest("setup", channel, channel.Id, admin, new Dictionary<string, string>(StringComparer.Ordinal) { ["zone"] = "Europe/Berlin", ["feedback"] = feedback }), default);
        setUp.Words().ShouldContain("This channel is set up");
        var schedule = (await bot.Daily.SchedulesAsync(channel, default))[0].Id.ToString();
        var now = await bot.Dispatcher.HandleAsync(
            new ChatRequest("schedule now", channel, channel.Id, admin, new Dictionary<string, string>(StringComparer.Ordinal) { ["schedule"] = schedule }), default);
        now.Tone.ShouldNotBe(CardTone.Caution, now.Words());
    }

    private static Task<Card> ShowAsync(TestBot bot, GroupKey group) =>
        bot.Get<HomeHandler>().ShowAsync(new ChatUser(new LearnerKey(group, "ana"), "ana", IsAdmin: false, IsBot: false), default);

    private static Task<Card> PressAsync(TestBot bot, ActionId action, GroupKey group) => bot.SendAsync(
        new ChatPress(action, [], new ChannelKey(group, ""), new ChatUser(new LearnerKey(group, "ana"), "ana", IsAdmin: false, IsBot: false)));
}
