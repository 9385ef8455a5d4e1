using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Tests.Platform;

public sealed class PersonTurnsTests
{
    private static readonly LearnerKey Ana = new(new GroupKey("discord", "1"), "ana");
    private static readonly LearnerKey Ben = new(new GroupKey("discord", "1"), "ben");
    private static readonly Card Nothing = new(new Section("Nothing"));

    private readonly PersonTurns _turns = new();
    private readonly List<string> _done = [];

    [Fact]
    public async Task A_persons_acts_are_done_in_order_whichever_starts_first()
    {
        var (first, second, third) = (_turns.Take(Ana), _turns.Take(Ana), _turns.Take(Ana));

        var late = third.RunAsync(() => DoAsync("third"));
        var middle = second.RunAsync(() => DoAsync("second"));
        _done.ShouldBeEmpty();
        await first.RunAsync(() => DoAsync("first"));
        await Task.WhenAll(middle, late);

        _done.ShouldBe(["first", "second", "third"]);
        _turns.Count.ShouldBe(0);
    }

    [Fact]
    public async Task People_do_not_wait_for_each_other()
    {
        var (_, other) = (_turns.Take(Ana), _turns.Take(Ben));

        await other.RunAsync(() => DoAsync("ben"));

        _done.ShouldBe(["ben"]);
        _turns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_lets_the_next_one_go_on()
    {
        var (first, second) = (_turns.Take(Ana), _turns.Take(Ana));

        await Should.ThrowAsync<InvalidOperationException>(first.RunAsync(() => throw new InvalidOperationException()));
        await second.RunAsync(() => DoAsync("second"));

        _done.ShouldBe(["second"]);
        _turns.Count.ShouldBe(0);
    }

    private Task<Card> DoAsync(string what)
    {
        _done.Add(what);
        return Task.FromResult(Nothing);
    }
}
