using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.Chat.Commands;

namespace MlaBot.Discord.Registration;

/// <summary>Turns the bot's command table into the body of Discord's bulk overwrite.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Bulk Overwrite Global Application Commands".</remarks>
internal static class CommandTable
{
    private const int ChatInput = 1;
    private const int Subcommand = 1;
    private const int GuildInstall = 0;
    private const int InGuilds = 0;

    // Manage Guild: what an admin of a channel has. A server's own settings may override it.
    private const string ManageGuild = "32";

    /// <summary>Makes the list of commands, in the order of their names, so that equal tables give equal JSON.</summary>
    /// <param name="specs">The table. Two-word names become subcommands of their first word.</param>
    /// <param name="translations">Other languages: first the locale as Discord writes it (<c>de</c>, <c>pt-BR</c>), then the path of
    /// what is translated: <c>schedule</c>, <c>schedule add</c>, <c>schedule add domain</c>. To add a language, give it a dictionary
    /// here; what it leaves out stays English. Requests always come back with the English names.</param>
    /// <exception cref="InvalidOperationException">A limit of Discord is broken; the message names the command and all faults.</exception>
    public static JsonElement ToJson(
        IReadOnlyList<CommandSpec> specs, IReadOnlyDictionary<string, IReadOnlyDictionary<string, CommandWording>>? translations = null)
    {
        var words = new CommandTranslations(translations);
        var faults = CommandCheck.Faults(specs).Concat(words.Faults(specs)).ToArray();
        if (faults.Length > 0)
        {
            throw new InvalidOperationException($"Discord would refuse the commands. {string.Join(' ', faults)}");
        }

        var commands = specs.GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(new JsonArray([.. commands.Select(group => Command(group.Key, [.. group], words))]));
    }

    /// <summary>A short text that changes when the commands change: register only when it differs from the last one.</summary>
    public static string Fingerprint(JsonElement commands) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(commands))));

    /// <summary>Whether a command is hidden from those who are no admins. Discord hides it with all its parts or not at all.</summary>
    internal static bool IsHidden(IEnumerable<CommandSpec> parts) => parts.Any(part => part.IsAdmin) && !parts.Any(part => part.IsForEverybody);

    /// <summary>The description of a command of several parts: <c>schedule: add, change, list</c>.</summary>
    internal static string DescriptionOf(string name, IEnumerable<CommandSpec> parts)
    {
        var text = $"{name}: {string.Join(", ", parts.Select(part => part.Name[(name.Length + 1)..]).Order(StringComparer.Ordinal))}";
        return text.Length <= CommandLimits.Description ? text : $"{text[..(CommandLimits.Description - 1)]}…";
    }

    private static JsonObject Command(string name, CommandSpec[] specs, CommandTranslations words)
    {
        var isGroup = specs is not [{ } only] || only.Name != name;
        var command = words.Named(name, name, isGroup ? DescriptionOf(name, specs) : specs[0].Description);
        command["type"] = ChatInput;
        command["contexts"] = new JsonArray(InGuilds);
        command["integration_types"] = new JsonArray(GuildInstall);
        if (IsHidden(specs))
        {
            command["default_member_permissions"] = ManageGuild;
        }

        var options = isGroup ? [.. specs.OrderBy(spec => spec.Name, StringComparer.Ordinal).Select(spec => Part(name, spec, words))] : Options(specs[0], words);
        if (options.Length > 0)
        {
            command["options"] = new JsonArray([.. options]);
        }

        return command;
    }

    private static JsonObject Part(string command, CommandSpec spec, CommandTranslations words)
    {
        var part = words.Named(spec.Name, spec.Name[(command.Length + 1)..], spec.Description);
        part["type"] = Subcommand;
        if (Options(spec, words) is { Length: > 0 } options)
        {
            part["options"] = new JsonArray([.. options]);
        }

        return part;
    }

    // Discord refuses an optional option before a required one.
    private static JsonObject[] Options(CommandSpec spec, CommandTranslations words) =>
        [.. spec.Options.OrderByDescending(option => option.IsRequired).Select(option => CommandOption.Of(spec, option, words))];
}
