using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Platform;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack;

/// <summary>Looks at the Slack side of a configuration without running the bot.</summary>
public static class SlackInspection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Checks both tokens of every workspace, and the scopes.</summary>
    public static async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(SlackOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<ChannelFinding>();
        var teams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tokens in options.Workspaces)
        {
            using var api = new SlackApi(options, tokens, TimeProvider.System, new Random(), NullLogger<SlackApi>.Instance);
            findings.AddRange(await BotAsync(api, tokens.Section, teams, cancellationToken));
            findings.Add(await SocketsAsync(api, tokens.Section, cancellationToken));
        }

        return findings;
    }

    private static async Task<IEnumerable<ChannelFinding>> BotAsync(SlackApi api, string section, HashSet<string> teams, CancellationToken cancellationToken)
    {
        try
        {
            var self = await api.IntroduceAsync(cancellationToken);
            return teams.Add(self.TeamId)
                ? [new ChannelFinding($"The bot token is good for the workspace {self.Team} ({self.TeamId}).", IsGood: true), .. Scopes.Examine(self.Scopes)]
                : [new ChannelFinding(StartSentences.Twice(section, self.Team), IsGood: false)];
        }
        catch (SlackApiException refused)
        {
            return [refused.IsTransient ? Unasked(refused.Message) : new ChannelFinding(StartSentences.Bot(section, refused), IsGood: false)];
        }
    }

    /// <summary>Asks for a connection and opens none: beside a running bot it would be given presses that nobody answers then.</summary>
    private static async Task<ChannelFinding> SocketsAsync(SlackApi api, string section, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            await api.OpenConnectionAsync(limited.Token);
            return new ChannelFinding("The app-level token is good: Slack offers a connection. Whether Socket Mode is switched on is seen when the bot starts.", IsGood: true);
        }
        catch (SlackApiException refused)
        {
            return SocketModeClient.WhyNever(refused.Error) is { } sentence
                ? new ChannelFinding(StartSentences.Sockets(section, sentence), IsGood: false)
                : Unasked(refused.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unasked("it did not answer in time.");
        }
    }

    private static ChannelFinding Unasked(string reason) => new($"Slack could not be asked: {reason}", IsGood: false, "Check the network, then try again.");
}
