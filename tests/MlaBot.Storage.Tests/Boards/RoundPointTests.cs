using MlaBot.Core.Boards;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Boards;

public sealed class RoundPointTests
{
    [Fact]
    public async Task Answers_in_a_live_round_earn_nothing_on_boards_streaks_and_group_streaks()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.DayAsync("ada:B ben:B cy:A");
        await group.RunToAsync("2026-03-03T07:00Z");
        var before = await EverythingAsync(group);

        await PlayAsync(group, "ada", "ben", "cy", "di");
        await group.RunForAsync(Duration.FromMinutes(1));
        (await EverythingAsync(group)).ShouldBe(before);
        await group.CountAnewAsync();

        (await EverythingAsync(group)).ShouldBe(before, "counting anew finds no more");
        (await group.StreakAsync("di")).Current.ShouldBe(0);
        (await group.BoardAsync("di")).Own.ShouldBeNull();
    }

    /// <summary>A round of one question in the channel, answered by people and revealed.</summary>
    private static async Task PlayAsync(TestGroup group, params string[] people)
    {
        var desk = group.Engine.Get<RoundDesk>();
        var runner = group.Engine.Get<RoundRunner>();
        await runner.StartAsync(default);
        var round = (await desk.StartAsync(group.Channel.Key, group.Learner("host"), "host", new RoundOptions { Questions = 1 }, null, default)).ShouldBeOk();
        foreach (var person in people)
        {
            (await desk.JoinAsync(round.Id, group.Learner(person), person, default)).ShouldBeOk();
        }

        var answered = false;
        for (var tick = 0; tick < 1200 && desk.Running(group.Channel.Key) is { } now; tick++)
        {
            if (!answered && now is { Phase: RoundPhase.Answering, Post: { } post })
            {
                answered = true;
                foreach (var person in people)
                {
                    (await group.Engine.Answers.HandleAsync(
                        post, group.Learner(person), person, profileZone: "", Duration.Zero, (_, item) => Key(item), default)).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
                }
            }

            group.Clock.Advance(TimeSpan.FromMilliseconds(500));
            runner.Tick(default);
            await runner.IdleAsync();
        }

        desk.Running(group.Channel.Key).ShouldBeNull();
        answered.ShouldBeTrue();
    }

    private static Answer Key(Item item) => MlaBot.Testing.Rounds.KnownAnswers.Of(item, isRight: true);

    private static async Task<string> EverythingAsync(TestGroup group)
    {
        var lines = new List<string>();
        foreach (var kind in BoardPeriod.Kinds)
        {
            lines.AddRange((await group.TotalsAsync(kind, new LocalDate(2026, 3, 2))).Select(total => $"{kind} {total}"));
            lines.AddRange((await group.TotalsAsync(kind)).Select(total => $"{kind} today {total}"));
        }

        foreach (var person in new[] { "ada", "ben", "cy" })
        {
            var streak = await group.StreakAsync(person);
            lines.Add($"{person} {streak.Current} {streak.Longest} {streak.IsTodayDone}");
        }

        lines.Add((await group.Engine.Get<ShowGroupStreak>().HandleAsync(group.Channel, default)).ToString());
        return string.Join('\n', lines);
    }
}
