using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary><c>/why</c> explains a question that the person has answered or that was revealed; never before.</summary>
internal sealed class WhyCommand(WhyHandler handler, IDailyStore store, ChannelPlace places, TypedNumbers numbers) : IChatCommand
{
    public CommandSpec Spec { get; } = new("why", "Explain a question: your answer, the key, every option")
    {
        Options = [new("question", "A question's number; leave it out for the last one you answered")],
        Examples = ["why", "why 12"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        request.Option("question").Length > 0
            ? await numbers.HandleAsync(request, post => handler.HandleAsync(post, request.User, cancellationToken), cancellationToken)
            : await LastAsync(request, cancellationToken) is { } last
                ? await handler.HandleAsync(last, request.User, cancellationToken)
                : RefusalCards.For(new("why-none", "You have not answered a question here yet.", "Type /daily to see the open questions."));

    // A round may be played where no daily question comes, so the place itself comes first.
    private async Task<PostId?> LastAsync(ChatRequest request, CancellationToken cancellationToken) =>
        await store.LastAnsweredAsync(request.Channel, request.User.Key, cancellationToken)
        ?? (await places.FindAsync(request, cancellationToken) is { } channel ? await store.LastAnsweredAsync(channel.Key, request.User.Key, cancellationToken) : null);
}

/// <summary>The "why" control below a question.</summary>
internal sealed class WhyAction(IDailyStore store, WhyHandler handler) : PostAction(store)
{
    public override string Name => DailyActions.Why;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) => handler.HandleAsync(id, press.User, cancellationToken);
}

/// <summary>Decides whether someone may see an explanation, and shows it.</summary>
internal sealed class WhyHandler(IDailyStore store, IChannelStore channels, IContentSource content)
{
    public async Task<Card> HandleAsync(PostId id, ChatUser user, CancellationToken cancellationToken)
    {
        var post = await store.FindPostAsync(id, cancellationToken);
        if (post is null || post.Channel.Group != user.Key.Group || post.State == PostState.Planned
            || await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is not { } item)
        {
            return RefusalCards.For(RecordAnswer.UnknownPost);
        }

        var own = await store.FindAnswerAsync(id, user.Key, cancellationToken);
        var isPublic = post.State is PostState.Revealed or PostState.Settled;
        return isPublic || (own is not null && post.Feedback == FeedbackMode.Immediate)
            ? ExplanationCards.Why(post, item, own, content.Current, (await channels.FindAsync(post.Channel, cancellationToken))?.Exam)
            : RefusalCards.For(NotPosted.Of(post) ?? (own is null ? NotYet(post) : AtClose(post, post.Presentation.InLetters(own.Last))));
    }

    private static Refusal NotYet(DailyPost post) => post.State switch
    {
        PostState.Withdrawn => new("why-withdrawn", $"Question {post.Number} was taken back: {post.Note.TrimEnd('.')}.", "You had not answered it, and its day is excused."),
        PostState.Closing => new("why-closing", $"Question {post.Number} has just closed, and I have no answer of yours.", "The reveal follows in a moment."),
        _ when post.Round is not null => new("why-early", "You have not answered this question of the round.", "Answer it first; the explanation comes for everybody when time is up."),
        _ => new("why-early", $"Question {post.Number} is open and you have not answered it.", "Take your time and answer first; the explanation follows then, and only you see it."),
    };

    private static Refusal AtClose(DailyPost post, string letters) => post.State == PostState.Withdrawn
        ? new("why-withdrawn", $"You answered {letters}. Question {post.Number} was taken back: {post.Note.TrimEnd('.')}.", "Its day is excused.")
        : post.Round is not null ? new("why-close", $"You answered {letters}. In a round the result comes for everybody when time is up.", "That is in a moment.")
        : new("why-close", $"You answered {letters}. This channel gives results when a question closes.", $"That is {CardTime.Token(post.ClosesAt!.Value)}.");
}
