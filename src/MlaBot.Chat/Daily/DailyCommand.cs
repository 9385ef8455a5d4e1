using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary><c>/daily</c> lists the open questions, <c>/daily 12</c> shows one again.</summary>
internal sealed class DailyCommand(IDailyStore store, ChannelPlace places, IContentSource content, ShowQuestion show, TypedNumbers numbers) : IChatCommand
{
    public CommandSpec Spec { get; } = new("daily", "Show the open questions, or one of them again")
    {
        Options = [new("question", "A question's number; leave it out for the list")],
        Examples = ["daily", "daily 12"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        request.Option("question").Length == 0
            ? await ListAsync(request, cancellationToken)
            : await numbers.HandleAsync(request, post => show.HandleAsync(post, request.User.Key, request.Channel, cancellationToken), cancellationToken);

    private async Task<Card> ListAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(request, cancellationToken) is not { } channel)
        {
            return await NoneHereAsync(request, cancellationToken);
        }

        var recent = await store.RecentAsync(channel.Key, 40, cancellationToken);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var post in recent.Where(post => post.State == PostState.Open))
        {
            var item = await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken);
            var own = await store.FindAnswerAsync(post.Id, request.User.Key, cancellationToken);
            rows.Add([post.Number.ToString(CultureInfo.InvariantCulture), item is null ? "" : $"Domain {ItemPlace.Of(content.Current, item, channel.Exam).Domain}, {QuestionCards.Kind(item)}", own is null ? "not yet" : post.Presentation.InLetters(own.Last), CardTime.Token(post.ClosesAt!.Value)]);
        }

        if (rows.Count == 0)
        {
            var next = recent.Where(post => post.State == PostState.Planned).OrderBy(post => post.DueAt).FirstOrDefault();
            return new Card(new Section(next is null
                ? "No question is open. None is planned either; /schedule list tells an admin why."
                : $"No question is open. The next one comes {CardTime.Token(next.DueAt)}.")).Privately();
        }

        return new Card(
            new Header("Open questions"),
            new Table(["Question", "About", "Your answer", "Open until"], rows),
            new ContextLine("/daily <number> shows a question again; /why <number> explains one you have answered.")).Privately();
    }

    // Channels are not named: one of them may be hidden from whoever asks.
    private async Task<Card> NoneHereAsync(ChatRequest request, CancellationToken cancellationToken) => new Card(new Section(
        await places.IsAnywhereAsync(request.Channel.Group, cancellationToken)
            ? "No questions come in this channel. Type /daily in the channel where your group studies."
            : "No question is open. An admin starts everything with /setup.")).Privately();
}
