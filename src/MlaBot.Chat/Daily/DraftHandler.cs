using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Leads a person through an ordering or matching answer. What was put together lies in the store, so every press works
/// on what stands there, whichever message, device or run of the program it comes from.</summary>
internal sealed class DraftHandler(IDailyStore store, IDraftStore drafts, AnswerHandler answers, WhyHandler why, PlatformList platforms)
{
    /// <summary>The subject of an answer's draft.</summary>
    public static string Subject(PostId post) => $"answer:{post}";

    /// <summary>Begins a draft, or shows the one that was begun. The press came from the question, so the card is a new message; where the
    /// platform has windows for it, it is a form instead.</summary>
    public Task<Card> BeginAsync(PostId post, ChatUser user, CancellationToken cancellationToken) => platforms.AnswersInForms(user.Key.Group)
        ? FormAsync(post, user, cancellationToken)
        : ChangeAsync(post, user, change: null, cancellationToken);

    /// <summary>Changes a draft and shows it in the place of the old card.</summary>
    /// <param name="post">The post.</param>
    /// <param name="user">Who pressed.</param>
    /// <param name="change">Makes the new text of the old one, with the post's letters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Card> PressAsync(PostId post, ChatUser user, Func<DailyPost, Item, string?, string?> change, CancellationToken cancellationToken) =>
        await ChangeAsync(post, user, change, cancellationToken) with { ReplacesMessage = true };

    /// <summary>Answers with a complete draft and shows the receipt in its place.</summary>
    public async Task<Card> SubmitAsync(PostId id, ChatPress press, CancellationToken cancellationToken)
    {
        var user = press.User;
        var (post, item, ended) = await FindAsync(id, user, cancellationToken);
        if (ended is not null)
        {
            return ended with { ReplacesMessage = true };
        }

        var text = await drafts.FindAsync(user.Key, Subject(id), cancellationToken);
        if (Letters(post!, item!, text) is not { } letters)
        {
            return await NothingToSubmitAsync(post!, item!, text, user, cancellationToken) with { ReplacesMessage = true };
        }

        var card = await answers.HandleAsync(id, user, letters, press.Age, cancellationToken);
        // After the answer is stored: a crash between the two leaves a draft, never a lost answer.
        await drafts.UpdateAsync(user.Key, Subject(id), standing => standing == text ? null : standing, cancellationToken);
        return card with { ReplacesMessage = true };
    }

    /// <summary>A double tap, or a press on a card of before the answer: the answer is what the person has to see, not a draft that is gone.</summary>
    private async Task<Card> NothingToSubmitAsync(DailyPost post, Item item, string? text, ChatUser user, CancellationToken cancellationToken)
    {
        if (text is null && await store.FindAnswerAsync(post.Id, user.Key, cancellationToken) is { } standing)
        {
            return ExplanationCards.Standing(post, standing);
        }

        var sentence = text is null ? "There is nothing to submit here any more." : "That is not complete yet, so nothing was submitted.";
        return Show(post, item, text, $"{sentence} {await NoteAsync(post, user, cancellationToken)}".TrimEnd());
    }

    private async Task<Card> FormAsync(PostId id, ChatUser user, CancellationToken cancellationToken)
    {
        var (post, item, ended) = await FindAsync(id, user, cancellationToken, isForm: true);
        if (ended is not null)
        {
            return ended;
        }

        var standing = await store.FindAnswerAsync(id, user.Key, cancellationToken);
        return AnswerForms.Of(post!, item!, standing?.Last, await NoteAsync(post!, user, cancellationToken));
    }

    private async Task<Card> ChangeAsync(PostId id, ChatUser user, Func<DailyPost, Item, string?, string?>? change, CancellationToken cancellationToken)
    {
        var (post, item, ended) = await FindAsync(id, user, cancellationToken);
        if (ended is not null)
        {
            return ended;
        }

        var text = change is null
            ? await drafts.FindAsync(user.Key, Subject(id), cancellationToken)
            : await drafts.UpdateAsync(user.Key, Subject(id), before => change(post!, item!, before), cancellationToken);
        return Show(post!, item!, text, await NoteAsync(post!, user, cancellationToken));
    }

    /// <summary>The post and its item, or the card that ends a draft: there is no such question, or its answer is final.</summary>
    private async Task<(DailyPost? Post, Item? Item, Card? Ended)> FindAsync(PostId id, ChatUser user, CancellationToken cancellationToken, bool isForm = false)
    {
        var post = await store.FindPostAsync(id, cancellationToken);
        if (post is null || post.Channel.Group != user.Key.Group || post.State == PostState.Planned
            || await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is not { } item)
        {
            return (null, null, RefusalCards.For(RecordAnswer.UnknownPost));
        }

        if (post.State is PostState.Missed or PostState.Skipped or PostState.Withdrawn)
        {
            await drafts.UpdateAsync(user.Key, Subject(id), _ => null, cancellationToken);
            var reason = post.Note.Length > 0 ? $": {post.Note.TrimEnd('.')}" : "";
            return (null, null, RefusalCards.For(new("post-closed", $"{QuestionCards.Name(post)} takes no answers{reason}.", $"{(post.Round is null ? "Its day is excused. " : "")}Type /daily to see the open questions.")));
        }

        if (item is not (OrderingItem or MatchingItem) && !isForm)
        {
            return (null, null, RefusalCards.For(new("answer-kind", $"{QuestionCards.Name(post)} is answered at once.", AnswerCheck.HowTo(item))));
        }

        return await IsFinalAsync(post, user, cancellationToken)
            ? (null, null, await why.HandleAsync(id, user, cancellationToken))
            : (post, item, null);
    }

    private async Task<bool> IsFinalAsync(DailyPost post, ChatUser user, CancellationToken cancellationToken)
    {
        // In a live round the first answer is final.
        var mayChange = post.Round is null && post.Feedback == FeedbackMode.AtClose && post.State is PostState.Intended or PostState.Open or PostState.Closing;
        return !mayChange && await store.FindAnswerAsync(post.Id, user.Key, cancellationToken) is not null;
    }

    private async Task<string> NoteAsync(DailyPost post, ChatUser user, CancellationToken cancellationToken)
    {
        if (post.State is PostState.Revealed or PostState.Settled)
        {
            return "This question was revealed, so an answer is practice now.";
        }

        return await store.FindAnswerAsync(post.Id, user.Key, cancellationToken) is { } standing
            ? $"Your answer {post.Presentation.InLetters(standing.Last)} stands until you submit another."
            : "";
    }

    private static Card Show(DailyPost post, Item item, string? text, string note) => item is OrderingItem ordering
        ? DraftCards.Order(post, ordering, OrderDraft.Read(ordering, text), note)
        : DraftCards.Match(post, (MatchingItem)item, MatchDraft.Read((MatchingItem)item, text), note);

    /// <summary>A complete draft in the post's letters; null while something is missing.</summary>
    private static string? Letters(DailyPost post, Item item, string? text) => item switch
    {
        OrderingItem ordering when OrderDraft.Read(ordering, text) is { IsComplete: true } order => post.Presentation.InLetters(order.Answer),
        MatchingItem matching when MatchDraft.Read(matching, text) is { IsComplete: true } match => post.Presentation.InLetters(match.Answer),
        _ => null,
    };
}
