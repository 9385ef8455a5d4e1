using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Discord.Gateway;

namespace MlaBot.Discord.Adapter;

/// <summary>Takes what the gateway brings: interactions go to the thread pool at once, everything about guilds goes through one queue in order.</summary>
internal sealed partial class DiscordInbox(
    InteractionReader reader, InteractionHandler handler, GuildWatcher guilds, TimeProvider clock, ILogger<DiscordInbox> logger) : IGatewayListener, IDisposable
{
    private readonly RecentIds _seen = new(8192);
    private readonly PersonTurns _turns = new();
    private readonly PersonPace _pace = new(clock);
    private readonly ConcurrentDictionary<int, bool> _hears = new();
    private readonly WorkUnderWay _underWay = new(clock);

    /// <inheritdoc/>
    public void Dispatched(int shard, string name, ReadOnlyMemory<byte> data)
    {
        if (name != "INTERACTION_CREATE")
        {
            guilds.Enqueue(shard, name, data);
            return;
        }

        if (Read(shard, data) is not { } interaction || !_seen.Add(interaction.Ticket.Id))
        {
            return;
        }

        if (!_underWay.TryBegin(out var isAlone))
        {
            Log.Overrun(logger, WorkUnderWay.Most);
            return;
        }

        // Turns are taken here, where events still come one after another.
        // What comes too fast takes none: it is answered without any work, however long the person's queue is.
        var pace = interaction.Person is { } asking ? _pace.Count(asking) : Pace.Fine;
        var turn = interaction.Person is { } person && pace == Pace.Fine ? _turns.Take(person) : null;
        _underWay.Run(ending => RunAsync(interaction, turn, pace, ending), startsHere: isAlone && interaction is Interaction.Pressed or Interaction.Typed);
    }

    /// <inheritdoc/>
    public void ReadyChanged(int shard, bool isReady)
    {
        _hears[shard] = isReady;
        if (isReady)
        {
            Log.Hears(logger, shard);
        }
        else
        {
            Log.Deaf(logger, shard);
        }
    }

    /// <summary>Ends what is under way; called when the program stops.</summary>
    public Task StopAsync(TimeSpan patience) => _underWay.StopAsync(patience);

    /// <inheritdoc/>
    public void Dispose() => _underWay.Dispose();

    private Interaction? Read(int shard, ReadOnlyMemory<byte> data)
    {
        try
        {
            // What comes before a shard hears is what a resume brings again.
            return reader.Read(data.Span, clock.GetTimestamp()) is { } interaction
                ? interaction with { Ticket = interaction.Ticket with { IsReplayed = !_hears.GetValueOrDefault(shard) } }
                : null;
        }
        catch (JsonException malformed)
        {
            Log.Malformed(logger, malformed.Message);
            return null;
        }
    }

    private Task RunAsync(Interaction interaction, PersonTurns.Turn? turn, Pace pace, CancellationToken ending) =>
        EventSeam.RunAsync(
            logger,
            "An interaction",
            () => pace == Pace.Fine ? handler.HandleAsync(interaction, turn, ending) : handler.SlowDownAsync(interaction, isTold: pace == Pace.StillTooFast, ending),
            ending);

    private static partial class Log
    {
        [LoggerMessage(311, LogLevel.Warning, "More than {Most} interactions are under way; new ones are dropped until some are done")]
        public static partial void Overrun(ILogger logger, int most);

        [LoggerMessage(312, LogLevel.Warning, "An interaction could not be read: {Reason}")]
        public static partial void Malformed(ILogger logger, string reason);

        [LoggerMessage(314, LogLevel.Information, "Shard {Shard} hears Discord")]
        public static partial void Hears(ILogger logger, int shard);

        [LoggerMessage(315, LogLevel.Warning, "Shard {Shard} has lost Discord and connects again")]
        public static partial void Deaf(ILogger logger, int shard);
    }
}
