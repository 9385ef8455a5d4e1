using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Tests.Program;

/// <summary>What people see in a session of the real program over pipes.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly BotFolder _folder = new();
    private readonly Records _records;

    public SessionTests() => _records = new Records(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Questions_of_all_five_types_come_at_their_times_and_take_right_wrong_and_unknown_answers()
    {
        await using var bot = await _folder.StartAsync();
        bot.Output.ShouldSay("Question 1 · Domain 1: Domain of tests");
        await AnswerByThreeAsync(bot, 1, insight: "");

        foreach (var (number, hour, insight) in new[]
        {
            (2, 12, "2 of 3 are right; on the exam only all of them count."),
            (3, 15, "1 of 3 positions are right; on the exam only the whole order counts."),
            (4, 18, "1 of 3 pairs are right; on the exam only all of them count."),
            (5, 21, ""),
        })
        {
            (await bot.SayAsync($"/time 2050-03-07T{hour - 1}:59")).ShouldNotContain($"Question {number} · ");
            (await bot.SayAsync("/time +2m")).ShouldSay($"MlaBot in #study, 7 Mar {hour}:00: Question {number} · Domain {number}");
            await AnswerByThreeAsync(bot, number, insight);
        }

        _records.Posts().Take(5).Select(post => post.Item.Type).ShouldBe(
            [ItemType.MultipleChoice, ItemType.MultipleResponse, ItemType.Ordering, ItemType.Matching, ItemType.CaseStudy]);
        _records.Answers().Count.ShouldBe(15);
        (await bot.EndAsync()).ShouldBe(0);
        (bot.Output + bot.Errors).ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task A_reveal_gives_key_shares_and_reasons_once()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/time 2050-03-07T15:01");
        foreach (var number in new[] { 1, 3 })
        {
            await bot.SayAsync("ana", $"{number} {_records.Post(number).Right}");
            await bot.SayAsync("ben", $"{number} {_records.Post(number).Right}");
            await bot.SayAsync("eva", $"{number} {_records.Post(number).Wrong}");
        }

        var printed = await bot.SayAsync("/time 2050-03-08T08:00");

        var (choice, order) = (_records.Post(1), _records.Post(3));
        printed.ShouldSay($"Question 1: the answer is {choice.Right} 2 of 3 answered right. Answers");
        printed.ShouldSay($"{choice.Right} ############# 2 of 3 (67 %) ✓ key");
        printed.ShouldSay($"{choice.Wrong} ####### 1 of 3 (33 %)");
        printed.ShouldSay($"✓ {choice.Right} · Birch: It is the one.");
        printed.ShouldSay($"Question 3: the answer is {order.Right} 2 of 3 answered right. Orders given");
        printed.ShouldSay($"{order.Wrong} ####### 1 of 3 (33 %)");
        printed.ShouldSay("Question 2: the answer is " + _records.Post(2).Right + " Nobody answered in time.");
        (await bot.EndAsync()).ShouldBe(0);
        Transcript.Of(_folder).Markers.ShouldBeUnique();
        _records.Posts().Count(post => post.State == PostState.Settled).ShouldBe(4);
    }

    [Fact]
    public async Task The_first_answer_is_final_however_often_it_is_sent()
    {
        await using var bot = await _folder.StartAsync();
        var post = _records.Post(1);
        await bot.SayAsync("ana", post.Wrong);

        foreach (var again in new[] { post.Right, $"1 {post.Wrong}", $"/answer 1 {post.Right}", "/answer #1 ?" })
        {
            (await bot.SayAsync("ana", again)).ShouldSay($"You have answered already Your answer to question 1: {post.Wrong}. The key is {post.Right}. The first answer is final.");
        }

        _records.Answers().ShouldBe([new StoredAnswerRow(1, "ana", post.Wrong, post.Wrong, Changes: 0, IsPractice: false, IsRight: false)]);
    }

    [Fact]
    public async Task With_results_at_close_an_answer_may_change_and_nobody_hears_the_key_before()
    {
        await using var bot = await _folder.StartAsync();
        (await bot.SayAsync("/setup feedback:at-close")).ShouldSay("Results: when a question closes; answers may be changed until then.");
        await bot.SayAsync("/time 2050-03-07T12:01");
        var post = _records.Post(2);

        (await bot.SayAsync("ana", post.Wrong)).ShouldSay($"Recorded Your answer to question 2: {post.Wrong}. You may change it until 8 Mar 00:00; the result follows then.");
        (await bot.SayAsync("ana", "/why 2")).ShouldSay($"You answered {post.Wrong}. This channel gives results when a question closes. That is 8 Mar 00:00.");
        (await bot.SayAsync("ana", $"2 {post.Right}")).ShouldSay($"Changed Your answer to question 2: {post.Right}. You may change it until");
        bot.Output.ShouldNotContain("The key is");

        _records.Answers().ShouldBe([new StoredAnswerRow(2, "ana", post.Wrong, post.Right, Changes: 1, IsPractice: false, IsRight: true)]);
        (await bot.SayAsync("/time 2050-03-08T00:01")).ShouldSay($"Question 2: the answer is {post.Right} 1 of 1 answered right.");
        (await bot.SayAsync("ana", "/why 2")).ShouldSay($"You answered {post.Right}: right. Your first answer was {post.Wrong}.");
    }

    [Fact]
    public async Task An_answer_after_the_reveal_is_practice_and_earns_no_streak()
    {
        await using var bot = await _folder.StartAsync();
        (await bot.SayAsync("/time 2050-03-07T20:01")).ShouldSay("Nobody answered in time. It stays open for practice.");
        var post = _records.Post(1);

        (await bot.SayAsync("ana", $"1 {post.Right}")).ShouldSay($"Right Your answer to question 1: {post.Right}. That is right. It was revealed before, so this counts as practice.");

        _records.Answers().ShouldBe([new StoredAnswerRow(1, "ana", post.Right, post.Right, Changes: 0, IsPractice: true, IsRight: true)]);
        (await bot.SayAsync("ana", "/streak")).ShouldSay("No row is running. Your next answer starts one.");
    }

    [Fact]
    public async Task Why_waits_for_the_own_answer_or_the_reveal()
    {
        await using var bot = await _folder.StartAsync();
        var post = _records.Post(1);

        (await bot.SayAsync("ana", "/why 1")).ShouldSay("Question 1 is open and you have not answered it. Take your time and answer first;");
        (await bot.SayAsync("ana", "/why")).ShouldSay("You have not answered a question here yet.");
        await bot.SayAsync("ana", post.Wrong);
        (await bot.SayAsync("ana", "/why")).ShouldSay($"You answered {post.Wrong}: not right.");
        (await bot.SayAsync("ben", "/why 1")).ShouldSay("answer first");
        await bot.SayAsync("/time 2050-03-07T20:01");
        (await bot.SayAsync("ben", "/why 1")).ShouldSay($"✓ {post.Right} · Birch: It is the one.");
    }

    private async Task AnswerByThreeAsync(BotProcess bot, long number, string insight)
    {
        var post = _records.Post(number);
        (await bot.SayAsync("ana", post.Right)).ShouldSay($"Right Your answer to question {number}: {post.Right}. That is right.");
        (await bot.SayAsync("ben", post.Wrong)).ShouldSay($"Not right Your answer to question {number}: {post.Wrong}. The key is {post.Right}. {insight}".Trim());
        (await bot.SayAsync("eva", "?")).ShouldSay($"Good to know what you do not know yet Your answer to question {number}: don't know. The key is {post.Right}.");
    }
}
