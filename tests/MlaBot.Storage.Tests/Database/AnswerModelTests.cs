using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;

namespace MlaBot.Storage.Tests.Database;

/// <summary>Any sequence of answers and state changes meets the same fates in the store as in a model of a few lines.</summary>
public sealed class AnswerModelTests : IAsyncLifetime
{
    private static readonly Gen<Step> Steps = Gen.Frequency(
        (4, from post in Gen.Choose(0, 1)
            from user in Gen.Elements("u1", "u2", "u3")
            from picked in Gen.Elements("a", "b", "?")
            from mayChange in Gen.Elements(true, false)
            select (Step)new Answering(post, user, picked, mayChange)),
        (1, from post in Gen.Choose(0, 1)
            from state in Gen.Elements(Enum.GetValues<PostState>())
            select (Step)new Moving(post, state)));

    private TestStore _store = null!;
    private Schedule _schedule = null!;
    private int _day;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _schedule = await _store.ScheduleAsync();
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Every_sequence_meets_the_fates_of_the_model() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps => RunAsync(steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private async Task<bool> RunAsync(IEnumerable<Step> steps)
    {
        var model = new Model();
        DailyPost[] posts = [await PlanAsync(), await PlanAsync()];
        foreach (var step in steps)
        {
            switch (step)
            {
                case Moving(var post, var state):
                    posts[post] = await _store.MoveAsync(posts[post], state);
                    model.States[post] = state;
                    break;
                case Answering(var post, var user, var picked, var mayChange) answering:
                    var stored = await _store.AnswerAsync(posts[post], picked, user, mayChange);
                    var (fate, standing) = model.Answer(answering);
                    stored.Fate.ShouldBe(fate);
                    (stored.Standing is { } found ? new Standing(found.First.Canonical, found.Last.Canonical, found.Changes, found.IsPractice) : null)
                        .ShouldBe(standing);
                    break;
            }
        }

        return true;
    }

    private Task<DailyPost> PlanAsync() => _store.Daily.PlanAsync(New.Post(_schedule, _day++), default);

    private abstract record Step;

    private sealed record Answering(int Post, string User, string Picked, bool MayChange) : Step;

    private sealed record Moving(int Post, PostState State) : Step;

    private sealed record Standing(string First, string Last, int Changes, bool IsPractice);

    private sealed class Model
    {
        private readonly Dictionary<(int, string), Standing> _answers = [];

        public PostState[] States { get; } = [PostState.Planned, PostState.Planned];

        public (AnswerFate Fate, Standing? Standing) Answer(Answering step)
        {
            var isLive = States[step.Post] is PostState.Intended or PostState.Open or PostState.Closing;
            var isOver = States[step.Post] is PostState.Revealed or PostState.Settled;
            var key = (step.Post, step.User);
            if (!isLive && !isOver)
            {
                return (AnswerFate.NotOpen, null);
            }

            if (!_answers.TryGetValue(key, out var standing))
            {
                _answers[key] = new Standing(step.Picked, step.Picked, 0, isOver);
                return (isOver ? AnswerFate.Practice : AnswerFate.Recorded, _answers[key]);
            }

            if (isOver || !step.MayChange || standing.Last == step.Picked)
            {
                return (AnswerFate.AlreadyAnswered, standing);
            }

            _answers[key] = standing with { Last = step.Picked, Changes = standing.Changes + 1 };
            return (AnswerFate.Changed, _answers[key]);
        }
    }
}
