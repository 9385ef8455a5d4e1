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
    // 500 people in a second are welcome; past this, memory counts more than an answer that would come too late.
    private const int MostUnderWay = 4096;

    private readonly RecentIds _seen = new(8192);
    private readonly PersonTurns _turns = new();
    private readonly PersonPace _pace = new(clock);
    private readonly ConcurrentDictionary<int, bool> _hears = new();
    private readonly CancellationTokenSource _ending = new();
    private int _underWay;

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

        var underWay = Interlocked.Increment(ref _underWay);
        if (underWay > MostUnderWay)
        {
            Interlocked.Decrement(ref _underWay);
            Log.Overrun(logger, MostUnderWay);
            return;
        }

        // Turns are taken here, where events still come one after another.
        // What comes too fast takes none: it is answered without any work, however long the person's queue is.
        var pace = interaction.Person is { } asking ? _pace.Count(asking) : Pace.Fine;
        var turn = interaction.Person is { } person && pace == Pace.Fine ? _turns.Take(person) : null;
        var work = new Work(this, interaction, turn, pace);
        if (underWay == 1 && interaction is Interaction.Pressed or Interaction.Typed)
        {
            // Nobody else waits: to wake another thread would cost more than the work up to its first wait.
            Start(work);
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Inbox.Start(work), work, preferLocal: true);
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
    public async Task StopAsync(TimeSpan patience)
    {
        var began = clock.GetTimestamp();
        while (Volatile.Read(ref _underWay) > 0 && clock.GetElapsedTime(began) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock);
        }

        await _ending.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _ending.Dispose();

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

    private void Start(Work work) => _ = RunAsync(work);

    private async Task RunAsync(Work work)
    {
        try
        {
            await EventSeam.RunAsync(logger, "An interaction", () => work.Pace == Pace.Fine
                ? handler.HandleAsync(work.Interaction, work.Turn, _ending.Token)
                : handler.SlowDownAsync(work.Interaction, isTold: work.Pace == Pace.StillTooFast, _ending.Token), _ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The program ends; the person sees "interaction failed" and presses again after the start.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private sealed record Work(DiscordInbox Inbox, Interaction Interaction, PersonTurns.Turn? Turn, Pace Pace);

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
