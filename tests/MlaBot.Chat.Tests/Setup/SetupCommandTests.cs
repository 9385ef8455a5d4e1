using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Setup;

/// <summary>The set-up in one go, and what starts paused schedules again.</summary>
public sealed class SetupCommandTests
{
    private static readonly ChannelFinding Missing = new("Send Messages", IsGood: false, "Allow Send Messages for my role.");

    [Fact]
    public async Task With_options_it_saves_in_one_go_and_tells_what_is_missing()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Findings = [Missing];

        var card = await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("thread", "on"), ("silent", "on"), ("mention", "r1"));

        card.Words().ShouldContain("This channel is set up");
        card.Words().ShouldContain("✗ Send Messages: Allow Send Messages for my role.");
        card.Tone.ShouldBe(CardTone.Caution);
        var channel = (await bot.Channels.FindAsync(bot.Channel, default))!;
        channel.Posting.ShouldBe(new PostingStyle(OpensThread: true, IsSilent: true, "r1"));
        channel.SetUpBy.ShouldBe("root");
    }

    [Fact]
    public async Task What_is_not_named_stays()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("thread", "on"), ("mention", "r1"));

        await bot.TypeAsync("setup", ("thread", "off"));

        (await bot.Channels.FindAsync(bot.Channel, default))!.Posting.ShouldBe(new PostingStyle(OpensThread: false, IsSilent: false, "r1"));
    }

    [Fact]
    public async Task A_time_for_a_channel_that_has_schedules_is_not_dropped_in_silence()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.TypeAsync("setup", ("zone", "UTC"), ("time", "09:00"))).Words().ShouldNotContain("keep their times");

        var same = await bot.TypeAsync("setup", ("time", "09:00"));
        var other = await bot.TypeAsync("setup", ("time", "18:30"), ("open", "8"));

        same.Words().ShouldNotContain("keep their times");
        other.Words().ShouldStartWith("Settings saved\n! The schedules keep their times");
        other.Words().ShouldContain("type /schedule change <schedule> <time> in that channel");
        other.Words().ShouldContain("stays open for 8 hours");
        other.Tone.ShouldBe(CardTone.Caution);
        (await bot.Daily.SchedulesAsync(bot.Channel, default))[0].At.ShouldBe(new(9, 0));
    }

    [Fact]
    public async Task Another_channel_that_cannot_be_posted_to_is_not_set_up()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Findings = [Missing];

        (await bot.TypeAsync("setup", ("channel", "typo"))).Words().ShouldContain("Nothing was saved.");

        (await bot.Channels.AllAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_can_be_pressed_it_needs_no_options_to_save()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.HasControls = false;

        (await bot.TypeAsync("setup")).Words().ShouldContain("This channel is set up");

        (await bot.Daily.SchedulesAsync(bot.Channel, default)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Schedules_start_again_only_when_the_channel_is_good()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "UTC"));
        await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I may not write here.", default);
        bot.Platform.Findings = [Missing];

        (await bot.TypeAsync("schedule resume", ("schedule", "1"))).Words().ShouldContain("✗ Send Messages: Allow Send Messages for my role.");
        (await bot.TypeAsync("schedule resume", ("schedule", "all"))).Words().ShouldContain("Nothing was started.");
        (await bot.Daily.SchedulesAsync(bot.Channel, default)).ShouldAllBe(schedule => schedule.IsPaused);
        bot.Platform.Findings = [];
        (await bot.TypeAsync("schedule resume", ("schedule", "2"))).Words().ShouldContain("Schedule 2 runs.");
        (await bot.Daily.SchedulesAsync(bot.Channel, default)).Count(schedule => schedule.IsPaused).ShouldBe(3);
        await bot.TypeAsync("schedule resume", ("schedule", "all"));

        (await bot.Daily.SchedulesAsync(bot.Channel, default)).ShouldAllBe(schedule => !schedule.IsPaused);
        (await bot.TypeAsync("schedule resume", ("schedule", "soon"))).Words().ShouldContain("\"soon\" is not the number of a schedule.");
    }

    [Fact]
    public async Task A_group_that_takes_the_bot_back_is_told_once_that_everything_is_paused()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "UTC"));
        var pause = bot.Get<PauseSchedules>();
        await pause.GroupAsync(bot.Channel.Group, "I was removed from the server.", default);
        await bot.RestartAsync();

        (await bot.TypeAsync("help", "ana", isAdmin: false)).Words().ShouldNotContain("I was away");
        (await bot.TypeAsync("rest", ("days", "weekend"))).Words().ShouldContain("I was away from this group, so these channels are paused: #study.");
        (await bot.TypeAsync("rest", ("days", "weekend"))).Words().ShouldNotContain("I was away");
        await bot.RestartAsync();
        (await bot.TypeAsync("rest", ("days", "weekend"))).Words().ShouldNotContain("I was away");

        await bot.TypeAsync("schedule resume", ("schedule", "all"));
        await bot.Get<PauseSchedules>().GroupAsync(bot.Channel.Group, "I was removed from the server.", default);
        (await bot.TypeAsync("rest", ("days", "weekend"))).Words().ShouldContain("I was away");
    }
}
