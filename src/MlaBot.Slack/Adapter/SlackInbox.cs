using System.Text.Json;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Takes the envelopes of one workspace and puts each to work at once; none waits for another but those of one person.</summary>
internal sealed partial class SlackInbox(
    Workspace workspace, EnvelopeHandler handler, TimeProvider clock, ILogger<SlackInbox> logger) : ISocketListener, IDisposable
{
    // 500 people in a second are welcome; past this, memory counts more than an answer that would come too late.
    private const int MostUnderWay = 4096;

    private readonly PersonPace _pace = new(clock);
    private readonly CancellationTokenSource _ending = new();
    private int _underWay;

    /// <inheritdoc/>
    public void Received(SocketEnvelope envelope)
    {
        var underWay = Interlocked.Increment(ref _underWay);
        if (underWay > MostUnderWay)
        {
            Interlocked.Decrement(ref _underWay);
            Log.Overrun(logger, MostUnderWay);
            return;
        }

        var incoming = Read(envelope);
        var isNew = incoming.Key.Length == 0 || workspace.Seen.Add(incoming.Key);
        // Turns are taken here, where envelopes still come one after another.
        // What comes too fast takes none: it is acknowledged without any work, however long the person's queue is.
        LearnerKey? person = Doer(incoming) is { } doer ? new LearnerKey(workspace.Group, doer) : null;
        var pace = isNew && person is { } asking ? _pace.Count(asking) : Pace.Fine;
        var turn = person is { } next && pace == Pace.Fine ? workspace.Turns.Take(next) : null;
        var work = new Work(this, isNew ? incoming : new Incoming.Nothing(envelope, "a second delivery"), turn, pace);
        if (underWay == 1 && incoming is Incoming.Pressed or Incoming.Typed)
        {
            // Nobody else waits: to wake another thread would cost more than the work up to its first wait.
            Start(work);
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Inbox.Start(work), work, preferLocal: true);
    }

    /// <inheritdoc/>
    public void HearingChanged(bool isHearing)
    {
        workspace.Hear(isHearing);
        if (isHearing)
        {
            Log.Hears(logger, workspace.Number);
        }
        else if (workspace.ClosedBecause is null)
        {
            Log.Deaf(logger, workspace.Number);
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

    private static string? Doer(Incoming incoming) => incoming switch
    {
        Incoming.Slash slash => slash.Doer.Id,
        Incoming.Pressed pressed => pressed.Doer.Id,
        Incoming.Submitted submitted => submitted.Doer.Id,
        Incoming.Shortcut shortcut => shortcut.Doer.Id,
        _ => null,
    };

    private Incoming Read(SocketEnvelope envelope)
    {
        try
        {
            return EnvelopeReader.Read(envelope);
        }
        catch (JsonException malformed)
        {
            // The reason names a place in the text, never the text, which may hold secrets.
            Log.Malformed(logger, envelope.Type, malformed.Path ?? "", malformed.BytePositionInLine ?? 0);
            return new Incoming.Nothing(envelope, "a payload that cannot be read");
        }
    }

    private void Start(Work work) => _ = RunAsync(work);

    private async Task RunAsync(Work work)
    {
        try
        {
            await (work.Pace == Pace.Fine
                ? handler.HandleAsync(work.Incoming, work.Turn, _ending.Token)
                : handler.SlowDownAsync(work.Incoming, isTold: work.Pace == Pace.StillTooFast, _ending.Token));
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The program ends; what was not acknowledged is said to the person by Slack.
        }
        catch (SlackApiException fault)
        {
            Log.Fault(logger, fault.Message);
        }
        catch (Exception mistake)
        {
            // The seam where our own mistakes end: one envelope never takes the others down.
            Log.Failed(logger, mistake);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private sealed record Work(SlackInbox Inbox, Incoming Incoming, PersonTurns.Turn? Turn, Pace Pace);

    private static partial class Log
    {
        [LoggerMessage(411, LogLevel.Warning, "More than {Most} envelopes are under way; new ones are dropped until some are done")]
        public static partial void Overrun(ILogger logger, int most);

        [LoggerMessage(412, LogLevel.Warning, "An envelope of type {Type} could not be read at {Path}, byte {Byte}")]
        public static partial void Malformed(ILogger logger, string type, string path, long @byte);

        [LoggerMessage(413, LogLevel.Error, "An envelope failed")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(416, LogLevel.Warning, "What an envelope asked for could not be done on Slack. {Reason}")]
        public static partial void Fault(ILogger logger, string reason);

        [LoggerMessage(414, LogLevel.Information, "Workspace {Number} is connected")]
        public static partial void Hears(ILogger logger, int number);

        [LoggerMessage(415, LogLevel.Warning, "Workspace {Number} is not connected; trying again")]
        public static partial void Deaf(ILogger logger, int number);
    }
}
