using Microsoft.Extensions.Logging;
using MlaBot.Chat.Commands;
using MlaBot.Discord.Registration;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Adapter;

/// <summary>Registers the command table, only when it differs from what was registered last.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Bulk Overwrite". A fingerprint beside the database stands for
/// the list on the other side; whoever deletes the file gets a fresh registration.</remarks>
internal sealed partial class CommandRegistrar(IDiscordApi api, ChatDispatcher dispatcher, DiscordOptions options, ILogger<CommandRegistrar> logger)
{
    private string File => Path.Combine(options.DataFolder, "discord-commands.txt");

    /// <summary>Brings the registered commands up to date.</summary>
    /// <returns>True when they were sent.</returns>
    public async Task<bool> RegisterAsync(string application, CancellationToken cancellationToken)
    {
        var table = CommandTable.ToJson(dispatcher.Specs);
        var guild = options.DevelopmentGuild.Length == 0 ? null : options.DevelopmentGuild;
        var fingerprint = $"{application} {guild ?? "everywhere"} {CommandTable.Fingerprint(table)}";
        if (System.IO.File.Exists(File) && await System.IO.File.ReadAllTextAsync(File, cancellationToken) == fingerprint)
        {
            return false;
        }

        await api.OverwriteCommandsAsync(application, guild, table, cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        await System.IO.File.WriteAllTextAsync(File, fingerprint, cancellationToken);
        Log.Registered(logger, table.GetArrayLength(), guild is null ? "for all servers" : $"for server {guild} alone");
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(351, LogLevel.Information, "Registered {Count} commands {Where}")]
        public static partial void Registered(ILogger logger, int count, string where);
    }
}
