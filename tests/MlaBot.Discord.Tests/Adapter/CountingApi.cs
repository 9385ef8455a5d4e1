using System.Text.Json;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>Counts answers to interactions, and can make them hang. Nothing else is called.</summary>
internal sealed class CountingApi : IDiscordApi
{
    private int _answers;
    private int _now;
    private int _most;

    /// <summary>Not null: answers wait for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int Answers => Volatile.Read(ref _answers);

    public int Now => Volatile.Read(ref _now);

    public int Most => Volatile.Read(ref _most);

    public async Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _answers);
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        await (Gate?.Task ?? Task.CompletedTask);
        Interlocked.Decrement(ref _now);
    }

    public Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

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
}
