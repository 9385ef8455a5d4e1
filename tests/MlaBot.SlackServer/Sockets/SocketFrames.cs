using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.Sockets;

/// <summary>The messages of Socket Mode that are no envelopes.</summary>
/// <remarks>Source: Slack developer documentation, "Using Socket Mode".</remarks>
internal static class SocketFrames
{
    public static string Hello(string appId, int number, int open, TimeSpan connectionTime, DateTimeOffset started)
    {
        var info = Info(number);
        info["started"] = started.ToString("yyyy-MM-dd HH:mm:ss.fff");
        info["build_number"] = 10;
        info["approximate_connection_time"] = (int)connectionTime.TotalSeconds;
        return new JsonObject { ["type"] = "hello", ["num_connections"] = open, ["debug_info"] = info, ["connection_info"] = new JsonObject { ["app_id"] = appId } }.ToJsonString();
    }

    public static string Disconnect(string reason, int number) =>
        new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = Info(number) }.ToJsonString();

    private static JsonObject Info(int number) => new() { ["host"] = $"applink-{number}" };
}
