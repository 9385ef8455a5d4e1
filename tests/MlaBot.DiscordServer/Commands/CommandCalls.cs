using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Commands;

/// <summary>Reading and overwriting the table of commands.</summary>
internal sealed class CommandCalls(TimeProvider clock)
{
    private const int CreatesPerDay = 200;

    private readonly List<(DateTimeOffset At, ulong Bot, ulong Guild)> _creates = [];

    public IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", Route.Commands, List) { Limit = LimitRule.Commands },
        new("GET", Route.GuildCommands, List) { Limit = LimitRule.Commands },
        new("PUT", Route.Commands, Overwrite) { Limit = LimitRule.CommandsWrite },
        new("PUT", Route.GuildCommands, Overwrite) { Limit = LimitRule.CommandsWrite },
    ];

    private static Answer List(Call call) => Answer.Ok(Json(Table(call).Commands));

    private Answer Overwrite(Call call)
    {
        var (guildId, old) = Table(call);
        if (call.Json is not JsonArray body)
        {
            throw DiscordError.InvalidBody("_misc: Only iterables may be used in a ListType");
        }

        var fresh = new List<Command>();
        foreach (var entry in body.OfType<JsonObject>())
        {
            fresh.Add(Register(call, guildId, entry, old));
        }

        Count(call, guildId, fresh.Count(command => old.TrueForAll(other => other.Id != command.Id)));
        call.Bot.Commands[guildId] = fresh;
        call.World.Changed();
        return Answer.Ok(Json(fresh));
    }

    private static Command Register(Call call, ulong guildId, JsonObject entry, List<Command> old)
    {
        var name = entry.Text("name") ?? throw DiscordError.InvalidBody("name: This field is required");
        var type = entry.Int("type") ?? 1;
        var before = old.Find(command => command.Type == type && command.Name == name);
        var json = new JsonObject
        {
            ["id"] = (before?.Id ?? call.World.Ids.Next()).ToString(),
            ["application_id"] = call.Bot.ApplicationId.ToString(),
            ["version"] = call.World.Ids.Next().ToString(),
            ["default_member_permissions"] = entry["default_member_permissions"]?.ToString(),
            ["type"] = type,
            ["name"] = name,
            ["name_localizations"] = entry["name_localizations"]?.DeepClone(),
            ["description"] = entry.Text("description") ?? "",
            ["description_localizations"] = entry["description_localizations"]?.DeepClone(),
            ["dm_permission"] = entry.Flag("dm_permission") ?? true,
            ["contexts"] = entry["contexts"]?.DeepClone(),
            ["integration_types"] = entry["integration_types"]?.DeepClone() ?? new JsonArray(0),
            ["nsfw"] = entry.Flag("nsfw") ?? false,
        };
        if (entry.List("options") is { Count: > 0 } options)
        {
            json["options"] = options.DeepClone();
        }

        if (guildId != 0)
        {
            json["guild_id"] = guildId.ToString();
        }

        return new(ulong.Parse(json.Text("id")!), type, name, json);
    }

    private void Count(Call call, ulong guildId, int created)
    {
        var now = clock.GetUtcNow();
        _creates.RemoveAll(entry => now - entry.At > TimeSpan.FromDays(1));
        if (_creates.Count(entry => entry.Bot == call.Bot.ApplicationId && entry.Guild == guildId) + created > CreatesPerDay)
        {
            throw new DiscordError(400, 30034, "Max number of daily application command creates has been reached (200)");
        }

        _creates.AddRange(Enumerable.Repeat((now, call.Bot.ApplicationId, guildId), created));
    }

    private static (ulong GuildId, List<Command> Commands) Table(Call call)
    {
        if (call.Id("application_id") != call.Bot.ApplicationId)
        {
            throw new DiscordError(403, 20012, "You are not authorized to perform this action on this application");
        }

        var guildId = 0UL;
        if (call.IsGuildRoute)
        {
            guildId = call.Guild().Id;
        }

        return (guildId, call.Bot.Commands.GetValueOrDefault(guildId) ?? []);
    }

    private static JsonArray Json(List<Command> commands) => new([.. commands.Select(command => command.Json.DeepClone())]);
}
