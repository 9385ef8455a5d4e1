using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Runs the adapter: each workspace introduces itself, then listens until the program ends.</summary>
internal sealed partial class SlackService(
    IReadOnlyList<WorkspaceParts> workspaces, IEnumerable<IChatPlatform> platforms, WorkspaceClosing closing, FatalFault fatal, ILogger<SlackService> logger) : BackgroundService
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];
    private static readonly TimeSpan[] Looks = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    // A refusal ends the program only when nothing else is left to serve.
    private readonly bool _isAlone = workspaces.Count == 1 && platforms.Count() == 1;

    // Two pairs of one workspace introduce themselves at the same time.
    private readonly Lock _introducing = new();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(workspaces.Select(each => RunAsync(each, stoppingToken)));

    private async Task RunAsync(WorkspaceParts parts, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, parts.Workspace.Closed);
        var asking = Task.CompletedTask;
        try
        {
            if (!await IntroduceAsync(parts.Workspace, stoppingToken))
            {
                return;
            }

            asking = parts.People.RunAsync(ending.Token);
            await ListenAsync(parts, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The program ends, or the workspace is closed.
        }
        finally
        {
            await parts.Inbox.StopAsync(TimeSpan.FromSeconds(3));
            await ending.CancelAsync();
            await Task.WhenAny(asking);
        }
    }

    /// <summary>Listens; what a person can switch on again while the program runs is looked at every few minutes.</summary>
    private async Task ListenAsync(WorkspaceParts parts, CancellationToken cancellationToken)
    {
        // The sockets' run ends like any other when the program stops.
        for (var looks = 0; !cancellationToken.IsCancellationRequested; looks++)
        {
            try
            {
                await parts.Sockets().RunAsync(cancellationToken);
            }
            catch (SocketFatalException refused) when (_isAlone && !parts.HasHeard)
            {
                fatal.Report(StartSentences.Sockets(parts.Workspace.Section, refused.Message));
                return;
            }
            catch (SocketFatalException refused) when (!cancellationToken.IsCancellationRequested)
            {
                if (await HasLostTokenAsync(parts.Workspace, cancellationToken))
                {
                    await closing.CloseAsync(parts.Workspace, SlackFaults.TokenLost);
                    return;
                }

                if (parts.Workspace.TakeHeard() || looks == 0)
                {
                    looks = 0;
                    Log.Deaf(logger, parts.Workspace.Number, refused.Message);
                    await parts.Deafness.BeginAsync(refused.Message, cancellationToken);
                }

                await Task.Delay(Looks[Math.Min(looks, Looks.Length - 1)], TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>True when the bot token works no more either. The app-level token may end alone: then people can still be told.</summary>
    private static async Task<bool> HasLostTokenAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            await workspace.Api.IntroduceAsync(cancellationToken);
            return false;
        }
        catch (SlackApiException refused)
        {
            return SlackErrors.IsTokenLost(refused.Error);
        }
    }

    /// <summary>Asks until Slack says who the bot is. A refusal that a person must mend ends the program with a sentence; where others are
    /// served, it is logged and looked at every few minutes.</summary>
    private async Task<bool> IntroduceAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var said = "";
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var self = await workspace.Api.IntroduceAsync(cancellationToken);
                if (!TryIntroduce(workspace, self))
                {
                    fatal.Report(StartSentences.Twice(workspace.Section, self.Team));
                    return false;
                }

                Log.Introduced(logger, self.Team, self.TeamId);
                return true;
            }
            catch (SlackApiException refused) when (_isAlone && !refused.IsTransient)
            {
                fatal.Report(StartSentences.Bot(workspace.Section, refused));
                return false;
            }
            catch (SlackApiException refused) when (!refused.IsTransient)
            {
                var sentence = StartSentences.Bot(workspace.Section, refused);
                if (sentence != said)
                {
                    (said, attempt) = (sentence, 0);
                    Log.Refused(logger, workspace.Number, sentence);
                }

                await Task.Delay(Looks[Math.Min(attempt, Looks.Length - 1)], TimeProvider.System, cancellationToken);
            }
            catch (SlackApiException fault)
            {
                var wait = fault.RetryAfter ?? Waits[Math.Min(attempt, Waits.Length - 1)];
                Log.Unreachable(logger, fault.Message, wait.TotalSeconds);
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }
        }
    }

    private bool TryIntroduce(Workspace workspace, Introduction self)
    {
        lock (_introducing)
        {
            if (workspaces.Any(other => other.Workspace != workspace && other.Workspace.Self?.TeamId == self.TeamId))
            {
                return false;
            }

            workspace.Introduce(self);
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Information, "Slack workspace {Team} ({Id}) knows me")]
        public static partial void Introduced(ILogger logger, string team, string id);

        [LoggerMessage(402, LogLevel.Warning, "Slack cannot be reached: {Reason} Trying again in {Seconds} s")]
        public static partial void Unreachable(ILogger logger, string reason, double seconds);

        [LoggerMessage(403, LogLevel.Error, "Workspace {Number} hears nothing any more: {Reason} Looking again every few minutes")]
        public static partial void Deaf(ILogger logger, int number, string reason);

        [LoggerMessage(404, LogLevel.Error, "Workspace {Number} is left out, the rest goes on: {Sentence} Looking again every few minutes")]
        public static partial void Refused(ILogger logger, int number, string sentence);
    }
}
