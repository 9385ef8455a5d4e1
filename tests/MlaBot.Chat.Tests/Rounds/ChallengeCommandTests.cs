using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Rounds;
using MlaBot.Core.Rounds;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Rounds;

/// <summary><c>/challenge</c> and the buttons of rounds.</summary>
public sealed class ChallengeCommandTests
{
    [Theory]
    [InlineData("questions", "0", "1 to 20 questions")]
    [InlineData("questions", "21", "1 to 20 questions")]
    [InlineData("questions", "many", "1 to 20 questions")]
    [InlineData("lobby", "14", "15 to 600 seconds")]
    [InlineData("domains", "1,9", "are no domains of this channel's exam")]
    [InlineData("domains", ",", "are no domains of this channel's exam")]
    [InlineData("scoring", "speed", "Give one of accuracy-first, gentle-speed, accuracy-only.")]
    [InlineData("teams", "5", "Give one of off, 2, 3, 4.")]
    public async Task A_wrong_wish_is_refused_with_what_to_give_and_posts_nothing(string option, string value, string words)
    {
        await using var group = await RoundGroup.StartAsync();

        var card = await group.TypeAsync("ana", "start", (option, value));

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldContain(words);
        group.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_host_chose_stands_in_the_lobby()
    {
        await using var group = await RoundGroup.StartAsync();

        await group.TypeAsync("ana", "start", ("questions", "3"), ("domains", "1,3"), ("scoring", "accuracy-only"), ("pace", "host"), ("teams", "2"), ("votes", "twice"), ("lobby", "600"));

        var words = group.Last.Card.Words();
        words.ShouldContain("Live round: 3 questions, led by ana");
        words.ShouldContain("3 questions from domains 1 and 3; each is voted on, talked about, and voted on again.");
        words.ShouldContain("A right answer earns 1000 points, however long it takes");
        words.ShouldContain("The host calls each next question. 2 teams of even strength, from 6 people up.");
        words.ShouldContain("[Join] [Leave]");
        words.ShouldContain("[Begin now] [More time] [Call off]");
    }

    [Fact]
    public async Task Without_a_round_every_command_says_how_to_start_one()
    {
        await using var group = await RoundGroup.StartAsync();
        foreach (var verb in new[] { "show", "begin", "next", "pause", "resume", "extend", "skip", "stop", "join", "leave" })
        {
            (await group.TypeAsync("ana", verb)).Words().ShouldBe("No round runs in this channel. Start one with /challenge start.", verb);
        }

        (await group.TypeAsync("ana", "report")).Words().ShouldContain("You have played no round in this channel yet.");
        (await group.TypeAsync("ana", "report", ("round", "x"))).Words().ShouldContain("is not the number of a round here");
        (await group.TypeAsync("ana", "history")).Words().ShouldContain("No round was played in this channel yet.");
    }

    [Fact]
    public async Task A_channel_without_set_up_and_a_second_round_are_refused()
    {
        await using var fresh = await TestBot.StartAsync();
        (await fresh.TypeAsync("challenge start", "ana", isAdmin: false)).Words().ShouldContain("This channel is not set up yet");

        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");
        (await group.TypeAsync("ben", "start")).Words().ShouldContain("A round runs in this channel already.");
        group.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_the_host_and_admins_lead()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");

        (await group.PressAsync("ben", group.Last, "Call off")).Words().ShouldContain("ana leads this round.");
        (await group.Bot.PressAsync(group.Last.Card, "Call off", "olga", isAdmin: true)).Words().ShouldBe("The round is called off.");

        group.Last.Card.Words().ShouldContain("Called off: The host called it off.");
        group.Last.Card.Parts.OfType<Choices>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Beginning_with_nobody_in_keeps_the_lobby()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");

        (await group.TypeAsync("ana", "begin")).Words().ShouldContain("Nobody has joined yet.");

        group.Bot.Get<RoundDesk>().Running(group.Bot.Channel)!.Phase.ShouldBe(RoundPhase.Lobby);
    }

    [Fact]
    public async Task Who_leaves_is_out_and_comes_back_with_join()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");
        await group.TypeAsync("ben", "join");

        (await group.TypeAsync("ben", "leave")).Words().ShouldContain("You are out again.");
        (await group.TypeAsync("ben", "leave")).Words().ShouldContain("You are not in that round.");
        (await group.TypeAsync("ana", "show")).Words().ShouldContain("Nobody is in yet.");
        (await group.PressAsync("ben", group.Last, "Join")).Words().ShouldContain("You are in.");
        (await group.TypeAsync("ana", "show")).Words().ShouldContain("**In (1):** ben");
    }

    [Fact]
    public async Task A_host_pauses_resumes_skips_removes_and_stops()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana", "ben"], ("questions", "3"), ("pace", "host"));
        var question = await group.OpenAsync(1);
        (await group.PressAsync("ana", question, "More time")).Words().ShouldContain("There is more time:");
        (await group.TypeAsync("ana", "resume")).Words().ShouldContain("The round is not paused.");
        (await group.PressAsync("ana", question, "Pause")).Words().ShouldContain("The round pauses after this question.");
        (await group.TypeAsync("ana", "resume")).Words().ShouldContain("The pause is taken back");
        (await group.PressAsync("ana", question, "Pause")).Words().ShouldContain("The round pauses after this question.");
        await group.AnswerAsync("ana", question);
        await group.AnswerAsync("ben", question);
        await group.UntilAsync("The round pauses here.");
        (await group.TypeAsync("ana", "pause")).Words().ShouldContain("The round is paused.");
        (await group.TypeAsync("ana", "resume")).Words().ShouldBe("The round goes on.");

        (await group.PressAsync("ana", await group.OpenAsync(2), "Leave out")).Words().ShouldContain("is left out and counts for nobody");
        await group.OpenAsync(3);
        (await group.TypeAsync("ana", "remove", ("person", "ben"))).Words().ShouldContain("That person is out of the round");
        (await group.TypeAsync("ben", "join")).Words().ShouldContain("The host took you out of this round.");
        (await group.TypeAsync("ana", "stop")).Words().ShouldContain("The round is stopped");

        var podium = await group.UntilAsync("The round is over");
        podium.Card.Words().ShouldContain("1 question was played. Well done, **ana**.");
        podium.Card.Words().ShouldContain("It ended early: The host stopped it.");
        podium.Card.Words().ShouldNotContain("ben");
    }

    [Fact]
    public async Task A_button_below_a_question_that_is_over_leaves_the_one_that_is_on_alone()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "2"), ("votes", "twice"));
        await group.AnswerAsync("ana", await group.OpenAsync(1), isRight: false);
        var talk = await group.UntilAsync("talk about it");
        await group.PressAsync("ana", talk, "Vote now");
        await group.AnswerAsync("ana", await group.UntilAsync("Answers until"));
        await group.OpenAsync(2);
        var before = group.Bot.Get<RoundDesk>().Running(group.Bot.Channel)!;

        foreach (var label in new[] { "Vote now", "More time", "Leave out" })
        {
            (await group.PressAsync("ana", talk, label)).Words().ShouldContain("That question is over.", Case.Sensitive, label);
        }

        group.Bot.Get<RoundDesk>().Running(group.Bot.Channel).ShouldBe(before);
        // The buttons of messages from before there were numbers in them mean whichever question is on.
        var older = new ChatPress(RoundActions.LeadWith(before, HostAct.Skip), [], group.Bot.Channel, group.Bot.User("ana", isAdmin: false));
        (await group.Bot.SendAsync(older)).Words().ShouldContain("is left out and counts for nobody");
    }

    [Fact]
    public async Task A_report_shows_what_was_missed_to_its_owner_alone()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana", "ben"], ("questions", "1"));
        var question = await group.OpenAsync(1);
        await group.AnswerAsync("ana", question);
        await group.AnswerAsync("ben", question, isRight: false);
        var podium = await group.UntilAsync("The round is over");

        var ben = await group.PressAsync("ben", podium, "My report");
        ben.IsPrivate.ShouldBeTrue();
        ben.Words().ShouldContain("**0 points**. 0 of 1 right.");
        ben.Words().ShouldContain("✗ not right · you: ");
        ben.Words().ShouldMatch(@"\*\*1\*\* \(#[1-9]\d*\) ✗");
        ben.Words().ShouldMatch(@"\*\*To revise\*\*\n- Domain \d: Task \d+ \(1 missed\)");
        var ana = await group.TypeAsync("ana", "report");
        ana.Words().ShouldContain("**1200 points**, rank 1 of 2. 1 of 1 right.");
        ana.Words().ShouldNotContain("To revise");
        (await group.PressAsync("zoe", podium, "My report")).Words().ShouldContain("You did not play in this round.");
        (await group.TypeAsync("zoe", "history")).Words().ShouldContain("1 question | 2 players | ana");
    }

    [Fact]
    public async Task Play_again_opens_a_lobby_with_the_same_options_led_by_who_pressed()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "1"), ("scoring", "gentle-speed"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));
        var podium = await group.UntilAsync("The round is over");

        await group.PressAsync("ben", podium, "Play again");

        group.Last.Card.Words().ShouldContain("Live round: 1 question, led by ben");
        group.Last.Card.Words().ShouldContain("up to 500 more for speed");
    }

    [Fact]
    public async Task Another_round_waits_for_its_host_although_the_last_one_did_not_any_more()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "2"), ("pace", "host"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));
        await group.UntilAsync("The host has been away");
        (await group.TypeAsync("ben", "show")).Words().ShouldContain("The host calls each next question; as the host is away, it comes by itself.");
        await group.AnswerAsync("ana", await group.OpenAsync(2));

        await group.PressAsync("ben", await group.UntilAsync("The round is over"), "Play again");

        group.Last.Card.Words().ShouldContain("The host calls each next question.");
    }

    [Fact]
    public async Task A_duel_begins_when_it_is_accepted_and_nobody_else_may_play()
    {
        await using var group = await RoundGroup.StartAsync();
        (await group.TypeAsync("ana", "duel", ("person", "ana"))).Words().ShouldContain("A duel needs somebody else.");
        (await group.TypeAsync("ana", "duel", ("person", "ben"), ("questions", "1"))).Words().ShouldContain("The challenge stands, and you are in.");
        var challenge = group.Last;
        challenge.Card.Words().ShouldContain("ana challenges ben to a duel");
        group.Bot.Platform.Private.ShouldHaveSingleItem().Person.UserId.ShouldBe("ben");

        (await group.PressAsync("zoe", challenge, "Accept")).Words().ShouldContain("This is a duel between two others.");
        (await group.PressAsync("zoe", challenge, "Decline")).Words().ShouldContain("This is a duel between two others.");
        (await group.TypeAsync("ana", "begin")).Words().ShouldContain("The challenge is not accepted yet.");
        (await group.PressAsync("ben", challenge, "Accept")).Words().ShouldContain("You are in the duel.");
        var question = await group.OpenAsync(1);
        await group.AnswerAsync("ana", question);
        (await group.AnswerAsync("zoe", question)).Words().ShouldContain("This is a duel between two others.");
        await group.AnswerAsync("ben", question, isRight: false);

        (await group.UntilAsync("The duel is over")).Card.Words().ShouldContain("**ana** wins the duel with 1200 points.");
    }

    [Fact]
    public async Task A_challenge_that_is_declined_is_off()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "duel", ("person", "ben"));

        (await group.PressAsync("ben", group.Last, "Decline")).Words().ShouldContain("You have declined");

        group.Last.Card.Words().ShouldContain("Called off: The challenge was declined.");
        group.Bot.Get<RoundDesk>().Running(group.Bot.Channel).ShouldBeNull();
    }

    [Fact]
    public async Task A_button_of_an_older_database_or_of_a_round_that_is_over_says_so()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");
        var lobby = group.Last;
        var older = new ChatPress(new ActionId(RoundActions.Join, "1-1700000000"), [], group.Bot.Channel, group.Bot.User("ben", isAdmin: false));
        (await group.Bot.SendAsync(older)).Words().ShouldContain("belongs to a round that I no longer know");
        await group.TypeAsync("ana", "stop");

        (await group.PressAsync("ben", lobby, "Join")).Words().ShouldContain("That round is over.");
        (await group.PressAsync("ana", lobby, "Begin now")).Words().ShouldContain("That round is over.");
    }
}
