using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Shows daily questions over whichever platform their group lives on.</summary>
internal sealed class DailyPublisher(IEnumerable<IChatPlatform> platforms, IContentSource content) : IDailyPublisher
{
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    public bool IsReady(GroupKey group) => _platforms.TryGetValue(group.Platform, out var platform) && platform.IsReady && platform.CanReach(group);

    public Task<string> PublishAsync(DailyPost post, Item item, Channel channel, CancellationToken cancellationToken) =>
        Of(post).PostAsync(post.Channel, QuestionCards.Open(post, item, content.Current, participants: 0), Marker(post), channel.Posting, cancellationToken);

    public Task<string?> FindAsync(DailyPost post, CancellationToken cancellationToken) =>
        Of(post).FindAsync(post.Channel, Marker(post), cancellationToken);

    public Task ShowCountAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        EditAsync(post, QuestionCards.Open(post, item, content.Current, participants), cancellationToken);

    public Task CloseAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        EditAsync(post, QuestionCards.Closed(post, item, content.Current, participants), cancellationToken);

    public async Task RevealAsync(DailyPost post, Item item, Channel channel, IReadOnlyList<DailyAnswer> answers, CancellationToken cancellationToken)
    {
        var marker = $"{Marker(post)}:reveal";
        if (await Of(post).FindAsync(post.Channel, marker, cancellationToken) is null)
        {
            await Of(post).ReplyAsync(post.Channel, post.MessageId ?? "", ExplanationCards.Reveal(post, item, answers, content.Current), marker, cancellationToken);
        }
    }

    public async Task TellAdminsAsync(ChannelKey channel, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await Of(channel.Group).PostAsync(channel, new Card(new Section(sentence)) { Tone = CardTone.Caution }, $"admin:{Guid.NewGuid():N}", PostingStyle.Plain, cancellationToken);
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            // The channel that failed may be the only place to say so; the log has it, and /schedule list shows it.
        }
    }

    private static string Marker(DailyPost post) => $"post:{post.Id}";

    private Task EditAsync(DailyPost post, Card card, CancellationToken cancellationToken) =>
        post.MessageId is { } messageId ? Of(post).EditAsync(post.Channel, messageId, card, cancellationToken) : Task.CompletedTask;

    private IChatPlatform Of(DailyPost post) => Of(post.Channel.Group);

    private IChatPlatform Of(GroupKey group) => _platforms.TryGetValue(group.Platform, out var platform)
        ? platform
        : throw new ExternalFaultException($"No adapter for {group.Platform} is configured.", isTransient: true);
}
