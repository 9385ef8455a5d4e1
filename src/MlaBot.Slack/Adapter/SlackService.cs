using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Runs the adapter: each workspace introduces itself, then listens until the program ends.</summary>
internal sealed partial class SlackService(IReadOnlyList<WorkspaceParts> workspaces, WorkspaceClosing closing, FatalFault fatal, ILogger<SlackService> logger) : BackgroundService
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];
    private static readonly TimeSpan BeforeNextLook = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(workspaces.Select(each => RunAsync(each, stoppingToken)));

    private async Task RunAsync(WorkspaceParts parts, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var asking = Task.CompletedTask;
        try
        {
            if (!await IntroduceAsync(parts.Workspace, stoppingToken))
            {
                return;
            }

            asking = parts.People.RunAsync(ending.Token);
            await ListenAsync(parts, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
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
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await parts.Sockets.RunAsync(cancellationToken);
            }
            catch (SocketFatalException refused) when (!parts.HasHeard)
            {
                fatal.Report($"{Name(parts.Workspace)}{refused.Message}");
                return;
            }
            catch (SocketFatalException refused) when (parts.Workspace.ClosedBecause is not null || SlackErrors.IsTokenLost(refused.Error))
            {
                await closing.CloseAsync(parts.Workspace, SlackFaults.TokenLost);
                return;
            }
            catch (SocketFatalException refused)
            {
                Log.Deaf(logger, parts.Workspace.Number, refused.Message);
                await parts.Deafness.BeginAsync(refused.Message, cancellationToken);
                await Task.Delay(BeforeNextLook, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Asks until Slack says who the bot is; a refusal that waiting cannot mend ends the program with a sentence.</summary>
    private async Task<bool> IntroduceAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var self = await workspace.Api.IntroduceAsync(cancellationToken);
                if (workspaces.Any(other => other.Workspace != workspace && other.Workspace.Self?.TeamId == self.TeamId))
                {
                    fatal.Report($"{Name(workspace)}Two pairs of Slack tokens belong to the workspace {self.Team}. Remove one of them.");
                    return false;
                }

                workspace.Introduce(self);
                Log.Introduced(logger, self.Team, self.TeamId);
                return true;
            }
            catch (SlackApiException refused) when (!refused.IsTransient)
            {
                fatal.Report(SlackErrors.IsTokenLost(refused.Error)
                    ? $"{Name(workspace)}Slack does not take the token in Slack:BotToken ({refused.Error}). Copy it anew: api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token."
                    : $"{Name(workspace)}Slack refuses the bot: {refused.Message}");
                return false;
            }
            catch (SlackApiException fault)
            {
                var wait = fault.RetryAfter ?? Waits[Math.Min(attempt, Waits.Length - 1)];
                Log.Unreachable(logger, fault.Message, wait.TotalSeconds);
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }
        }
    }

    private string Name(Workspace workspace) => workspaces.Count == 1 ? "" : $"Slack:Workspaces:{workspace.Number - 1}: ";

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Information, "Slack workspace {Team} ({Id}) knows me")]
        public static partial void Introduced(ILogger logger, string team, string id);

        [LoggerMessage(402, LogLevel.Warning, "Slack cannot be reached: {Reason} Trying again in {Seconds} s")]
        public static partial void Unreachable(ILogger logger, string reason, double seconds);

        [LoggerMessage(403, LogLevel.Error, "Workspace {Number} hears nothing any more: {Reason} Looking again every few minutes")]
        public static partial void Deaf(ILogger logger, int number, string reason);
    }
}
