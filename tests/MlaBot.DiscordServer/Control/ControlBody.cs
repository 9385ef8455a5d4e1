using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>The body of a control call. People may be named by id or by user name.</summary>
internal sealed class ControlBody(DiscordWorld world, JsonObject json)
{
    public string? Text(string name) => json[name] is JsonValue value ? value.ToString() : null;

    public string Need(string name) => Text(name) ?? throw new ControlException($"\"{name}\" is missing.");

    public bool Has(string name) => json.ContainsKey(name);

    public bool? Flag(string name) => json.Flag(name);

    public int? Number(string name) => json.Int(name);

    public Permission Permission(string name) => (Permission)ulong.Parse(Text(name) ?? "0", CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Texts(string name) => [.. (json.List(name) ?? []).Select(entry => entry!.ToString())];

    public Dictionary<string, object> Options(string name) => (json[name] as JsonObject ?? []).ToDictionary(
        entry => entry.Key,
        entry => entry.Value switch
        {
            JsonArray list => list.Select(item => item!.ToString()).ToList(),
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            var other => (object)(other?.ToString() ?? ""),
        },
        StringComparer.Ordinal);

    public User User(string name)
    {
        var wanted = Need(name);
        lock (world.Gate)
        {
            return world.Users.Values.FirstOrDefault(user => user.Id.ToString() == wanted || user.Username == wanted) ?? throw Missing(name, wanted);
        }
    }

    public Bot Bot() => Find(world.Bots, "bot");

    public Guild Guild() => Find(world.Guilds, "guild");

    public Channel Channel() => Find(world.Channels, "channel");

    public Message Message() => Find(world.Messages, "message");

    public Role Role(string name)
    {
        var wanted = Need(name);
        lock (world.Gate)
        {
            return world.Guilds.Values.SelectMany(guild => guild.Roles.Values).FirstOrDefault(role => role.Id.ToString() == wanted) ?? throw Missing(name, wanted);
        }
    }

    public Role[] Roles() => [.. Texts("roles").Select(id => new ControlBody(world, new JsonObject { ["role"] = id }).Role("role"))];

    public Interaction Interaction()
    {
        var wanted = Need("interaction");
        lock (world.Gate)
        {
            return world.Interactions.Values.FirstOrDefault(interaction => interaction.Id.ToString() == wanted) ?? throw Missing("interaction", wanted);
        }
    }

    public Fault Fault() => new(Enum.TryParse<FaultKind>(Need("kind"), ignoreCase: true, out var kind)
        ? kind
        : throw new ControlException($"\"kind\" is one of {string.Join(", ", Enum.GetNames<FaultKind>())}."))
    {
        Method = Text("method"),
        Route = Text("route"),
        Times = Number("times"),
        Rate = Has("rate") ? double.Parse(Need("rate"), CultureInfo.InvariantCulture) : 1,
        Scope = Text("scope") ?? "user",
        RetryAfter = TimeSpan.FromSeconds(Has("retry_after") ? double.Parse(Need("retry_after"), CultureInfo.InvariantCulture) : 1),
        Delay = TimeSpan.FromSeconds(Has("delay") ? double.Parse(Need("delay"), CultureInfo.InvariantCulture) : 0),
        Status = Number("status") ?? 500,
        Code = Number("code") ?? 0,
    };

    private T Find<T>(Dictionary<ulong, T> from, string name)
    {
        var wanted = Need(name);
        lock (world.Gate)
        {
            return ulong.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && from.TryGetValue(id, out var found)
                ? found
                : throw Missing(name, wanted);
        }
    }

    private static ControlException Missing(string name, string wanted) => new($"There is no {name} \"{wanted}\".");
}
