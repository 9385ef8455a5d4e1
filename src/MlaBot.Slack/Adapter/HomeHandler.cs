using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;

namespace MlaBot.Slack.Adapter;

/// <summary>Makes the card of a person's Home. It gives way to the chat layer's own once that is there.</summary>
internal sealed class HomeHandler
{
    public Task<Card> ShowAsync(ChatUser user, CancellationToken cancellationToken) =>
        Task.FromResult(new Card(new Header($"Hello {user.Name}"), new Section("Type `/help` in a channel to see what I do.")));
}
