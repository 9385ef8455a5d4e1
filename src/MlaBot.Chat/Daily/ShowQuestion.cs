using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>Shows a question of the person's own group again, in private, if its channel is one that the person can read.</summary>
internal sealed class ShowQuestion(IDailyStore store, IChannelStore channels, IContentSource content, PlatformList platforms)
{
    public async Task<Card> HandleAsync(PostId id, LearnerKey person, ChannelKey asked, CancellationToken cancellationToken)
    {
        var post = await store.FindPostAsync(id, cancellationToken);
        // A planned one is nobody's business yet, also when its item was shown before.
        if (post is null || post.Channel.Group != person.Group || post.State == PostState.Planned
            || (post.Channel != asked && !await platforms.CanReadAsync(person, post.Channel, cancellationToken))
            || await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is not { } item)
        {
            return RefusalCards.For(RecordAnswer.UnknownPost);
        }

        if (NotPosted.Of(post) is { } refusal)
        {
            return RefusalCards.For(refusal);
        }

        var exam = (await channels.FindAsync(post.Channel, cancellationToken))?.Exam;
        var count = await store.ParticipantsAsync(id, cancellationToken);
        var answersInForms = platforms.AnswersInForms(person.Group);
        return (post.State switch
        {
            PostState.Open or PostState.Intended => QuestionCards.Open(post, item, content.Current, exam, count, answersInForms),
            PostState.Revealed or PostState.Settled when post.Round is null && await store.FindAnswerAsync(id, person, cancellationToken) is null =>
                QuestionCards.Practice(post, item, content.Current, exam, answersInForms),
            _ => QuestionCards.Closed(post, item, content.Current, exam, count),
        }).Privately();
    }
}

/// <summary>A button that shows a question where its message is not at hand.</summary>
internal sealed class ShowQuestionAction(IDailyStore store, ShowQuestion show) : PostAction(store)
{
    public override string Name => DailyActions.Show;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) => show.HandleAsync(id, press.User.Key, press.Channel, cancellationToken);
}
