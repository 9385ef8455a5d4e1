using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>The <c>data</c> of a command, as Discord's client fills it in.</summary>
internal sealed class CommandData(DiscordWorld world, Channel channel)
{
    private readonly Resolved _resolved = new(world, channel);

    /// <param name="command">The registered command.</param>
    /// <param name="path">From the command to the subcommand.</param>
    /// <param name="options">By name.</param>
    /// <param name="focused">The option that is being typed; null when the command is run.</param>
    public JsonObject Build(Command command, IReadOnlyList<JsonObject> path, IReadOnlyDictionary<string, object> options, string? focused)
    {
        var declared = (path[^1].List("options") ?? []).OfType<JsonObject>().ToList();
        var unknown = options.Keys.FirstOrDefault(name => !declared.Exists(option => option.Text("name") == name));
        if (unknown is not null)
        {
            throw new ControlException($"/{command.Name} has no option \"{unknown}\".");
        }

        var filled = new JsonArray();
        foreach (var option in declared)
        {
            var name = option.Text("name")!;
            if (options.TryGetValue(name, out var value))
            {
                filled.Add(name == focused ? Typed(option, value) : Value(option, value));
            }
            else if (focused is null && option.Flag("required") == true)
            {
                throw new ControlException($"/{command.Name}: the option \"{name}\" is required.");
            }
        }

        var data = new JsonObject { ["id"] = command.Id.ToString(), ["name"] = command.Name, ["type"] = command.Type };
        for (var depth = path.Count - 1; depth > 0; depth--)
        {
            filled = [new JsonObject { ["name"] = path[depth].Text("name"), ["type"] = path[depth].Int("type"), ["options"] = filled }];
        }

        if (filled.Count > 0)
        {
            data["options"] = filled;
        }

        if (_resolved.Json.Count > 0)
        {
            data["resolved"] = _resolved.Json;
        }

        if (command.Json.Text("guild_id") is { } guildId)
        {
            data["guild_id"] = guildId;
        }

        return data;
    }

    private static JsonObject Typed(JsonObject option, object value) => option.Flag("autocomplete") == true
        ? new() { ["name"] = option.Text("name"), ["type"] = option.Int("type"), ["value"] = value.ToString(), ["focused"] = true }
        : throw new ControlException($"The option \"{option.Text("name")}\" gives no suggestions.");

    private JsonObject Value(JsonObject option, object value)
    {
        var name = option.Text("name")!;
        var type = option.Int("type") ?? 3;
        JsonNode node = type switch
        {
            4 => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            5 => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
            6 or 7 or 8 or 9 => Reference(value),
            10 => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        CheckLimits(option, name, node);
        return new() { ["name"] = name, ["type"] = type, ["value"] = node };
    }

    private string Reference(object value)
    {
        var id = value switch
        {
            User user => user.Id,
            Channel target => target.Id,
            Role role => role.Id,
            ulong number => number,
            _ => ulong.Parse(value.ToString()!, CultureInfo.InvariantCulture),
        };
        _resolved.Add(id);
        return id.ToString();
    }

    private static void CheckLimits(JsonObject option, string name, JsonNode value)
    {
        if (option.List("choices") is { Count: > 0 } choices && !choices.Any(choice => choice?["value"]?.ToString() == value.ToString()))
        {
            throw new ControlException($"The option \"{name}\" does not offer \"{value}\".");
        }

        var text = value.ToString();
        if (option.Int("type") == 3 && (text.Length < (option.Int("min_length") ?? 0) || text.Length > (option.Int("max_length") ?? 6000)))
        {
            throw new ControlException($"The option \"{name}\" does not take {text.Length} characters.");
        }

        if (option.Int("type") is 4 or 10 && double.Parse(text, CultureInfo.InvariantCulture) is var number
            && (number < (option["min_value"]?.GetValue<double>() ?? double.MinValue) || number > (option["max_value"]?.GetValue<double>() ?? double.MaxValue)))
        {
            throw new ControlException($"The option \"{name}\" does not take {text}.");
        }
    }
}
