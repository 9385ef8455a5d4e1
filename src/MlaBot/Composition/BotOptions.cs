using Microsoft.Extensions.Configuration;
using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Discord;
using MlaBot.Slack;
using MlaBot.Storage.Database;
using NodaTime;

namespace MlaBot.Composition;

/// <summary>The bot's settings, read once at start. Every fault is a sentence that names the key.</summary>
/// <param name="Storage">Connection string of the database; empty for the default file.</param>
/// <param name="Content">Folder of the content; empty for the default.</param>
/// <param name="Daily">The numbers of a daily question's life.</param>
internal sealed record BotOptions(string Storage, string Content, DailyRules Daily)
{
    /// <summary>The numbers of live rounds.</summary>
    public RoundRules Rounds { get; init; } = new();

    /// <summary>The Discord adapter's settings; null when it is off.</summary>
    public DiscordOptions? Discord { get; init; }

    /// <summary>The Slack adapter's settings; null when it is off.</summary>
    public SlackOptions? Slack { get; init; }

    /// <summary>True when no platform is configured, so that the terminal is the chat.</summary>
    public bool IsLocal => Discord is null && Slack is null;

    /// <summary>True when every configured platform is a test server on this machine.</summary>
    public bool IsOnTestServer => !IsLocal && Discord is null or { ApiBaseUrl.IsLoopback: true } && Slack is null or { ApiBaseUrl.IsLoopback: true };

    /// <summary>The platforms that run, in words.</summary>
    public string Platforms => (Discord, Slack) switch
    {
        (null, null) => "local chat",
        (_, null) => "Discord",
        (null, _) => "Slack",
        _ => "Discord and Slack",
    };

    /// <summary>Reads the settings.</summary>
    public static Outcome<BotOptions> Read(IConfiguration configuration)
    {
        var provider = configuration["Storage:Provider"] ?? "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal("provider", $"Storage:Provider is \"{Text.Printable(provider, 40)}\"; this version knows Sqlite.", "Set it to Sqlite, or leave it out.");
        }

        return Minutes(configuration, "Daily:CatchUpMinutes", 120, 0, 1440) switch
        {
            Outcome<int>.Ok(var catchUp) => WithAdapters(configuration, new BotOptions(
                configuration["Storage:ConnectionString"] ?? "", configuration["Content:Path"] ?? "", new DailyRules { CatchUp = Duration.FromMinutes(catchUp) })),
            Outcome<int>.Refused(var reason) => reason,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome<BotOptions> WithAdapters(IConfiguration configuration, BotOptions options)
    {
        switch (RoundSettings.Read(configuration))
        {
            case Outcome<RoundRules>.Refused(var reason):
                return reason;
            case Outcome<RoundRules>.Ok(var rounds):
                options = options with { Rounds = rounds };
                break;
        }

        if (DiscordSettings.IsWanted(configuration))
        {
            var data = Path.GetDirectoryName(Path.GetFullPath(SqliteStorageOptions.Parse(options.Storage).File))!;
            switch (DiscordSettings.Read(configuration, data))
            {
                case Outcome<DiscordOptions>.Refused(var reason):
                    return reason;
                case Outcome<DiscordOptions>.Ok(var discord):
                    options = options with { Discord = discord };
                    break;
            }
        }

        if (SlackSettings.IsWanted(configuration))
        {
            switch (SlackSettings.Read(configuration))
            {
                case Outcome<SlackOptions>.Refused(var reason):
                    return reason;
                case Outcome<SlackOptions>.Ok(var slack):
                    options = options with { Slack = slack };
                    break;
            }
        }

        return options;
    }

    private static Outcome<int> Minutes(IConfiguration configuration, string key, int usual, int least, int most)
    {
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? usual
            : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var minutes) && minutes >= least && minutes <= most ? minutes
            : new Refusal("setting", $"{key} is \"{Text.Printable(text, 40)}\".", $"Give whole minutes from {least} to {most}.");
    }
}
