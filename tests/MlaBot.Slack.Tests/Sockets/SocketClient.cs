using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Sockets;

/// <summary>A client as plain as it can be.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly CancellationToken _limit;

    private SocketClient(CancellationToken limit) => _limit = limit;

    public ClientWebSocket Socket { get; } = new();

    public JsonNode Hello { get; set; } = new JsonObject();

    public static async Task<SocketClient> OpenAsync(string url, CancellationToken limit)
    {
        var client = new SocketClient(limit);
        await client.Socket.ConnectAsync(new(url), limit);
        return client;
    }

    public async Task<JsonNode> ReadAsync() => JsonNode.Parse(await ReadTextAsync() ?? throw new InvalidOperationException("The socket was closed."))!;

    /// <summary>The next message; null when the server closed.</summary>
    public async Task<string?> ReadTextAsync()
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(), _limit);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <summary>Reads an envelope and gives its id.</summary>
    public async Task<string> ReadEnvelopeAsync() => (await ReadAsync())["envelope_id"]!.ToString();

    public Task AckAsync(string envelopeId, string rest = "") => SayAsync($"{{\"envelope_id\":\"{envelopeId}\"{rest}}}");

    public Task SayAsync(string text) => Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, _limit);

    public void Dispose() => Socket.Dispose();
}
