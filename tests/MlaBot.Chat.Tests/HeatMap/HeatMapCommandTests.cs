using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.HeatMap;

/// <summary>The command over real answers in a real file.</summary>
public sealed class HeatMapCommandTests
{
    [Fact]
    public async Task A_task_appears_after_the_reveal_when_enough_people_answered()
    {
        await using var bot = await SetUpAsync();
        (await SaysAsync(bot)).ShouldContain("There is not enough yet for a map. A task appears as soon as 3 people gave 5 answers to its questions");
        (await SaysAsync(bot)).ShouldContain("A question counts after its reveal, and only when at least 3 people answered it.");
        await AnswerAsync(bot, 1, "ana:B ben:B chen:A dora:A emil:A");
        (await SaysAsync(bot)).ShouldContain("There is not enough yet for a map.", Case.Sensitive, "the key is still a secret");

        await bot.RunAsync(TimeSpan.FromHours(13), TimeSpan.FromMinutes(15));

        var card = await bot.TypeAsync("heatmap", "ana", isAdmin: false);
        card.IsPrivate.ShouldBeTrue();
        card.Parts.OfType<Picture>().Single().AltText.ShouldContain("Domain 1 40 %, cool");
        card.Parts.OfType<Table>().Single().Rows[0].ShouldBe(["Domain 1: Domain 1", "40 %, cool", "5", "5"]);
        Words(await bot.TypeAsync("heatmap", "ana", isAdmin: false, ("by", "services"), ("domain", "1"))).ShouldContain("Coldest now");
        Words(await bot.TypeAsync("heatmap", "ana", isAdmin: false, ("domain", "2"))).ShouldContain("not enough yet for a map of domain 2");
    }

    [Fact]
    public async Task Two_people_make_no_map_however_often_they_answer()
    {
        await using var bot = await SetUpAsync();
        for (var day = 0; day < 4; day++)
        {
            var open = (await bot.Daily.RecentAsync(bot.Channel, 20, default)).Where(post => post.State == PostState.Open);
            foreach (var post in open)
            {
                await AnswerAsync(bot, post.Id.Value, "ana:B ben:A");
            }

            await bot.RunAsync(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        }

        (await SaysAsync(bot)).ShouldContain("There is not enough yet for a map.");
    }

    [Theory]
    [InlineData("domain", "9", "MLA-C01 has no domain 9. Give one of 1, 2, 3, 4.")]
    [InlineData("domain", "*1*", "MLA-C01 has no domain *1*.")]
    [InlineData("by", "people", "\"people\" is no value for by. Give one of tasks, services.")]
    [InlineData("picks", "maybe", "\"maybe\" is no value for picks. Give one of on, off.")]
    public async Task Bad_input_is_answered_with_what_to_type(string option, string value, string words)
    {
        await using var bot = await SetUpAsync();

        Words(await bot.TypeAsync("heatmap", (option, value))).ShouldContain(words);
    }

    [Fact]
    public async Task A_channel_that_is_not_set_up_has_no_map_and_no_switch()
    {
        await using var bot = await TestBot.StartAsync();

        (await SaysAsync(bot)).ShouldContain("This channel is not set up yet. An admin types /setup first.");
        Words(await bot.TypeAsync("heatmap", ("picks", "on"))).ShouldContain("This channel is not set up yet.");
    }

    [Fact]
    public async Task In_a_private_chat_the_only_channel_of_the_group_is_meant_but_not_by_the_switch()
    {
        await using var bot = await SetUpAsync();

        Words(await PrivatelyAsync(bot)).ShouldContain("There is not enough yet for a map.");
        Words(await PrivatelyAsync(bot, ("picks", "on"))).ShouldContain("This channel is not set up yet.");
    }

    [Fact]
    public async Task The_switch_is_for_admins_and_outlives_restarts_and_other_settings()
    {
        await using var bot = await SetUpAsync();
        Words(await bot.TypeAsync("heatmap", "ana", isAdmin: false, ("picks", "on"))).ShouldContain("The option picks is for admins of this channel.");
        Words(await bot.TypeAsync("heatmap", ("picks", "on"), ("domain", "1"))).ShouldContain("holds for the whole channel");
        (await bot.Channels.FindAsync(bot.Channel, default))!.PicksColdest.ShouldBeFalse();

        Words(await bot.TypeAsync("heatmap", ("picks", "ON"))).ShouldContain("come from the coldest cells");
        await bot.TypeAsync("setup", ("zone", "Europe/Berlin"));
        await bot.RestartAsync();

        (await bot.Channels.FindAsync(bot.Channel, default))!.PicksColdest.ShouldBeTrue();
        Words(await bot.TypeAsync("heatmap")).ShouldContain("The next questions follow the coldest cells: on");
        Words(await bot.TypeAsync("heatmap", ("picks", "off"))).ShouldContain("follow the exam's blueprint alone");
        (await bot.Channels.FindAsync(bot.Channel, default))!.PicksColdest.ShouldBeFalse();
    }

    [Fact]
    public async Task Switched_on_the_next_question_comes_from_the_coldest_task_and_its_preview_says_why()
    {
        await using var bot = await SetUpAsync();
        await bot.TypeAsync("heatmap", ("picks", "on"));
        // Two questions of domain 1 follow the blueprint: the first is answered wrongly by all, the second rightly.
        var cold = await DayAsync(bot, "A");
        var warm = await DayAsync(bot, "B");
        cold.ShouldNotBe(warm);
        await bot.TypeAsync("schedule swap", ("schedule", "1"));

        var planned = (await bot.Daily.LatestAsync(new ScheduleId(1), default))!;

        bot.Content.Current.Item(planned.Item)!.Task.Value.ShouldBe(cold);
        Words(await bot.TypeAsync("schedule preview", ("schedule", "1"))).ShouldContain($"Picked first because the group is cold at task {cold}:");
        await bot.RunAsync(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        (await bot.Daily.FindPostAsync(planned.Id, default))!.Note.ShouldBeEmpty("what was sent keeps no note");
    }

    /// <summary>Lets the next question of domain 1 come, has five people pick an option, and waits for its reveal.</summary>
    /// <returns>Its task.</returns>
    private static async Task<string> DayAsync(TestBot bot, string picked)
    {
        var post = (await bot.Daily.RecentAsync(bot.Channel, 50, default)).First(each => each.State == PostState.Open && each.Schedule == new ScheduleId(1));
        await AnswerAsync(bot, post.Id.Value, string.Join(' ', new[] { "ana", "ben", "chen", "dora", "emil" }.Select(name => $"{name}:{picked}")));
        await bot.RunAsync(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        return bot.Content.Current.Item(post.Item)!.Task.Value;
    }

    private static async Task<TestBot> SetUpAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "UTC"), ("time", "09:00"));
        await bot.RunAsync(TimeSpan.FromHours(2.5), TimeSpan.FromMinutes(15));
        return bot;
    }

    private static async Task AnswerAsync(TestBot bot, long post, string answers)
    {
        foreach (var answer in answers.Split(' '))
        {
            await bot.Get<RecordAnswer>().HandleAsync(
                new PostId(post),
                bot.User(answer.Split(':')[0], isAdmin: false).Key,
                answer.Split(':')[0],
                (_, _) => new Answer.Picked([new PartId(answer.Split(':')[1].ToLowerInvariant())]),
                CancellationToken.None);
        }
    }

    private static Task<Card> PrivatelyAsync(TestBot bot, params (string Name, string Value)[] options) => bot.Get<ChatDispatcher>().HandleAsync(
        new ChatRequest("heatmap", bot.Channel with { Id = "private" }, "", bot.User("root", isAdmin: true), options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
        CancellationToken.None);

    private static async Task<string> SaysAsync(TestBot bot) => Words(await bot.TypeAsync("heatmap", "ana", isAdmin: false));

    private static string Words(Card card) => string.Join('\n', card.Parts.Select(part => part switch
    {
        Section section => section.Markdown,
        ContextLine line => line.Markdown,
        _ => "",
    }));
}
