using System.Text.Json;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest;

/// <summary>The REST calls that the bot makes, typed.</summary>
/// <remarks>Every failure is a <see cref="DiscordApiException"/>. <c>guild</c> names the group on whose behalf a call is made: calls
/// of one guild keep their order, and guilds take turns when the global limit is what all wait for.</remarks>
internal interface IDiscordApi
{
    /// <summary><c>GET /gateway/bot</c>.</summary>
    Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken);

    /// <summary><c>GET /applications/@me</c>.</summary>
    Task<ReceivedApplication> ApplicationAsync(CancellationToken cancellationToken);

    /// <summary><c>GET /users/@me</c>.</summary>
    Task<ReceivedUser> SelfAsync(CancellationToken cancellationToken);

    /// <summary><c>POST /channels/{channel}/messages</c>. Retried after a fault only when the payload has an enforced nonce.</summary>
    Task<ReceivedMessage> CreateMessageAsync(string guild, string channel, MessagePayload message, CancellationToken cancellationToken);

    /// <summary><c>PATCH /channels/{channel}/messages/{message}</c>.</summary>
    Task EditMessageAsync(string guild, string channel, string messageId, MessagePayload message, CancellationToken cancellationToken);

    /// <summary><c>GET /channels/{channel}/messages</c>, newest first.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="before">Only messages before this id; null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(string guild, string channel, int limit, string? before, CancellationToken cancellationToken);

    /// <summary><c>POST /channels/{channel}/messages/{message}/threads</c>. A second one for a message fails with 160004.</summary>
    Task<ReceivedChannel> StartThreadAsync(string guild, string channel, string messageId, string name, int autoArchiveMinutes, CancellationToken cancellationToken);

    /// <summary><c>GET /channels/{channel}</c>.</summary>
    Task<ReceivedChannel> ChannelAsync(string guild, string channel, CancellationToken cancellationToken);

    /// <summary><c>GET /guilds/{guild}</c>, with its roles.</summary>
    Task<ReceivedGuild> GuildAsync(string guild, CancellationToken cancellationToken);

    /// <summary><c>GET /guilds/{guild}/members/{user}</c>.</summary>
    Task<ReceivedMember> MemberAsync(string guild, string user, CancellationToken cancellationToken);

    /// <summary><c>POST /users/@me/channels</c>: the channel of private messages with a person.</summary>
    Task<ReceivedChannel> PrivateChannelAsync(string user, CancellationToken cancellationToken);

    /// <summary><c>GET /applications/{application}[/guilds/{guild}]/commands</c>, raw.</summary>
    Task<JsonElement> CommandsAsync(string application, string? guild, CancellationToken cancellationToken);

    /// <summary><c>PUT /applications/{application}[/guilds/{guild}]/commands</c>: overwrites the whole list.</summary>
    Task OverwriteCommandsAsync(string application, string? guild, JsonElement commands, CancellationToken cancellationToken);

    /// <summary><c>POST /interactions/{id}/{token}/callback</c>: outside every queue, without Authorization, never retried.</summary>
    Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken);

    /// <summary><c>POST /webhooks/{application}/{token}</c>: one more message after the first answer. Shares a limit per channel, so it is
    /// for texts too long for one message and nothing else.</summary>
    Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken);

    /// <summary><c>PATCH /webhooks/{application}/{token}/messages/@original</c>: fills a deferred answer.</summary>
    Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken);
}
