using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.LocalChat;
using MlaBot.LocalChat.Input;
using MlaBot.Testing;

namespace MlaBot.Tests.LocalChat;

public sealed class LocalConversationTests
{
    private static readonly Item First = New.ChoiceItem("B", id: "q-1.1-0001", shuffle: false);
    private static readonly Item Second = New.ChoiceItem("C", id: "q-2.1-0001", point: "2.1.k1", shuffle: false);
    private static readonly Item Matching = New.MatchingItem(3, spare: 0, id: "q-2.1-0004", shuffle: false) with { Blueprint = [new("2.1.k1")] };

    [Fact]
    public async Task A_command_reaches_its_handler_with_options_and_person()
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync("/tell \"two words\" and  the rest")).ShouldBe(
            """
            you> /tell "two words" and  the rest
            MlaBot:
              you: two words|and  the rest


            """);
    }

    [Fact]
    public async Task A_blank_line_is_nothing()
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync("   ")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistake_shows_an_id_and_no_detail()
    {
        await using var chat = await TestChat.StartAsync();

        var shown = await chat.TypeAsync("/break");

        shown.ShouldContain("Something went wrong on my side (error ");
        shown.ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_first_person_is_an_admin_and_later_ones_are_not()
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync("/break")).ShouldContain("went wrong");
        (await chat.TypeAsync("/as ana")).ShouldContain("* You are now ana.");
        (await chat.TypeAsync("/break")).ShouldContain("/break is for admins of this channel.");
        (await chat.TypeAsync("/as ben admin")).ShouldContain("* You are now ben (admin).");
        (await chat.TypeAsync("/break")).ShouldContain("went wrong");
        (await chat.TypeAsync("/people")).ShouldContain("* People: you (admin), ana, ben (admin). You are ben.");
    }

    [Fact]
    public async Task A_person_keeps_rights_and_spelling_when_named_again()
    {
        await using var chat = await TestChat.StartAsync();
        await chat.TypeAsync("/as Ben admin");

        (await chat.TypeAsync("/as bEN")).ShouldContain("* You are now Ben (admin).");
        (await chat.TypeAsync("/tell me")).ShouldContain("ben: me|");
    }

    [Theory]
    [InlineData("/as")]
    [InlineData("/as ana boss")]
    [InlineData("/as a/b")]
    [InlineData("/as \"\"")]
    public async Task A_person_that_cannot_be_is_refused(string line)
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync(line)).ShouldContain("/as ");

        chat.Conversation.Person.ShouldBe("you");
    }

    [Fact]
    public async Task Talk_gets_a_hint()
    {
        await using var chat = await TestChat.StartAsync("", First);

        (await chat.TypeAsync("what is this, please?")).ShouldContain("That is neither an answer nor a command.");
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_not_repeated_in_full()
    {
        await using var chat = await TestChat.StartAsync("", First);
        await chat.TypeAsync("/schedule now 1");

        var shown = await chat.TypeAsync(new string('B', LocalInput.MaxLength + 1));

        shown.ShouldContain("longer than 4,000 characters; nothing was done with it.");
        shown.Length.ShouldBeLessThan(500);
        (await AnswersAsync(chat)).ShouldBe(0);
    }

    [Fact]
    public async Task Control_characters_are_refused_and_do_not_reach_the_terminal()
    {
        await using var chat = await TestChat.StartAsync("", First);
        await chat.TypeAsync("/schedule now 1");

        var shown = await chat.TypeAsync("B\u001b[2J\u0007");

        shown.ShouldContain("holds control characters; nothing was done with it.");
        shown.Where(character => char.IsControl(character) && character != '\n').ShouldBeEmpty();
        (await AnswersAsync(chat)).ShouldBe(0);
    }

    [Fact]
    public async Task A_letter_answers_the_open_question()
    {
        await using var chat = await TestChat.StartAsync("", First);
        (await chat.TypeAsync("/schedule now 1")).ShouldContain("Open until 20:00.");

        var shown = await chat.TypeAsync("B");

        shown.ShouldContain("MlaBot (only you see this):\n  Right\n");
        shown.ShouldNotContain("Taken for question");
    }

    [Fact]
    public async Task A_letter_answers_the_newest_question_and_then_the_one_that_is_left()
    {
        await using var chat = await TestChat.StartAsync("", First, Second);
        await chat.TypeAsync("/schedule now 1");
        await chat.TypeAsync("/schedule now 2");
        var (older, newer) = await OpenAsync(chat);

        var first = await chat.TypeAsync("C");
        first.ShouldContain($"Your answer to question {newer}: C.");
        first.ShouldContain($"Taken for question {newer}. Also open: {older}; to answer another one, put its number first, such as {older} B.");
        (await chat.TypeAsync("b")).ShouldContain($"Your answer to question {older}: B.");
        (await chat.TypeAsync("A")).ShouldContain($"Your answer to question {newer}: C. That is right. The first answer is final.");
    }

    [Theory]
    [InlineData("{0} B")]
    [InlineData("#{0} B")]
    [InlineData("#{0}: B")]
    public async Task A_number_names_the_question(string form)
    {
        await using var chat = await TestChat.StartAsync("", First, Second);
        await chat.TypeAsync("/schedule now 1");
        await chat.TypeAsync("/schedule now 2");
        var (older, _) = await OpenAsync(chat);

        (await chat.TypeAsync(string.Format(null, form, older))).ShouldContain($"Your answer to question {older}: B. That is right.");
    }

    [Fact]
    public async Task A_number_that_no_question_has_is_refused()
    {
        await using var chat = await TestChat.StartAsync("", First);
        await chat.TypeAsync("/schedule now 1");

        (await chat.TypeAsync("#99 B")).ShouldContain("There is no question 99 here.");
        (await AnswersAsync(chat)).ShouldBe(0);
    }

    [Fact]
    public async Task Pairs_that_begin_like_a_number_answer_a_matching_question()
    {
        await using var chat = await TestChat.StartAsync("", First, Matching);
        await chat.TypeAsync("/schedule now 1");
        await chat.TypeAsync("/schedule now 2");
        var (_, newer) = await OpenAsync(chat);

        (await chat.TypeAsync("1 A 2 B 3 C")).ShouldContain($"Your answer to question {newer}: 1A 2B 3C. That is right.");
    }

    [Fact]
    public async Task Without_an_open_question_nothing_is_stored()
    {
        await using var chat = await TestChat.StartAsync("", First);

        (await chat.TypeAsync("B")).ShouldContain("No question is open; nothing was stored.");
    }

    [Fact]
    public async Task Help_tells_of_the_local_commands()
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync("/help")).ShouldContain("Only in this local chat: `/as <name> [admin]`, `/people`, `/time [to]`, `/quit`.");
        (await chat.TypeAsync("/help local")).ShouldContain("`/time [to]` Show the clock");
        (await chat.TypeAsync("/help /as")).ShouldContain("`/as <name> [admin]` Go on as another person");
        (await chat.TypeAsync("/help tell")).ShouldNotContain("/people");
    }

    [Fact]
    public async Task Time_moves_through_posting_closing_and_reveal()
    {
        await using var chat = await TestChat.StartAsync("", First);

        var shown = await chat.TypeAsync("/time +1d");

        shown.ShouldContain("MlaBot in #study, 2 Mar 09:00:\n  Question ");
        shown.ShouldContain(": Closed. The reveal comes as a reply. Nobody has answered yet.\n");
        shown.ShouldContain("MlaBot in #study, 2 Mar 21:00, in reply to \"Question ");
        shown.ShouldEndWith("* It is Tue 3 Mar 2026 08:00 (UTC).\n");
    }

    [Fact]
    public async Task Time_never_goes_back()
    {
        await using var chat = await TestChat.StartAsync();

        (await chat.TypeAsync("/time 2026-03-02T07:59")).ShouldContain("The clock moves forward only.");
        (await chat.TypeAsync("/time")).ShouldContain("* It is Mon 2 Mar 2026 08:00 (UTC).");
    }

    [Fact]
    public async Task A_failing_store_is_told_and_the_chat_goes_on()
    {
        await using var chat = await TestChat.StartAsync();
        await chat.LoseDatabaseAsync();

        (await chat.TypeAsync("B")).ShouldContain("(error ");
        (await chat.TypeAsync("/people")).ShouldContain("* People: you (admin).");
    }

    private static async Task<(PostId Older, PostId Newer)> OpenAsync(TestChat chat)
    {
        var open = (await chat.Store.RecentAsync(LocalPlatform.Channel, 10, CancellationToken.None)).Where(post => post.State == PostState.Open).ToArray();
        open.Length.ShouldBe(2);
        return (open[1].Id, open[0].Id);
    }

    private static async Task<int> AnswersAsync(TestChat chat)
    {
        var posts = await chat.Store.RecentAsync(LocalPlatform.Channel, 10, CancellationToken.None);
        var open = posts.Single(post => post.State == PostState.Open);
        return (await chat.Store.AnswersAsync(open.Id, CancellationToken.None)).Count;
    }
}
