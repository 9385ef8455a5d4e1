using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>The body of a control call. Everything is named by id; people, channels, teams and apps by name too.</summary>
internal sealed class ControlBody(SlackWorld world, JsonObject json)
{
    public bool Has(string name) => json[name] is not null;

    public string? Text(string name) => json.Text(name);

    public string Need(string name) => Text(name) is { Length: > 0 } text ? text : throw new ControlException($"Name \"{name}\" in the body.");

    public bool Flag(string name, bool standard = false) => Has(name) ? json.Flag(name) : standard;

    public IReadOnlyList<string> Texts(string name) => json[name] switch
    {
        JsonArray list => [.. list.Select(entry => entry?.ToString() ?? "")],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    public Team Team() => Has("team") ? One(world.Teams.Values, Need("team"), team => team.Id, team => team.Name, "team") : world.Teams.Values.FirstOrDefault() ?? throw new ControlException("There is no team yet.");

    public App App() => Has("app") ? One(world.Apps.Values, Need("app"), app => app.Id, app => app.Name, "app") : world.Apps.Values.FirstOrDefault() ?? throw new ControlException("There is no app yet.");

    public User User(string name = "user") => One(world.Users.Values, Need(name), user => user.Id, user => user.Name, "person");

    public IReadOnlyList<User> Users(string name) => [.. Texts(name).Select(one => One(world.Users.Values, one, user => user.Id, user => user.Name, "person"))];

    public Channel Channel() => One(world.Channels.Values, Need("channel").TrimStart('#'), channel => channel.Id, channel => channel.Name, "channel");

    /// <summary>By channel and timestamp.</summary>
    public Message Message()
    {
        var (channel, ts) = (Channel(), Need("message"));
        return channel.Messages.LastOrDefault(message => message.Ts == ts && !message.IsDeleted) ?? throw new ControlException($"There is no message {ts} in {channel}.");
    }

    public View View() => world.Views.GetValueOrDefault(Need("view")) ?? throw new ControlException($"There is no view {Text("view")}.");

    /// <summary>Values of inputs by name.</summary>
    public IReadOnlyDictionary<string, object?> Values(string name) => (json[name] as JsonObject ?? []).ToDictionary(
        entry => entry.Key, entry => entry.Value switch
        {
            null => null,
            JsonArray list => list.Select(one => one!.ToString()).ToList(),
            var one => (object?)one.ToString(),
        }, StringComparer.Ordinal);

    public Fault Fault() => new(Enum.TryParse<FaultKind>(Need("kind").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : throw new ControlException($"Unknown kind of fault: {Text("kind")}. Known: {string.Join(", ", Enum.GetNames<FaultKind>())}."))
    {
        Method = Text("method"),
        AppId = Text("app"),
        Times = json.Int("times"),
        RetryAfter = Seconds("retry_after", 1),
        Delay = Seconds("delay", 0),
        Status = json.Int("status") ?? 500,
        Error = Text("error") ?? "internal_error",
        BlockType = Text("block_type") ?? "",
    };

    private TimeSpan Seconds(string name, double standard) => TimeSpan.FromSeconds(json[name] is JsonValue value && value.TryGetValue<double>(out var seconds) ? seconds : standard);

    private static T One<T>(IEnumerable<T> all, string named, Func<T, string> id, Func<T, string> name, string what)
    {
        var known = all.ToList();
        return known.FirstOrDefault(one => id(one) == named) ?? known.FirstOrDefault(one => name(one) == named)
            ?? throw new ControlException($"There is no {what} {named}. There are: {string.Join(", ", known.Select(name))}.");
    }
}
