using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>Finds the command that a person means among those that Discord's client offers.</summary>
internal static class CommandTable
{
    /// <returns>The bot, the command and the options from it down to the subcommand.</returns>
    public static (Bot Bot, Command Command, IReadOnlyList<JsonObject> Path) Find(DiscordWorld world, User user, Channel channel, string words)
    {
        var names = words.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rights = Rights.In(channel, user.Id);
        if (!MayUseCommands(channel, rights))
        {
            throw new ControlException($"{user} may not use commands in this channel.");
        }

        var (bot, command) = Offered(world, channel).FirstOrDefault(entry => entry.Command.Type == 1 && entry.Command.Name == names[0]);
        if (command is null)
        {
            throw new ControlException($"No bot here has a command /{names[0]}.");
        }

        if (!IsShown(command, user, channel, rights))
        {
            throw new ControlException($"/{names[0]} is not shown to {user}: it needs permissions {command.Json.Text("default_member_permissions")}.");
        }

        return (bot, command, Path(command.Json, names));
    }

    /// <summary>The commands that Discord's client shows to a person in a channel, each subcommand by itself.</summary>
    /// <returns>The words of the command and the object that declares its options.</returns>
    public static IReadOnlyList<(string Words, JsonObject Json)> Shown(DiscordWorld world, User user, Channel channel)
    {
        var rights = Rights.In(channel, user.Id);
        return MayUseCommands(channel, rights)
            ? [.. Offered(world, channel).Where(entry => entry.Command.Type == 1 && IsShown(entry.Command, user, channel, rights)).SelectMany(entry => Leaves(entry.Command.Name, entry.Command.Json))]
            : [];
    }

    private static IEnumerable<(string Words, JsonObject Json)> Leaves(string words, JsonObject json)
    {
        var below = (json.List("options") ?? []).OfType<JsonObject>().Where(option => option.Int("type") is 1 or 2).ToList();
        return below.Count == 0 ? [(words, json)] : below.SelectMany(option => Leaves($"{words} {option.Text("name")}", option));
    }

    private static bool MayUseCommands(Channel channel, Permission rights) =>
        channel.Guild is null || (rights & (Permission.ViewChannel | Permission.UseApplicationCommands)) == (Permission.ViewChannel | Permission.UseApplicationCommands);

    private static bool IsShown(Command command, User user, Channel channel, Permission rights) =>
        channel.Guild is not { } guild || command.Json.Text("default_member_permissions") is not { } needed || IsAllowed(rights, needed) || IsLetIn(guild, user, command.Name);

    private static IEnumerable<(Bot Bot, Command Command)> Offered(DiscordWorld world, Channel channel)
    {
        var guildId = channel.Guild?.Id ?? 0;
        foreach (var bot in world.Bots.Values)
        {
            var isHere = channel.Guild?.Members.ContainsKey(bot.User.Id) ?? channel.Recipients.Contains(bot.User);
            var commands = (bot.Commands.GetValueOrDefault(0UL) ?? []).Concat(guildId == 0 ? [] : bot.Commands.GetValueOrDefault(guildId) ?? []);
            foreach (var command in commands.Where(command => isHere && IsIn(command, guildId == 0 ? 1 : 0)))
            {
                yield return (bot, command);
            }
        }
    }

    private static bool IsIn(Command command, int context) =>
        command.Json.List("contexts") is not { } contexts || contexts.Any(entry => (int)entry! == context);

    private static bool IsAllowed(Permission rights, string needed)
    {
        var bits = (Permission)ulong.Parse(needed);
        return rights == Rights.All || rights.HasFlag(Permission.Administrator) || (bits != Permission.None && (rights & bits) == bits);
    }

    private static bool IsLetIn(Guild guild, User user, string command) =>
        guild.CommandRoles.TryGetValue(command, out var roles) && guild.Members.TryGetValue(user.Id, out var member) && member.Roles.Overlaps(roles);

    private static List<JsonObject> Path(JsonObject command, string[] names)
    {
        var path = new List<JsonObject> { command };
        foreach (var name in names.Skip(1))
        {
            var next = (path[^1].List("options") ?? []).OfType<JsonObject>().FirstOrDefault(option => option.Int("type") is 1 or 2 && option.Text("name") == name)
                ?? throw new ControlException($"/{string.Join(' ', names)}: there is no \"{name}\" below \"{path[^1].Text("name")}\".");
            path.Add(next);
        }

        if (path[^1].List("options")?.Any(option => option.Int("type") is 1 or 2) == true)
        {
            throw new ControlException($"/{string.Join(' ', names)} cannot be run without one of its subcommands.");
        }

        return path;
    }
}
