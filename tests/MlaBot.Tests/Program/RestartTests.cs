using MlaBot.Core.Daily;

namespace MlaBot.Tests.Program;

/// <summary>An end of the input and a new start, on the same data.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly BotFolder _folder = new();
    private readonly Records _records;

    public RestartTests() => _records = new Records(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_restart_everything_is_where_it_was_and_nothing_comes_twice()
    {
        await using (var before = await _folder.StartAsync())
        {
            await before.SayAsync("ana", _records.Post(1).Right);
            await before.SayAsync("/time 2050-03-07T12:01");
            (await before.EndAsync()).ShouldBe(0);
        }

        var counts = _records.Counts();
        await using var bot = await _folder.StartAsync();

        (await bot.SayAsync("ana", "/daily")).ShouldSay("Open questions");
        bot.Output.ShouldNotContain("MlaBot in #study", Case.Sensitive, "nothing is posted again");
        (await bot.SayAsync("/streak")).ShouldSay("1 day, today included.");
        (await bot.SayAsync("/people")).ShouldSay("People: you (admin), ana. You are ana.");
        (await bot.SayAsync("1 ?")).ShouldSay($"You have answered already Your answer to question 1: {_records.Post(1).Right}. That is right.");
        _records.Counts().ShouldBe(counts);
        (await bot.SayAsync(_records.Post(2).Right)).ShouldSay("Right Your answer to question 2");
        (await bot.SayAsync("/time 2050-03-08T08:00")).ShouldSay("Question 2: the answer is");

        (await bot.EndAsync()).ShouldBe(0);
        Transcript.Of(_folder).Markers.ShouldBeUnique();
        _records.Posts().Where(post => post.WasSent).Select(post => post.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Questions_that_fell_due_while_the_bot_was_away_are_caught_up_or_recorded_as_missed()
    {
        await using (var before = await _folder.StartAsync())
        {
            (await before.EndAsync()).ShouldBe(0);
        }

        // Post 2 was due at 12:00, more than the two hours of catching up ago; post 3 at 15:00, and it is the second that goes out.
        _folder.SetClock("2050-03-07T15:30:00Z");
        await using var bot = await _folder.StartAsync();
        await bot.WaitForErrorAsync("Posted question 2 (post 3,");
        await bot.WaitForErrorAsync("Missed post 2 ");

        var states = _records.Posts().Where(post => post.Date == _records.Post(1).Date && post.Schedule is 2 or 3).Select(post => post.State);
        states.ShouldBe([PostState.Missed, PostState.Open]);
        bot.Output.ShouldSay("Question 2 · Domain 3");
        bot.Output.ShouldNotContain("Question 2 · Domain 2");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_set_up_that_was_cut_short_is_completed_by_the_next_start(int schedules)
    {
        (await _folder.RunAsync()).Exit.ShouldBe(0);
        _folder.ChangeDatabase($"DELETE FROM Posts WHERE State <> {(int)PostState.Planned} OR ScheduleId > {schedules}; DELETE FROM Schedules WHERE Id > {schedules}");

        await using var bot = await _folder.StartAsync();

        (await bot.SayAsync("?")).ShouldSay("Your answer to question");
        _records.Schedules().Count.ShouldBe(5);
        _records.Posts().Where(post => post.State == PostState.Planned).Select(post => post.Schedule).ShouldBe(_records.Schedules(), ignoreOrder: true);
    }

    [Fact]
    public async Task The_clock_of_a_try_out_never_goes_back()
    {
        await using (var before = await _folder.StartAsync())
        {
            await before.SayAsync("/time 2050-04-01T10:00");
            await before.KillAsync();
        }

        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/people");

        bot.Output.ShouldSay("* It is Fri 1 Apr 2050 10:0");
    }
}
