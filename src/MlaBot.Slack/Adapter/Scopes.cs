using MlaBot.Chat.Platform;

namespace MlaBot.Slack.Adapter;

/// <summary>The scopes that the bot's token needs, with what each is for.</summary>
/// <remarks>Source: Slack developer documentation, "Scopes"; the manifest asks for the same ones.</remarks>
internal static class Scopes
{
    private static readonly (string Scope, string For, bool IsEssential)[] Needed =
    [
        ("chat:write", "post questions", true),
        ("commands", "hear commands", true),
        ("channels:read", "look at public channels", true),
        ("groups:read", "look at private channels", true),
        ("users:read", "know names, time zones and who is an admin", true),
        ("app_mentions:read", "hear who mentions me", false),
        ("im:history", "hear what you write to me in private", false),
        ("im:write", "write to you in private", false),
        ("files:write", "show pictures", false),
        ("files:read", "see when a picture can be shown", false),
        ("channels:history", "find my own posts again after a restart", false),
        ("groups:history", "find my own posts again in private channels", false),
    ];

    /// <summary>One finding for all scopes that the token has, and one for each that it lacks.</summary>
    public static IEnumerable<ChannelFinding> Examine(IReadOnlySet<string> has)
    {
        var missing = Needed.Where(each => !has.Contains(each.Scope)).ToArray();
        return missing.Length == 0
            ? [new ChannelFinding("The scopes of my token", IsGood: true)]
            : missing.Select(each => new ChannelFinding(
                $"Scope {each.Scope}",
                IsGood: false,
                $"Update the app from my manifest (mlabot manifest slack) and install it again, so that I can {each.For}.")
            { IsWarning = !each.IsEssential });
    }
}
