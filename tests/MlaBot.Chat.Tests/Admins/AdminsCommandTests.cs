using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Admins;

public sealed class AdminsCommandTests
{
    [Fact]
    public async Task A_named_admin_is_listed_with_who_named_them_and_when()
    {
        await using var bot = await TestBot.StartAsync("2026-03-02T07:00Z");
        (await bot.TypeAsync("admins list")).Words().ShouldContain("Nobody is named.");

        (await AddAsync(bot, "u7", "Ana")).Words().ShouldStartWith("**Ana** may set me up from now on");

        (await bot.TypeAsync("admins list")).Words().ShouldContain("- **Ana**: named by root on {time:1772434800}");
        (await bot.Get<IAdminStore>().ContainsAsync(new LearnerKey(bot.Channel.Group, "u7"), default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_is_not_named_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await AddAsync(bot, "u7", "Ana");

        var card = await AddAsync(bot, "u7", "Ana");

        card.Tone.ShouldBe(CardTone.Caution);
        card.Words().ShouldStartWith("**Ana** is an admin already: named by root on");
    }

    [Fact]
    public async Task An_admin_is_taken_back_and_one_who_is_none_is_told_apart()
    {
        await using var bot = await TestBot.StartAsync();
        await AddAsync(bot, "u7", "Ana");

        (await bot.TypeAsync("admins remove", ("person", "u7"))).Words().ShouldStartWith("**Ana** is no named admin any more.");
        (await bot.TypeAsync("admins remove", ("person", "u7"))).Words().ShouldStartWith("That person is not a named admin.");
        (await bot.Get<IAdminStore>().ContainsAsync(new LearnerKey(bot.Channel.Group, "u7"), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Members_name_nobody()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.TypeAsync("admins add", "eve", isAdmin: false, ("person", "eve"))).Words().ShouldContain("is for admins of this channel");

        (await bot.Get<IAdminStore>().ListAsync(bot.Channel.Group, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_platform_has_no_such_command()
    {
        await using var bot = await TestBot.StartAsync();

        bot.Dispatcher.SpecsFor(bot.Platform.Name).Select(spec => spec.Name).ShouldContain("admins add");
        bot.Dispatcher.SpecsFor("elsewhere").Select(spec => spec.Name).ShouldNotContain("admins add");
    }

    private static Task<Card> AddAsync(TestBot bot, string id, string name) => bot.Dispatcher.HandleAsync(
        new ChatRequest("admins add", bot.Channel, "study", bot.User("root", isAdmin: true), new Dictionary<string, string>(StringComparer.Ordinal) { ["person"] = id })
        {
            Names = new Dictionary<string, string>(StringComparer.Ordinal) { [id] = name },
        },
        CancellationToken.None);
}
