using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Platform;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack;

/// <summary>Looks at the Slack side of a configuration without running the bot.</summary>
public static class SlackInspection
{
    /// <summary>Checks both tokens of every workspace and the scopes.</summary>
    public static async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(SlackOptions options, CancellationToken cancellationToken)
    {
        var findings = new List<ChannelFinding>();
        foreach (var tokens in options.Workspaces)
        {
            using var api = new SlackApi(options, tokens, TimeProvider.System, new Random(), NullLogger<SlackApi>.Instance);
            findings.AddRange(await BotAsync(api, cancellationToken));
            findings.Add(await AppAsync(api, cancellationToken));
        }

        return findings;
    }

    private static async Task<IEnumerable<ChannelFinding>> BotAsync(ISlackApi api, CancellationToken cancellationToken)
    {
        try
        {
            var self = await api.IntroduceAsync(cancellationToken);
            return [new ChannelFinding($"The bot token is good for the workspace {self.Team} ({self.TeamId}).", IsGood: true), .. Scopes.Examine(self.Scopes)];
        }
        catch (SlackApiException refused)
        {
            return [Fault("bot token", "OAuth & Permissions, Bot User OAuth Token", refused)];
        }
    }

    private static async Task<ChannelFinding> AppAsync(ISlackApi api, CancellationToken cancellationToken)
    {
        try
        {
            await api.OpenConnectionAsync(cancellationToken);
            return new ChannelFinding("The app-level token is good: Socket Mode can be opened.", IsGood: true);
        }
        catch (SlackApiException refused)
        {
            return Fault("app-level token", "Basic Information, App-Level Tokens, scope connections:write; Socket Mode must be on", refused);
        }
    }

    private static ChannelFinding Fault(string what, string where, SlackApiException refused) => refused.IsTransient
        ? new ChannelFinding($"Slack could not be asked: {refused.Message}", IsGood: false, "Check the network, then try again.")
        : new ChannelFinding($"Slack does not take the {what}: {refused.Error}.", IsGood: false, $"Copy it anew from api.slack.com/apps: your app, {where}.");
}
