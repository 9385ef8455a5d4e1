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
    private readonly PersonPace _pace = new(clock);
    private readonly WorkUnderWay _underWay = new(clock);

    /// <inheritdoc/>
    public void Received(SocketEnvelope envelope)
    {
        if (!_underWay.TryBegin(out var isAlone))
        {
            Log.Overrun(logger, WorkUnderWay.Most);
            return;
        }

        var isRun = false;
        try
        {
            Begin(envelope, isAlone);
            isRun = true;
        }
        finally
        {
            if (!isRun)
            {
                _underWay.GiveUp();
            }
        }
    }

    private void Begin(SocketEnvelope envelope, bool isAlone)
    {
        var incoming = Read(envelope);
        var isNew = incoming.Key.Length == 0 || workspace.Seen.Add(incoming.Key);
        // Turns are taken here, where envelopes still come one after another.
        // What comes too fast takes none: it is acknowledged without any work, however long the person's queue is.
        LearnerKey? person = Doer(incoming) is { } doer ? new LearnerKey(workspace.Group, doer) : null;
        var pace = isNew && person is { } asking ? _pace.Count(asking) : Pace.Fine;
        var turn = person is { } next && pace == Pace.Fine ? workspace.Turns.Take(next) : null;
        var work = isNew ? incoming : new Incoming.Nothing(envelope, "a second delivery");
        _underWay.Run(ending => RunAsync(work, turn, pace, ending), startsHere: isAlone && incoming is Incoming.Pressed or Incoming.Typed);
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
    public Task StopAsync(TimeSpan patience) => _underWay.StopAsync(patience);

    /// <inheritdoc/>
    public void Dispose() => _underWay.Dispose();

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
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The reason names a place in the text, never the text, which may hold secrets.
            var place = malformed as JsonException;
            Log.Malformed(logger, envelope.Type, place?.Path ?? "", place?.BytePositionInLine ?? 0);
            return new Incoming.Nothing(envelope, "a payload that cannot be read");
        }
    }

    private Task RunAsync(Incoming incoming, PersonTurns.Turn? turn, Pace pace, CancellationToken ending) => EventSeam.RunAsync(
        logger,
        "An envelope",
        async () =>
        {
            try
            {
                await (pace == Pace.Fine ? handler.HandleAsync(incoming, turn, ending) : handler.SlowDownAsync(incoming, isTold: pace == Pace.StillTooFast, ending));
            }
            catch (SlackApiException fault)
            {
                // The outside world's fault, not ours: no trace.
                Log.Fault(logger, fault.Message);
            }
        },
        ending);

    private static partial class Log
    {
        [LoggerMessage(411, LogLevel.Warning, "More than {Most} envelopes are under way; new ones are dropped until some are done")]
        public static partial void Overrun(ILogger logger, int most);

        [LoggerMessage(412, LogLevel.Warning, "An envelope of type {Type} could not be read at {Path}, byte {Byte}")]
        public static partial void Malformed(ILogger logger, string type, string path, long @byte);

        [LoggerMessage(416, LogLevel.Warning, "What an envelope asked for could not be done on Slack. {Reason}")]
        public static partial void Fault(ILogger logger, string reason);

        [LoggerMessage(414, LogLevel.Information, "Workspace {Number} is connected")]
        public static partial void Hears(ILogger logger, int number);

        [LoggerMessage(415, LogLevel.Warning, "Workspace {Number} is not connected; trying again")]
        public static partial void Deaf(ILogger logger, int number);
    }
}
