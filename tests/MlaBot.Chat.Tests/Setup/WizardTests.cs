using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Chat;
using NodaTime;

namespace MlaBot.Chat.Tests.Setup;

/// <summary>The set-up, step by step.</summary>
public sealed class WizardTests
{
    private static readonly ChannelFinding Missing = new("Send Messages", IsGood: false, "Allow Send Messages for my role.");

    [Fact]
    public async Task It_opens_privately_with_the_channel_it_was_typed_in_and_says_every_choice()
    {
        await using var bot = await TestBot.StartAsync();

        var card = await bot.TypeAsync("setup");

        card.IsPrivate.ShouldBeTrue();
        card.ReplacesMessage.ShouldBeFalse();
        card.Words().ShouldContain("Channel: **#study**");
        card.Words().ShouldContain("domain 1 at 09:00, domain 2 at 12:00");
        card.Parts.OfType<ChannelMenu>().Single().Selected.ShouldBe(bot.Channel.Id);
        card.Parts.OfType<Menu>().Select(menu => menu.Prompt).ShouldNotContain("The exam");
        card.Parts.OfType<Menu>().ShouldAllBe(menu => menu.Options.Count <= CardLimits.MenuOptions && menu.Options.Count(option => option.IsSelected) == 1);
        (await bot.Channels.FindAsync(bot.Channel, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Every_choice_is_taken_over_and_shown_in_the_place_of_the_message()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.TypeAsync("setup");

        card = await bot.PressAsync(card, "The time zone", "Asia/Tokyo");
        card = await bot.PressAsync(card, "When the first question of a day comes", "07:00");
        card = await bot.PressAsync(card, "When results are told", "AtClose");
        card.ReplacesMessage.ShouldBeTrue();
        card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain("**Asia/Tokyo**"), words => words.ShouldContain("domain 1 at 07:00"), words => words.ShouldContain("when a question closes"));

        card = await bot.PressAsync(card, "How it is posted");
        card = await bot.SendAsync(new ChatPress(card.Parts.OfType<RoleMenu>().Single().Action, ["r1"], bot.Channel, bot.User("root", isAdmin: true))
        {
            Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["r1"] = "Learners" },
        });
        card = await bot.PressAsync(card, "How long a question stays open", "480");
        card = await bot.PressAsync(card, "Silent posts: off");
        card = await bot.PressAsync(card, "Discussion threads: off");
        card.Words().ShouldContain("silently; calling the role Learners; with a thread for discussion below each reveal. Each stays open for 8 hours.");

        card = await bot.PressAsync(card, "Check and preview");
        card = await bot.PressAsync(card, "Save and start");
        card.Words().ShouldContain("This channel is set up");
        (await bot.Channels.FindAsync(bot.Channel, default)).ShouldBe(new Channel
        {
            Key = bot.Channel,
            Name = "study",
            Exam = New.ExamId,
            Zone = "Asia/Tokyo",
            Feedback = FeedbackMode.AtClose,
            OpenFor = Duration.FromHours(8),
            Posting = new PostingStyle(OpensThread: true, IsSilent: true, "r1"),
            SetUpBy = "root",
        });
        (await bot.Daily.SchedulesAsync(bot.Channel, default)).Select(schedule => schedule.At.Hour).ShouldBe([7, 10, 13, 16]);
    }

    [Fact]
    public async Task Every_page_is_part_of_a_dialog()
    {
        await using var bot = await TestBot.StartAsync();
        var first = await bot.TypeAsync("setup");
        var posting = await bot.PressAsync(first, "How it is posted");
        var check = await bot.PressAsync(posting, "Check and preview");
        var saved = await bot.PressAsync(check, "Save and start");
        var over = await bot.PressAsync(check, "Save and start");

        new[] { first, posting, check, saved, over }.ShouldAllBe(card => card.IsDialog);
    }

    [Fact]
    public async Task What_a_platform_lacks_is_neither_offered_nor_named()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Choices = PostingChoices.None;
        var first = await bot.TypeAsync("setup");
        first.Words().ShouldContain("- A question stays open for 12 hours");
        var posting = await bot.PressAsync(first, "How it is posted");
        var check = await bot.PressAsync(posting, "Check and preview");
        var saved = await bot.PressAsync(check, "Save and start");
        var again = await bot.TypeAsync("setup", ("feedback", "at-close"));
        var help = await bot.TypeAsync("help", ("command", "setup"));

        posting.Parts.OfType<RoleMenu>().ShouldBeEmpty();
        string.Join('\n', new[] { first, posting, check, saved, again, help }.Select(card => card.Words().ToLowerInvariant())).ShouldSatisfyAllConditions(
            words => words.ShouldNotContain("silent"),
            words => words.ShouldNotContain("notification"),
            words => words.ShouldNotContain("thread"),
            words => words.ShouldNotContain("role"));
        bot.Dispatcher.SpecsFor(bot.Platform.Name).Single(spec => spec.Name == "setup").Options.Select(option => option.Name)
            .ShouldBe(["zone", "time", "feedback", "open", "exam", "channel"]);
    }

    [Fact]
    public async Task Threads_alone_are_offered_where_a_platform_has_nothing_else()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Choices = PostingChoices.Threads;

        var posting = await bot.PressAsync(await bot.PressAsync(await bot.TypeAsync("setup"), "How it is posted"), "Discussion threads: off");

        posting.Words().ShouldContain("Questions are posted with a thread for discussion below each reveal.");
    }

    [Fact]
    public async Task A_role_that_was_chosen_can_be_cleared()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "How it is posted");
        card = await bot.PressAsync(card, "A role to call with each question (optional)", "r1");
        card.Words().ShouldContain("calling the chosen role");

        card = await bot.PressAsync(card, "A role to call with each question (optional)");

        card.Words().ShouldContain("without calling a role");
    }

    [Fact]
    public async Task A_wrong_zone_is_answered_with_suggestions_and_keeps_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "When results are told", "AtClose");
        var form = await bot.PressAsync(card, "Other zone or time…");

        card = await bot.FillAsync(form, ("zone", "Europe/Berlinn"), ("time", "18:30"));

        card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldContain("Did you mean Europe/Berlin?"),
            words => words.ShouldContain("Time zone: **UTC**"),
            words => words.ShouldContain("domain 1 at 18:30"),
            words => words.ShouldContain("when a question closes"));
        card.Parts.OfType<Menu>().First(menu => menu.Prompt.StartsWith("When the first", StringComparison.Ordinal)).Options.Count.ShouldBe(25);
        card = await bot.FillAsync(await bot.PressAsync(card, "Other zone or time…"), ("zone", "asia/kathmandu"), ("time", "25:00"));
        card.Words().ShouldContain("Time zone: **Asia/Kathmandu**");
        card.Words().ShouldContain("\"25:00\" is not a time.");
    }

    [Fact]
    public async Task A_fault_keeps_from_saving_until_it_is_mended()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Findings = [Missing];
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview");

        card.Words().ShouldContain("✗ Send Messages: Allow Send Messages for my role.");
        card.Words().ShouldContain("[Save and start] off");
        card.Words().ShouldContain("[Save and post a first question now] off");
        card = await bot.PressAsync(card, "Check again");
        card.Words().ShouldContain("I cannot post there yet");
        bot.Platform.Findings = [Missing with { IsGood = true, Fix = "" }];
        card = await bot.PressAsync(card, "Check again");

        card.Words().ShouldContain("✓ Send Messages: good");
        (await bot.PressAsync(card, "Save and start")).Words().ShouldContain("This channel is set up");
    }

    [Fact]
    public async Task A_fault_that_came_after_the_check_is_found_when_saving()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview");
        bot.Platform.Findings = [Missing];

        card = await bot.PressAsync(card, "Save and start");

        card.Words().ShouldContain("✗ Send Messages");
        (await bot.Channels.FindAsync(bot.Channel, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_warning_is_shown_and_keeps_from_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Findings = [new("Attach Files", IsGood: false, "Pictures are left out.") { IsWarning = true }];
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview");

        card.Words().ShouldContain("! Attach Files: Pictures are left out.");
        (await bot.PressAsync(card, "Save and start")).Words().ShouldContain("This channel is set up");
    }

    [Fact]
    public async Task The_preview_shows_a_question_of_the_bank_whose_controls_do_nothing_and_the_times_to_come()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "The time zone", "Europe/Berlin");

        card = await bot.PressAsync(card, "Check and preview");

        card.Words().ShouldContain("What does q-1.1-0001 ask?");
        card.Words().ShouldContain("[A] off [B] off [C] off [D] off");
        card.Words().ShouldContain($"1 | 09:00 Europe/Berlin, daily | {CardTime.Token(New.Instant("2026-03-02T08:00Z"))}");
        bot.Platform.Examined.ShouldAllBe(each => each.Channel == bot.Channel);
    }

    [Fact]
    public async Task A_time_that_the_clocks_jump_over_is_pointed_out()
    {
        await using var bot = await TestBot.StartAsync();
        var form = await bot.PressAsync(await bot.TypeAsync("setup"), "Other zone or time…");

        var card = await bot.PressAsync(await bot.FillAsync(form, ("zone", "Europe/Berlin"), ("time", "02:30")), "Check and preview");

        card.Words().ShouldContain("! On 2026-03-29 the clocks in Europe/Berlin jump over 02:30; that day it comes at 03:00.");
    }

    [Fact]
    public async Task A_first_question_can_come_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview");

        card = await bot.PressAsync(card, "Save and post a first question now");

        card.Words().ShouldContain("Question 1 is posted.");
        bot.Platform.Messages.ShouldHaveSingleItem().Channel.ShouldBe(bot.Channel);
    }

    [Fact]
    public async Task It_goes_on_after_a_restart()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "The time zone", "Asia/Tokyo");

        await bot.RestartAsync();

        (await bot.PressAsync(card, "When results are told", "AtClose")).Words().ShouldContain("**Asia/Tokyo**");
    }

    [Fact]
    public async Task A_message_of_a_set_up_that_is_over_answers_kindly()
    {
        await using var bot = await TestBot.StartAsync();
        var old = await bot.TypeAsync("setup");
        var check = await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview");

        (await bot.PressAsync(old, "Check and preview")).Words().ShouldContain("This set-up is over");
        await bot.PressAsync(check, "Save and start");
        var second = await bot.PressAsync(check, "Save and start");

        second.Words().ShouldContain("Type /setup to begin again");
        second.ReplacesMessage.ShouldBeTrue();
        await bot.Drafts.RemoveOlderAsync(New.Instant("2027-01-01T00:00Z"), default);
        (await bot.PressAsync(check, "Back")).Words().ShouldContain("This set-up is over");
    }

    [Fact]
    public async Task A_control_of_an_older_version_answers_kindly()
    {
        await using var bot = await TestBot.StartAsync();

        var card = await bot.SendAsync(new ChatPress(new ActionId("setup.wizard", "root", "stamp", "Weekdays"), [], bot.Channel, bot.User("root", isAdmin: true)));

        card.Words().ShouldContain("This set-up is over");
    }

    [Fact]
    public async Task Another_admin_may_press_and_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var card = await bot.TypeAsync("setup");

        (await bot.PressAsync(card, "The time zone", "eve", isAdmin: false, "Asia/Tokyo")).Words().ShouldContain("Only admins");
        (await bot.PressAsync(card, "How it is posted", "second", isAdmin: true)).Words().ShouldContain("How questions are posted");
        (await bot.PressAsync(card, "When results are told", "AtClose")).Words().ShouldContain("**UTC**");
    }

    [Fact]
    public async Task A_channel_that_is_set_up_shows_what_it_has_and_keeps_its_schedules()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "Asia/Tokyo"), ("time", "07:00"), ("thread", "on"));

        var card = await bot.TypeAsync("setup");
        card.Words().ShouldContain("**Asia/Tokyo**");
        card.Words().ShouldContain("4 schedules");
        card.Parts.OfType<Menu>().ShouldNotContain(menu => menu.Prompt.StartsWith("When the first", StringComparison.Ordinal));
        (await bot.PressAsync(card, "Other zone…")).Parts.OfType<Form>().Single().Fields.Select(field => field.Name).ShouldBe(["zone"], "times that are there stay");
        card = await bot.PressAsync(await bot.PressAsync(card, "The time zone", "Europe/Berlin"), "Check and preview");
        card.Words().ShouldContain("1 | 07:00 Europe/Berlin");
        card = await bot.PressAsync(card, "Save and start");

        card.Words().ShouldContain("Settings saved");
        card.Words().ShouldNotContain("keep their times");
        (await bot.Daily.SchedulesAsync(bot.Channel, default)).ShouldAllBe(schedule => schedule.Zone == "Europe/Berlin");
    }

    [Fact]
    public async Task Another_channel_can_be_chosen_and_brings_what_it_has()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "Asia/Tokyo"), ("channel", "other"));
        var card = await bot.PressAsync(await bot.TypeAsync("setup"), "The time zone", "Europe/Berlin");

        card = await bot.SendAsync(new ChatPress(card.Parts.OfType<ChannelMenu>().Single().Action, ["new"], bot.Channel, bot.User("root", isAdmin: true))
        {
            Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["new"] = "quiz" },
        });
        card.Words().ShouldContain("**#quiz**");
        card.Words().ShouldContain("**Europe/Berlin**");
        card = await bot.PressAsync(card, "The channel", "other");

        card.Words().ShouldContain("**Asia/Tokyo**");
    }

    [Fact]
    public async Task Saving_starts_what_the_channels_faults_had_stopped_and_not_what_an_admin_paused()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "UTC"));
        await bot.TypeAsync("schedule pause", ("schedule", "1"));
        await bot.Get<PauseSchedules>().ChannelAsync(bot.Channel, "I may not write here.", default);

        await bot.PressAsync(await bot.PressAsync(await bot.TypeAsync("setup"), "Check and preview"), "Save and start");

        (await bot.Daily.SchedulesAsync(bot.Channel, default)).Select(schedule => schedule.IsPaused).ShouldBe([true, false, false, false]);
    }
}
