using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Rest.Limits;
using MlaBot.Discord.Rest.Sending;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest;

/// <summary>Discord's REST API over HTTP.</summary>
internal sealed class DiscordApi : IDiscordApi, IDisposable
{
    private readonly RestTransport _transport;
    private readonly RateLimits _limits;
    private readonly RestSender _sender;
    private readonly CallbackSender _callbacks;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="options">The token and where the API lies.</param>
    /// <param name="clock">The clock of all waits.</param>
    /// <param name="random">Chance for the waits before another try; used under a lock.</param>
    /// <param name="logger">Hears of refusals and waits, never of a token.</param>
    /// <param name="tuning">The client's own numbers; null for those that suit the real Discord.</param>
    /// <param name="tokenRefused">Hears, in a sentence for people, that Discord refuses the token: nothing can be sent any more. May be called more than once.</param>
    /// <exception cref="ArgumentException">The token has characters that no token has.</exception>
    public DiscordApi(DiscordOptions options, TimeProvider clock, Random random, ILogger<DiscordApi> logger, RestTuning? tuning = null, Action<string>? tokenRefused = null)
    {
        tuning ??= new RestTuning();
        var failures = new Failures(options.Token.Trim());
        _transport = new RestTransport(options);
        _limits = new RateLimits(tuning, clock);
        var ledger = new RefusalLedger(_limits, Counters, tuning, clock, logger, tokenRefused);
        _sender = new RestSender(_transport, _limits, ledger, failures, Counters, tuning, clock, random, logger);
        _callbacks = new CallbackSender(_transport, ledger, failures, Counters, tuning, clock);
    }

    /// <summary>What was sent and refused so far.</summary>
    public RestCounters Counters { get; } = new();

    /// <summary>Buckets held in memory.</summary>
    public int BucketCount => _limits.BucketCount;

    /// <inheritdoc/>
    public Task<GatewayInfo> GatewayAsync(CancellationToken cancellationToken) =>
        ReadAsync(Calls.Gateway(), DiscordJson.Default.GatewayInfo, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedApplication> ApplicationAsync(CancellationToken cancellationToken) =>
        ReadAsync(Calls.Application(), DiscordJson.Default.ReceivedApplication, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedUser> SelfAsync(CancellationToken cancellationToken) =>
        ReadAsync(Calls.Self(), DiscordJson.Default.ReceivedUser, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedMessage> CreateMessageAsync(string guild, string channel, MessagePayload message, CancellationToken cancellationToken) =>
        ReadAsync(Calls.CreateMessage(guild, channel, message), DiscordJson.Default.ReceivedMessage, cancellationToken);

    /// <inheritdoc/>
    public Task EditMessageAsync(string guild, string channel, string messageId, MessagePayload message, CancellationToken cancellationToken) =>
        _sender.SendAsync(Calls.EditMessage(guild, channel, messageId, message), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> MessagesAsync(string guild, string channel, int limit, string? before, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        return await ReadAsync(Calls.Messages(guild, channel, limit, before), DiscordJson.Default.ReceivedMessageArray, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ReceivedChannel> StartThreadAsync(string guild, string channel, string messageId, string name, int autoArchiveMinutes, CancellationToken cancellationToken) =>
        ReadAsync(Calls.StartThread(guild, channel, messageId, new NewThread(name, autoArchiveMinutes)), DiscordJson.Default.ReceivedChannel, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedChannel> ChannelAsync(string guild, string channel, CancellationToken cancellationToken) =>
        ReadAsync(Calls.Channel(guild, channel), DiscordJson.Default.ReceivedChannel, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedGuild> GuildAsync(string guild, CancellationToken cancellationToken) =>
        ReadAsync(Calls.Guild(guild), DiscordJson.Default.ReceivedGuild, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedMember> MemberAsync(string guild, string user, CancellationToken cancellationToken) =>
        ReadAsync(Calls.Member(guild, user), DiscordJson.Default.ReceivedMember, cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedChannel> PrivateChannelAsync(string user, CancellationToken cancellationToken) =>
        ReadAsync(Calls.PrivateChannel(user), DiscordJson.Default.ReceivedChannel, cancellationToken);

    /// <inheritdoc/>
    public Task<JsonElement> CommandsAsync(string application, string? guild, CancellationToken cancellationToken) =>
        ReadAsync(Calls.Commands(application, guild), DiscordJson.Default.JsonElement, cancellationToken);

    /// <inheritdoc/>
    public Task OverwriteCommandsAsync(string application, string? guild, JsonElement commands, CancellationToken cancellationToken) =>
        _sender.SendAsync(Calls.OverwriteCommands(application, guild, commands), cancellationToken);

    /// <inheritdoc/>
    public Task AnswerAsync(string interactionId, string interactionToken, InteractionAnswer answer, CancellationToken cancellationToken) =>
        _callbacks.SendAsync(interactionId, interactionToken, answer, cancellationToken);

    /// <inheritdoc/>
    public Task FollowUpAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) =>
        _sender.SendAsync(Calls.FollowUp(application, interactionToken, message), cancellationToken);

    /// <inheritdoc/>
    public Task EditOriginalAsync(string application, string interactionToken, MessagePayload message, CancellationToken cancellationToken) =>
        _sender.SendAsync(Calls.EditOriginal(application, interactionToken, message), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _limits.Dispose();
        _transport.Dispose();
    }

    private async Task<T> ReadAsync<T>(RestCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(call, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException fault)
        {
            throw Failures.Unreadable(call.Shown, answer.Status, fault);
        }
    }
}
