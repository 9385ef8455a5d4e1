using Microsoft.Extensions.Configuration;
using MlaBot.Core;
using MlaBot.Slack;

namespace MlaBot.Composition;

/// <summary>Reads the settings of the Slack adapter: one pair of tokens, or a list of pairs under <c>Slack:Workspaces</c>.</summary>
internal static class SlackSettings
{
    private const string WhereBot = "Copy it from api.slack.com/apps: your app, OAuth & Permissions, Bot User OAuth Token.";
    private const string WhereApp = "Make it at api.slack.com/apps: your app, Basic Information, App-Level Tokens, with the scope connections:write.";

    /// <summary>True when any token or the file of one is named, so that the adapter shall run.</summary>
    public static bool IsWanted(IConfiguration configuration) =>
        Places(configuration).Any(place => new[] { "BotToken", "AppToken", "BotTokenFile", "AppTokenFile" }.Any(key => !string.IsNullOrWhiteSpace(place[key])));

    /// <summary>Reads them; a refusal names the key and never shows a token.</summary>
    public static Outcome<SlackOptions> Read(IConfiguration configuration)
    {
        var workspaces = new List<SlackTokens>();
        foreach (var place in Places(configuration))
        {
            var (bot, app) = (Token(place, "BotToken", "xoxb-", WhereBot), Token(place, "AppToken", "xapp-", WhereApp));
            switch (bot, app)
            {
                case (Outcome<string>.Refused(var noBot), _):
                    return noBot;
                case (_, Outcome<string>.Refused(var noApp)):
                    return noApp;
                case (Outcome<string>.Ok(var botToken), Outcome<string>.Ok(var appToken)):
                    workspaces.Add(new SlackTokens(botToken, appToken) { Section = place.Path });
                    break;
            }
        }

        if (workspaces.GroupBy(tokens => tokens.BotToken, StringComparer.Ordinal).Any(same => same.Count() > 1))
        {
            return new Refusal("slack-twice", "A Slack bot token is given twice.", "Give each workspace's own.");
        }

        return Names(configuration) switch
        {
            Outcome<SlackOptions>.Ok(var names) => names with { Workspaces = workspaces },
            var refused => refused,
        };
    }

    /// <summary>Reads everything but the tokens.</summary>
    public static Outcome<SlackOptions> Names(IConfiguration configuration)
    {
        var address = configuration["Slack:ApiBaseUrl"] is { Length: > 0 } given ? given : "https://slack.com/api/";
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            return new Refusal("slack-address", "Slack:ApiBaseUrl is not an https address.", "Leave it out, or give a test server on this machine, such as http://127.0.0.1:7910/api/.");
        }

        var options = new SlackOptions { Workspaces = [], ApiBaseUrl = url };
        return (Command(configuration, "Slack:Command", options.Command), Command(configuration, "Slack:LookupCommand", options.LookupCommand)) switch
        {
            (Outcome<string>.Refused(var reason), _) => reason,
            (_, Outcome<string>.Refused(var reason)) => reason,
            (Outcome<string>.Ok(var command), Outcome<string>.Ok(var lookup)) when string.Equals(command, lookup, StringComparison.OrdinalIgnoreCase) =>
                new Refusal("slack-commands", "Slack:Command and Slack:LookupCommand are the same.", "Give two names."),
            (Outcome<string>.Ok(var command), Outcome<string>.Ok(var lookup)) => options with { Command = command, LookupCommand = lookup },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IReadOnlyList<IConfigurationSection> Places(IConfiguration configuration)
    {
        var several = configuration.GetSection("Slack:Workspaces").GetChildren().ToArray();
        var one = configuration.GetSection("Slack");
        return [.. new[] { one }.Where(_ => several.Length == 0 || one.GetChildren().Any(child => child.Key.Contains("Token", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(child.Value))), .. several];
    }

    private static Outcome<string> Token(IConfigurationSection place, string key, string prefix, string where)
    {
        var token = place[key]?.Trim() ?? "";
        if (token.Length == 0 && !string.IsNullOrWhiteSpace(place[$"{key}File"]))
        {
            try
            {
                token = File.ReadAllText(place[$"{key}File"]!).Trim();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return new Refusal("slack-token-file", $"The file that {place.Path}:{key}File names cannot be read.", "Name a file that holds the token and nothing else.");
            }
        }

        return token.Length == 0 ? new Refusal("slack-token-missing", $"{place.Path}:{key} is missing; Slack needs a bot token and an app-level token.", where)
            : !token.StartsWith(prefix, StringComparison.Ordinal) || token.Any(character => !char.IsAscii(character) || char.IsWhiteSpace(character) || char.IsControl(character))
                ? new Refusal("slack-token", $"{place.Path}:{key} does not look like the right token: it begins with {prefix} and has no spaces.", where)
            : token;
    }

    private static Outcome<string> Command(IConfiguration configuration, string key, string usual)
    {
        var name = configuration[key]?.Trim() is { Length: > 0 } given ? given : usual;
        name = name.StartsWith('/') ? name : "/" + name;

        // Source: Slack app manifest reference, "slash_commands": 32 characters with the slash.
        return name.Length is > 1 and <= 32 && name.Skip(1).All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_')
            ? name
            : new Refusal("slack-command", $"{key} is no name for a slash command.", "Give small letters, digits and hyphens, at most 31, such as /mla.");
    }
}
