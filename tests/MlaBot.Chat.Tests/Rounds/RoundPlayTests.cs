using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Core.Rounds;
using MlaBot.Testing.Chat;

namespace MlaBot.Chat.Tests.Rounds;

/// <summary>Rounds as people see them in their channel.</summary>
public sealed class RoundPlayTests
{
    [Fact]
    public async Task A_round_goes_from_its_lobby_to_its_table_with_one_message_each()
    {
        await using var group = await RoundGroup.StartAsync(("thread", "off"), ("mention", "r1"));
        var lobby = await group.BeginAsync("ana", ["ana", "ben"], ("questions", "2"));

        foreach (var number in new[] { 1, 2 })
        {
            var question = await group.OpenAsync(number);
            (await group.AnswerAsync("ana", question)).Words().ShouldContain("The result follows when time is up.");
            await group.AnswerAsync("ben", question, isRight: number == 1);
            var reveal = await group.UntilAsync($"Round question {number} of 2: the answer is");
            reveal.ReplyTo.ShouldBe(question.Id);
        }

        var podium = await group.UntilAsync("The round is over");
        podium.Card.Words().ShouldContain("**ana** comes first with 2400 points.");
        podium.Card.Words().ShouldContain("1 | ana | 2400 | 2 of 2");
        podium.Card.Words().ShouldContain("2 | ben | 1200 | 1 of 2");
        group.Messages.Select(message => string.Join(':', message.Marker.Split(':').Skip(3))).ShouldBe(["lobby", "q1v1", "q1v1:reveal", "q2v1", "q2v1:reveal", "podium"]);
        group.Messages.ShouldAllBe(message => message.Style.MentionRole.Length == 0, "a round calls nobody");
        group.Messages[0].Card.Words().ShouldContain("This round is over.");
        lobby.Id.ShouldBe(group.Messages[0].Id);
    }

    [Fact]
    public async Task A_round_whose_table_is_still_being_published_reads_as_over()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "1"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));
        await group.UntilAsync("Round question 1 of 1: the answer is");
        (await group.TypeAsync("ana", "history")).Words().ShouldContain("runs now");
        (await group.TypeAsync("ana", "report")).Words().ShouldContain("The round goes on");

        group.Bot.Platform.PostFailure = new ExternalFaultException("busy", isTransient: true);
        await group.PassAsync(120);

        group.Messages.ShouldNotContain(message => message.Card.Words().Contains("The round is over", StringComparison.Ordinal));
        (await group.TypeAsync("ana", "history")).Words().ShouldContain("1 question | 1 player | ana");
        (await group.TypeAsync("ana", "report")).Words().ShouldNotContain("The round goes on");
    }

    [Fact]
    public async Task Why_without_a_number_explains_the_question_of_the_round_that_was_answered_last()
    {
        await using var group = await RoundGroup.StartAsync();
        (await group.Bot.TypeAsync("why", "ana", isAdmin: false)).Words().ShouldContain("You have not answered a question here yet.");
        await group.BeginAsync("ana", ["ana"], ("questions", "1"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));
        var early = (await group.Bot.TypeAsync("why", "ana", isAdmin: false)).Words();

        await group.UntilAsync("The round is over");

        early.ShouldContain("In a round the result comes for everybody when time is up.");
        (await group.Bot.TypeAsync("why", "ana", isAdmin: false)).Words().ShouldContain("Your answer");
        (await group.Bot.TypeAsync("why", "ben", isAdmin: false)).Words().ShouldContain("You have not answered a question here yet.");
    }

    [Fact]
    public async Task Controls_stand_still_while_people_read_and_a_press_then_is_told_to_read()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "1"));

        var locked = await group.UntilAsync("Read first: answers open in 5 s.");
        locked.Card.Words().ShouldContain("[A] off [B] off");
        var early = await group.Bot.SendAsync(new(locked.Card.Parts.OfType<Choices>().First().Buttons[0].Action, [], group.Bot.Channel, group.Bot.User("ana", isAdmin: false)));

        early.Words().ShouldContain("Please read first");
        (await group.OpenAsync(1)).Card.Words().ShouldContain("[A] [B] [C] [D]");
    }

    [Fact]
    public async Task The_edit_that_opens_the_answers_is_waited_for_and_no_other()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana", "ben"], ("questions", "1"));
        var question = await group.OpenAsync(1);

        group.Bot.Platform.Confirmed.ShouldHaveSingleItem().MessageId.ShouldBe(question.Id);
        await group.TypeAsync("ana", "extend");
        await group.AnswerAsync("ana", question);
        await group.AnswerAsync("ben", question);
        await group.UntilAsync("The round is over");

        group.Bot.Platform.Confirmed.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_answers_without_having_joined_is_in_from_that_question()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "2"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));
        await group.UntilAsync("Round question 1 of 2: the answer");
        var second = await group.OpenAsync(2);

        (await group.AnswerAsync("zoe", second)).Words().ShouldContain("You are in from question 2.");
        (await group.AnswerAsync("ana", second)).Words().ShouldNotContain("You are in from");

        var podium = await group.UntilAsync("The round is over");
        podium.Card.Words().ShouldContain("zoe (from question 2) | 1200 | 1 of 1");
    }

    [Fact]
    public async Task Two_votes_say_that_opinions_differ_and_how_many_moved()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana", "ben"], ("questions", "1"), ("votes", "twice"));
        var first = await group.OpenAsync(1);
        await group.AnswerAsync("ana", first);
        await group.AnswerAsync("ben", first, isRight: false);

        var talk = await group.UntilAsync("talk about it");
        talk.Card.Words().ShouldContain("2 people have answered");
        talk.Card.Words().ShouldNotContain("key");
        group.Bot.Platform.Threads.ShouldHaveSingleItem().MessageId.ShouldBe(talk.Id);
        await group.PressAsync("ana", talk, "Vote now");
        var second = await group.UntilAsync("Answers until");
        second.Marker.ShouldEndWith("q1v2");
        await group.AnswerAsync("ana", second);
        await group.AnswerAsync("ben", second);

        (await group.UntilAsync("the answer is")).Card.Words().ShouldContain("Between the votes 1 moved from wrong to right, and 0 from right to wrong.");
    }

    [Fact]
    public async Task A_question_that_a_person_deleted_while_it_was_closed_is_revealed_without_it()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "1"));
        var question = await group.OpenAsync(1);
        await group.AnswerAsync("ana", question);
        group.Bot.Platform.Delete(question.Id).ShouldBeTrue();

        (await group.UntilAsync("the answer is")).ReplyTo.ShouldBeNull();
        (await group.UntilAsync("The round is over")).Card.Words().ShouldContain("1 of 1");
    }

    [Theory]
    [InlineData("automatic")]
    [InlineData("host")]
    public async Task The_reveal_of_the_third_question_without_an_answer_says_that_the_round_ends(string pace)
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana"], ("questions", "5"), ("pace", pace));
        foreach (var number in new[] { 1, 2 })
        {
            var reveal = await group.UntilAsync($"Round question {number} of 5: the answer");
            if (pace == "host")
            {
                await group.PressAsync("ana", reveal, "Next");
            }
        }

        var third = (await group.UntilAsync("Round question 3 of 5: the answer")).Card;
        third.Words().ShouldContain("Nobody answered 3 questions in a row, so the round ends here; the table follows.");
        third.Words().ShouldNotContain("next question");
        third.Words().ShouldNotContain("[Next]");
        (await group.UntilAsync("The round is over")).Card.Words().ShouldContain("It ended early: Nobody answered 3 questions in a row.");
    }

    [Fact]
    public async Task After_a_restart_nothing_is_posted_twice()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.BeginAsync("ana", ["ana", "ben"], ("questions", "2"));
        await group.AnswerAsync("ana", await group.OpenAsync(1));

        await group.RestartAsync();

        group.Messages.Count(message => message.Marker.EndsWith("q1v1", StringComparison.Ordinal)).ShouldBe(1);
        group.Last.Card.Words().ShouldContain("I am back after a restart.");
        await group.AnswerAsync("ben", group.Messages.Single(message => message.Marker.EndsWith("q1v1", StringComparison.Ordinal)));
        await group.AnswerAsync("ana", await group.OpenAsync(2));
        var podium = await group.UntilAsync("The round is over");
        podium.Card.Words().ShouldContain("1 | ana | 2400 | 2 of 2");
    }

    [Fact]
    public async Task Names_are_no_marks_no_links_and_no_instants()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("*a* [x](https://a.b) {time:1}", "start");

        await group.PressAsync("*a* [x](https://a.b) {time:1}", group.Last, "Join");
        await group.PassAsync(5);

        var names = group.Last.Card.Parts.OfType<Section>().Last().Markdown;
        CardMarkdown.Read(names).Count(piece => piece.Mark != MarkdownMark.None).ShouldBe(1, names);
        CardTime.Read(names).ShouldAllBe(piece => piece.At == null);
    }

    [Fact]
    public async Task A_lobby_with_more_time_shows_it_where_counts_have_to_wait_and_a_count_comes_when_there_is_room()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");
        group.Bot.Platform.HoldsCounts = true;

        await group.PressAsync("ana", group.Last, "More time").WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

        group.Last.Card.Words().ShouldContain($"It begins {CardTime.Token(group.Bot.Get<RoundDesk>().Running(group.Bot.Channel)!.DueAt!.Value)}.");
        await group.PressAsync("ben", group.Last, "Join");
        group.Bot.Get<RoundRunner>().Tick(default);
        await group.Bot.Platform.HeldCounts.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        group.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await group.Bot.Get<RoundRunner>().IdleAsync();
        group.Last.Card.Words().ShouldContain("Nobody is in yet");
        group.Bot.Platform.HoldsCounts = false;
        await group.PassAsync(5);

        group.Last.Card.Words().ShouldContain("**In (1):** ben");
    }

    [Fact]
    public async Task A_lobby_shows_twenty_names_and_how_many_more_there_are()
    {
        await using var group = await RoundGroup.StartAsync();
        await group.TypeAsync("ana", "start");
        var lobby = group.Last;
        foreach (var number in Enumerable.Range(10, 25))
        {
            await group.PressAsync($"p{number}", lobby, "Join");
        }

        await group.PassAsync(5);

        group.Last.Card.Words().ShouldContain("**In (25):** p10, ");
        group.Last.Card.Words().ShouldContain("p29 and 5 more");
        group.Last.Edits.ShouldBeLessThan(5, "counts are collected");
    }
}
