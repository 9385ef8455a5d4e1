using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>What happens at the end of each phase of a round. Called with the round's turn.</summary>
/// <remarks>Product rule 4.4. Every step stores what it is about to do before it calls the platform, and looks for its message when an
/// earlier try may have sent it, so a step that was cut short can be done again.</remarks>
public sealed class RoundSteps(
    RoundLobby lobby,
    IRoundStore store,
    IDailyStore posts,
    IContentSource content,
    IRoundPublisher publisher,
    RoundWrites writes,
    RoundEndings endings,
    RoundRules rules,
    TimeProvider clock,
    Func<int> seed)
{
    /// <summary>Ends the phase that a round is in, and begins the next.</summary>
    internal Task CarryOnAsync(LiveRound live, bool isInDoubt, CancellationToken cancellationToken) => live.Round.Phase switch
    {
        // Leaving it out was cut short.
        RoundPhase.Reading or RoundPhase.Answering or RoundPhase.Draining or RoundPhase.Discussing when live.Question is not { Post.State: not PostState.Withdrawn } =>
            endings.PassOverAsync(live, cancellationToken),
        RoundPhase.Lobby => lobby.BeginAsync(live, cancellationToken),
        RoundPhase.Ready => AskAsync(live, isInDoubt, cancellationToken),
        RoundPhase.Reading => OpenAsync(live, cancellationToken),
        RoundPhase.Answering => CloseAsync(live, cancellationToken),
        RoundPhase.Draining => SettleAsync(live, isInDoubt, cancellationToken),
        RoundPhase.Discussing => VoteAgainAsync(live, cancellationToken),
        RoundPhase.Explaining => GoOnAsync(live, cancellationToken),
        RoundPhase.Paused => endings.FinishSoonAsync(live, "It was paused and not taken up again.", cancellationToken),
        RoundPhase.Finishing => endings.FinishAsync(live, isInDoubt, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task AskAsync(LiveRound live, bool isInDoubt, CancellationToken cancellationToken)
    {
        var round = live.Round;
        var known = await store.QuestionsAsync(round, cancellationToken);
        var first = known.FirstOrDefault(each => each.Question.Number == round.Number && each.Question.Vote == 1).Question;
        var isKnown = known.Any(each => each.Question.Number == round.Number && each.Question.Vote == round.Vote);
        if ((first?.Item ?? content.Current.Item(round.Items[round.Number - 1])) is not { } item)
        {
            // The bank moved on since the round was planned.
            await endings.PassOverAsync(live, cancellationToken);
            return;
        }

        // A second vote shows the same letters as the first.
        var draft = new RoundQuestion(round.Number, round.Vote, Draft(round, item, first?.Post.Presentation), item);
        var question = draft with { Post = await store.AddPostAsync(round, draft, cancellationToken) };
        live.Show(question, []);
        if (question.Post.State == PostState.Withdrawn)
        {
            await endings.PassOverAsync(live, cancellationToken);
            return;
        }

        if (question.Post.MessageId is null)
        {
            var messageId = await publisher.PublishAsync(round, question, isInDoubt || isKnown, cancellationToken);
            question = question with { Post = question.Post with { MessageId = messageId } };
            await writes.AdvanceAsync(live, question, PostState.Intended, cancellationToken);
        }

        var reading = RoundTimes.Reading(question, rules);
        await writes.SaveAsync(live, round with { Phase = RoundPhase.Reading, Post = question.Post.Id, DueAt = clock.Now() + reading }, cancellationToken);
    }

    private async Task OpenAsync(LiveRound live, CancellationToken cancellationToken)
    {
        // Open in the store before the controls are: who is quick must not be refused.
        var question = live.Question!;
        if (question.Post.State == PostState.Open)
        {
            // Who answered since an earlier opening took the time from there.
            await writes.SaveAsync(live, live.Round.Reopening(question.Post, clock.Now()), cancellationToken);
        }

        var open = Opened(question);
        if (!await writes.AdvanceAsync(live, open, question.Post.State, cancellationToken))
        {
            return;
        }

        await publisher.ShowOpenAsync(live.Round, open, live.Answers, live.Active.Count, isCountOnly: false, cancellationToken);
        // The clock starts when the platform has confirmed that people can press.
        open = Opened(open);
        if (!await writes.AdvanceAsync(live, open, PostState.Open, cancellationToken))
        {
            return;
        }

        await writes.SaveAsync(live, live.Round with { Phase = RoundPhase.Answering, DueAt = open.Post.ClosesAt }, cancellationToken);
        live.ShownAt = clock.Now();
    }

    private async Task CloseAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var question = live.Question!;
        var wait = live.HaveAllAnswered ? Duration.Zero : rules.Drain;
        var closing = question with { Post = question.Post with { State = PostState.Closing } };
        if (!await writes.AdvanceAsync(live, closing, PostState.Open, cancellationToken) && live.Question is { Post.State: PostState.Withdrawn })
        {
            return;
        }

        await writes.SaveAsync(live, live.Round with { Phase = RoundPhase.Draining, DueAt = clock.Now() + wait }, cancellationToken);
        await RoundWrites.TryShowAsync(() => publisher.CloseAsync(live.Round, closing, live.Answers, cancellationToken));
    }

    private async Task SettleAsync(LiveRound live, bool isInDoubt, CancellationToken cancellationToken)
    {
        var question = live.Question!;
        var round = live.Round;
        var given = await posts.AnswersAsync(question.Post.Id, cancellationToken);
        if (round is { Vote: 1, Options.VotesTwice: true } && question.Post.State == PostState.Closing && given.Any(answer => !answer.IsLastCorrect))
        {
            await publisher.DiscussAsync(round, question, given, isInDoubt, cancellationToken);
            await writes.SaveAsync(live, round with { Phase = RoundPhase.Discussing, DueAt = clock.Now() + rules.Discussing }, cancellationToken);
            return;
        }

        if (await RevealAsync(live, question, isInDoubt, cancellationToken) is not { } revealed)
        {
            return;
        }

        var wait = revealed.IsLast ? rules.Pause : revealed.WaitsForHost ? rules.HostPatience : rules.Explaining;
        await writes.SaveAsync(live, revealed with { Phase = RoundPhase.Explaining, DueAt = clock.Now() + wait }, cancellationToken);
    }

    /// <returns>The round as its channel was told of it, with how many questions nobody has answered; null when this question was left out.</returns>
    private async Task<Round?> RevealAsync(LiveRound live, RoundQuestion question, bool isInDoubt, CancellationToken cancellationToken)
    {
        // The key is public in the store before it is public in the chat: no answer that could have seen it counts.
        var round = live.Round;
        var revealed = question with { Post = question.Post with { State = PostState.Revealed } };
        if (!await writes.AdvanceAsync(live, revealed, PostState.Closing, cancellationToken) && live.Question is { Post.State: PostState.Withdrawn })
        {
            return null;
        }

        // Read after the answers were frozen, so that the last of them is in what is shown.
        var all = await store.QuestionsAsync(round, cancellationToken);
        var answers = all.First(each => each.Question.Post.Id == question.Post.Id).Answers;
        var first = round.Vote == 1 ? default : all.FirstOrDefault(each => each.Question.Number == round.Number && each.Question.Vote == 1);
        round = round with { Unanswered = answers.Count == 0 ? round.Unanswered + 1 : 0 };
        await publisher.RevealAsync(round, revealed, answers, first.Answers, endings.TableOf(round, live.Players, all), isInDoubt, cancellationToken);
        await writes.AdvanceAsync(live, revealed with { Post = revealed.Post with { State = PostState.Settled } }, PostState.Revealed, cancellationToken);
        if (first.Question is { } voted)
        {
            await posts.AdvanceAsync(voted.Post with { State = PostState.Settled }, PostState.Closing, cancellationToken);
        }

        return round;
    }

    private async Task VoteAgainAsync(LiveRound live, CancellationToken cancellationToken)
    {
        await writes.SaveAsync(live, live.Round with { Vote = 2, Phase = RoundPhase.Ready, Post = null, DueAt = clock.Now() }, cancellationToken);
        // From here on nobody can add to the first vote.
        live.Show(question: null, []);
    }

    private async Task GoOnAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        if (round.IsLast)
        {
            var reason = round.Number >= round.Items.Count ? "" : $"Nobody answered {RoundRules.MostUnanswered} questions in a row.";
            await endings.FinishSoonAsync(live, reason, cancellationToken);
            return;
        }

        if (round.IsPauseWanted)
        {
            await PauseAsync(live, cancellationToken);
            return;
        }

        var isHostAway = round is { WaitsForHost: true, IsNextWanted: false };
        await writes.SaveAsync(
            live,
            round with
            {
                Number = round.Number + 1,
                IsHostAway = round.IsHostAway || isHostAway,
                Vote = 1,
                Post = null,
                Phase = RoundPhase.Ready,
                IsNextWanted = false,
                DueAt = clock.Now(),
            },
            cancellationToken);
        live.Show(question: null, []);
        if (isHostAway)
        {
            await RoundWrites.TryShowAsync(() =>
                publisher.SayAsync(live.Round, "The host has been away for a while, so the next questions come by themselves.", cancellationToken));
        }
    }

    /// <summary>Notes that a host who was away leads again: from the next reveal on the round waits for the host. What stands said that the next
    /// question comes by itself, so it does.</summary>
    internal Task HostIsBackAsync(LiveRound live, CancellationToken cancellationToken) => !live.Round.IsHostAway
        ? Task.CompletedTask
        : writes.SaveAsync(live, live.Round with { IsHostAway = false, IsNextWanted = live.Round.Phase == RoundPhase.Explaining }, cancellationToken);

    /// <summary>Stops the clock until the host goes on; a round that is forgotten ends by itself.</summary>
    internal async Task PauseAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var until = clock.Now() + rules.LongestPause;
        await writes.SaveAsync(live, live.Round with { Phase = RoundPhase.Paused, IsPauseWanted = false, DueAt = until }, cancellationToken);
        await RoundWrites.TryShowAsync(() => publisher.SayAsync(live.Round, "The host has paused the round. It goes on when the host says so.", cancellationToken));
    }

    private RoundQuestion Opened(RoundQuestion question)
    {
        var now = clock.Now();
        var closes = now + RoundTimes.Answering(question.Item, rules);
        return question with { Post = question.Post with { State = PostState.Open, OpenedAt = now, ClosesAt = closes } };
    }

    private DailyPost Draft(Round round, Item item, Presentation? presentation) => new()
    {
        Id = default,
        Schedule = default,
        Round = round.Id,
        Channel = round.Channel,
        Date = clock.Now().InUtc().Date,
        Slot = (round.Number * 2) + round.Vote - 1,
        Item = item.Id,
        ItemVersion = item.Version,
        Presentation = presentation ?? Presentation.Draw(item, new Random(seed())),
        State = PostState.Intended,
        Feedback = FeedbackMode.AtClose,
        DueAt = clock.Now(),
    };
}
