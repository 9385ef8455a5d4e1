using Microsoft.Extensions.Configuration;
using MlaBot.Core;
using MlaBot.Discord;

namespace MlaBot.Composition;

/// <summary>Reads the settings of the Discord adapter.</summary>
internal static class DiscordSettings
{
    private const string Where = "Copy it from the Developer Portal: your application, Bot, Reset Token.";

    /// <summary>True when a token or the file of one is named, so that the adapter shall run.</summary>
    public static bool IsWanted(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration["Discord:Token"]) || !string.IsNullOrWhiteSpace(configuration["Discord:TokenFile"]);

    /// <summary>Reads them; a refusal names the key and never shows a token.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="dataFolder">The folder of the database, where the adapter keeps what a restart needs.</param>
    public static Outcome<DiscordOptions> Read(IConfiguration configuration, string dataFolder)
    {
        if (Token(configuration) is Outcome<string>.Refused(var noToken))
        {
            return noToken;
        }

        var token = ((Outcome<string>.Ok)Token(configuration)).Value;
        var address = configuration["Discord:ApiBaseUrl"] is { Length: > 0 } given ? given : "https://discord.com/api/v10";
        if (!Uri.TryCreate(address.TrimEnd('/'), UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            return new Refusal("discord-address", "Discord:ApiBaseUrl is not an https address.", "Leave it out, or give a test server on this machine, such as http://127.0.0.1:7900/api/v10.");
        }

        var guild = configuration["Discord:DevelopmentGuild"]?.Trim() ?? "";
        if (guild.Length > 0 && !guild.All(char.IsAsciiDigit))
        {
            return new Refusal("discord-guild", "Discord:DevelopmentGuild is not the id of a server.", "Switch Developer Mode on in Discord, right-click the server, Copy Server ID.");
        }

        var compress = configuration["Discord:CompressGateway"] is { Length: > 0 } said ? said : "false";
        return bool.TryParse(compress, out var isCompressed)
            ? new DiscordOptions { Token = token, ApiBaseUrl = url, DevelopmentGuild = guild, CompressGateway = isCompressed, DataFolder = dataFolder }
            : new Refusal("discord-compress", "Discord:CompressGateway is neither true nor false.", "Set it to true or false, or leave it out.");
    }

    private static Outcome<string> Token(IConfiguration configuration)
    {
        var token = configuration["Discord:Token"]?.Trim() ?? "";
        if (token.Length == 0)
        {
            try
            {
                token = File.ReadAllText(configuration["Discord:TokenFile"]!).Trim();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return new Refusal("discord-token-file", "The file that Discord:TokenFile names cannot be read.", "Name a file that holds the bot token and nothing else.");
            }
        }

        // A bot token is three parts with dots between them; a client secret or a public key has none.
        return token.Split('.') is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] && !token.Any(char.IsWhiteSpace)
            ? token
            : new Refusal("discord-token", "Discord:Token does not look like a bot token (three parts with dots between them, without the word Bot before it).", Where);
    }
}
