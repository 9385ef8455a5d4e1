using System.Text.Json;
using System.Text.Json.Nodes;
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
    private const string Everywhere = "everywhere";

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new JsonArray());

    private string File => Path.Combine(options.DataFolder, "discord-commands.txt");

    /// <summary>Brings the registered commands up to date.</summary>
    /// <returns>True when they were sent.</returns>
    public async Task<bool> RegisterAsync(string application, CancellationToken cancellationToken)
    {
        var table = CommandTable.ToJson(dispatcher.SpecsFor(InteractionReader.Platform));
        var guild = options.DevelopmentGuild.Length == 0 ? null : options.DevelopmentGuild;
        var scope = guild ?? Everywhere;
        var fingerprint = $"{application} {scope} {CommandTable.Fingerprint(table)}";
        var last = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, cancellationToken) : "";
        if (last == fingerprint)
        {
            return false;
        }

        if (last.Split(' ') is [var lastApplication, var lastScope, _] && lastApplication == application && lastScope != scope)
        {
            // A command that is registered everywhere and for one server is shown twice there.
            await TakeBackAsync(application, lastScope == Everywhere ? null : lastScope, cancellationToken);
        }

        await api.OverwriteCommandsAsync(application, guild, table, cancellationToken);
        Directory.CreateDirectory(options.DataFolder);
        await System.IO.File.WriteAllTextAsync(File, fingerprint, cancellationToken);
        Log.Registered(logger, table.GetArrayLength(), guild is null ? "for all servers" : $"for server {guild} alone");
        return true;
    }

    private async Task TakeBackAsync(string application, string? guild, CancellationToken cancellationToken)
    {
        try
        {
            await api.OverwriteCommandsAsync(application, guild, Nothing, cancellationToken);
        }
        catch (DiscordApiException refused) when (!refused.IsTransient)
        {
            // The bot has left that server, and its commands there with it.
            Log.NotTakenBack(logger, guild ?? Everywhere, refused.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(352, LogLevel.Information, "The commands of {Scope} could not be taken back: {Reason}")]
        public static partial void NotTakenBack(ILogger logger, string scope, string reason);

        [LoggerMessage(351, LogLevel.Information, "Registered {Count} commands {Where}")]
        public static partial void Registered(ILogger logger, int count, string where);
    }
}
