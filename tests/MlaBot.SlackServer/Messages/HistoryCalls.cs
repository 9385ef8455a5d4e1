using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Places;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Messages;

/// <summary><c>conversations.history</c> and <c>conversations.replies</c>. Ephemeral messages are in neither.</summary>
internal static class HistoryCalls
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("conversations.history", ApiMethod.Tier3, History),
        new("conversations.replies", ApiMethod.Tier3, Replies),
    ];

    private static JsonObject History(ApiCall call)
    {
        var channel = Open(call);
        var messages = Window(call, channel).Where(message => message.ThreadTs is null || message.IsBroadcast).Reverse().ToList();
        var body = Page.Of(call, "messages", messages, message => MessageJson.Of(message, call.Args.Flag("include_all_metadata")));
        body["pin_count"] = 0;
        return body;
    }

    private static JsonObject Replies(ApiCall call)
    {
        var channel = Open(call);
        var ts = call.Need("ts");
        var asked = channel.Find(ts) ?? throw new ApiError("thread_not_found");
        var head = asked.ThreadTs is { } above ? channel.Find(above) ?? asked : asked;
        var thread = Window(call, channel).Where(message => message != head && message.ThreadTs == head.Ts);
        return Page.Of(call, "messages", [head, .. thread], message => MessageJson.Of(message, call.Args.Flag("include_all_metadata")), standard: 1000);
    }

    private static Channel Open(ApiCall call)
    {
        var channel = call.Channel();
        call.NeedScopeFor(channel, "history");
        return call.IsIn(channel) ? channel : throw new ApiError("not_in_channel");
    }

    private static IEnumerable<Message> Window(ApiCall call, Channel channel)
    {
        var isInclusive = call.Args.Flag("inclusive");
        var oldest = Micros(call, "oldest");
        var latest = Micros(call, "latest");
        return channel.Messages.Where(message => message is { IsEphemeral: false, IsDeleted: false }).Where(message =>
        {
            var at = Parse(message.Ts)!.Value;
            return (oldest is not { } from || at > from || (isInclusive && at == from)) && (latest is not { } to || at < to || (isInclusive && at == to));
        });
    }

    private static long? Micros(ApiCall call, string name) => call.Text(name) is { Length: > 0 } text ? Parse(text) ?? throw new ApiError($"invalid_ts_{name}") : null;

    // Whole micros: a timestamp does not fit into a float.
    private static long? Parse(string ts) => decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? (long)(seconds * 1_000_000) : null;
}
