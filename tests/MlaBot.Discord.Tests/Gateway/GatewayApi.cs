using System.Text.Json;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>Answers <c>/gateway/bot</c> from a list; the last answer stays. Nothing else is called by the gateway client.</summary>
internal sealed class GatewayApi : IDiscordApi
{
    public Queue<Func<GatewayInfo>> Answers { get; } = new();

    public int Calls { get; private set; }

    public Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken)
    {
        lock (Answers)
        {
            Calls++;
            return Task.Run(Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek(), cancellationToken);
        }
    }

    public Task<ReceivedApplication> ApplicationAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedUser> SelfAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedMessage> CreateMessageAsync(string guild, string channel, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EditMessageAsync(string guild, string channel, string messageId, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(string guild, string channel, int limit, string? before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedChannel> StartThreadAsync(string guild, string channel, string messageId, string name, int autoArchiveMinutes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedChannel> ChannelAsync(string guild, string channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedGuild> GuildAsync(string guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedMember> MemberAsync(string guild, string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReceivedChannel> PrivateChannelAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<JsonElement> CommandsAsync(string application, string? guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task OverwriteCommandsAsync(string application, string? guild, JsonElement commands, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
