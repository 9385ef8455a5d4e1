using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.Rest;

/// <summary>A refusal with Discord's own code.</summary>
/// <remarks>Source: Discord developer documentation, "Opcodes and Status Codes: JSON".</remarks>
internal sealed class DiscordError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public JsonObject? Errors { get; } = errors;

    public static DiscordError UnknownChannel => new(404, 10003, "Unknown Channel");

    public static DiscordError UnknownGuild => new(404, 10004, "Unknown Guild");

    public static DiscordError UnknownMember => new(404, 10007, "Unknown Member");

    public static DiscordError UnknownMessage => new(404, 10008, "Unknown Message");

    public static DiscordError UnknownUser => new(404, 10013, "Unknown User");

    public static DiscordError UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static DiscordError UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static DiscordError MissingAccess => new(403, 50001, "Missing Access");

    public static DiscordError NotOwnMessage => new(403, 50005, "Cannot edit a message authored by another user");

    public static DiscordError EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static DiscordError CannotMessageUser => new(403, 50007, "Cannot send messages to this user");

    public static DiscordError MissingPermissions => new(403, 50013, "Missing Permissions");

    public static DiscordError TokenOver => new(401, 50027, "Invalid Webhook Token");

    public static DiscordError AlreadyAnswered => new(400, 40060, "Interaction has already been acknowledged.");

    /// <summary>50035 with its tree of faults, from lines such as <c>components.0.custom_id: too long</c>.</summary>
    public static DiscordError InvalidBody(params IEnumerable<string> faults)
    {
        var errors = new JsonObject();
        foreach (var fault in faults)
        {
            var colon = fault.IndexOf(": ", StringComparison.Ordinal);
            var path = colon < 0 ? "" : fault[..colon];
            Leaf(errors, path).Add(new JsonObject { ["code"] = "INVALID", ["message"] = colon < 0 ? fault : fault[(colon + 2)..] });
        }

        return new(400, 50035, "Invalid Form Body", errors);
    }

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (Errors is not null)
        {
            body["errors"] = Errors.DeepClone();
        }

        return body;
    }

    private static JsonArray Leaf(JsonObject errors, string path)
    {
        var node = errors;
        foreach (var name in path.Split(['.', '[', ']', '/', '$'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = (JsonObject)(node[name] ??= new JsonObject());
        }

        return (JsonArray)(node["_errors"] ??= new JsonArray());
    }
}
