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

    /// <summary>Checks both tokens of every workspace, the scopes, and that Socket Mode is on.</summary>
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

    /// <summary>Opens one socket and closes it at its first word, since only a socket tells whether Socket Mode is on.</summary>
    private static async Task<ChannelFinding> SocketsAsync(SlackApi api, string section, CancellationToken cancellationToken)
    {
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(heard.Token);
        limited.CancelAfter(Patience);
        try
        {
            // The first call tells what stands in the way in Slack's words; the sockets themselves only go on trying.
            await api.OpenConnectionAsync(limited.Token);
            await new SocketModeClient(api, new FirstWord(heard), TimeProvider.System, new Random(), NullLogger<SocketModeClient>.Instance).RunAsync(limited.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return heard.IsCancellationRequested
                ? new ChannelFinding("The app-level token is good: Socket Mode is open.", IsGood: true)
                : Unasked("no socket could be opened in time.");
        }
        catch (SocketFatalException refused)
        {
            return new ChannelFinding(StartSentences.Sockets(section, refused.Message), IsGood: false);
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

    private sealed class FirstWord(CancellationTokenSource heard) : ISocketListener
    {
        /// <summary>Nothing is taken: an event that is not acknowledged comes again to the bot itself.</summary>
        public void Received(SocketEnvelope envelope)
        {
        }

        public void HearingChanged(bool isHearing)
        {
            if (isHearing)
            {
                heard.Cancel();
            }
        }
    }
}
