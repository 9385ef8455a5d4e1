using System.Text.Json;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests;

/// <summary>A REST client of which a test fills in the calls that may happen; every other call is a failure.</summary>
internal abstract class UncalledApi : IDiscordApi
{
    public virtual Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedApplication> ApplicationAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedUser> SelfAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedMessage> CreateMessageAsync(string guild, string channel, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task EditMessageAsync(string guild, string channel, string messageId, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(string guild, string channel, int limit, string? before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedChannel> StartThreadAsync(string guild, string channel, string messageId, string name, int autoArchiveMinutes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedChannel> ChannelAsync(string guild, string channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedGuild> GuildAsync(string guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedMember> MemberAsync(string guild, string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<ReceivedChannel> PrivateChannelAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task<JsonElement> CommandsAsync(string application, string? guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task OverwriteCommandsAsync(string application, string? guild, JsonElement commands, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public virtual Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
