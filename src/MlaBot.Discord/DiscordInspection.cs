using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord;

/// <summary>Looks at the Discord side of a configuration without running the bot.</summary>
public static class DiscordInspection
{
    /// <summary>Checks the token and what the Developer Portal says.</summary>
    public static async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(DiscordOptions options, CancellationToken cancellationToken)
    {
        using var api = Open(options);
        try
        {
            var application = await api.ApplicationAsync(cancellationToken);
            var gateway = await api.GatewayAsync(cancellationToken);
            return
            [
                new ChannelFinding($"The token is good: I am {application.Name}. Add me to a server with: mlabot invite discord.", IsGood: true),
                string.IsNullOrEmpty(application.InteractionsEndpointUrl)
                    ? new ChannelFinding("Commands and presses come over the gateway.", IsGood: true)
                    : new ChannelFinding("An Interactions Endpoint URL is set, so no command and no press will come here.", IsGood: false, "Remove it in the Developer Portal under General Information."),
                Sessions(gateway),
            ];
        }
        catch (DiscordApiException refused)
        {
            return [Fault(refused)];
        }
    }

    /// <summary>The application behind the token.</summary>
    public static async Task<Outcome<string>> ApplicationIdAsync(DiscordOptions options, CancellationToken cancellationToken)
    {
        using var api = Open(options);
        try
        {
            return (await api.ApplicationAsync(cancellationToken)).Id;
        }
        catch (DiscordApiException refused)
        {
            var fault = Fault(refused);
            return new Refusal("discord", fault.What, fault.Fix);
        }
    }

    private static DiscordApi Open(DiscordOptions options) => new(options, TimeProvider.System, new Random(), NullLogger<DiscordApi>.Instance);

    private static ChannelFinding Sessions(GatewayInfo gateway) => gateway.SessionStartLimit.Remaining > 0
        ? new ChannelFinding($"{gateway.SessionStartLimit.Remaining} of {gateway.SessionStartLimit.Total} sessions may be started today; {Shards(gateway.Shards)}.", IsGood: true)
        : new ChannelFinding("No session may be started any more today.", IsGood: false, $"Wait {gateway.SessionStartLimit.ResetAfter / 60_000} minutes; look in the log for what restarts the bot so often.");

    private static string Shards(int count) => count == 1 ? "one connection is enough" : $"Discord asks for {count} connections (shards), which one program holds together";

    private static ChannelFinding Fault(DiscordApiException refused) => refused.Status == HttpStatusCode.Unauthorized
        ? new ChannelFinding("Discord does not know the token in Discord:Token.", IsGood: false, "Copy it anew: Developer Portal, your application, Bot, Reset Token.")
        : new ChannelFinding($"Discord could not be asked: {refused.Message}", IsGood: false, refused.IsTransient ? "Check the network, then try again." : "");
}
