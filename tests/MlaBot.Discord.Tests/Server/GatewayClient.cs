using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace MlaBot.Discord.Tests.Server;

/// <summary>A payload as a client reads it.</summary>
internal sealed record GatewayPayload(int Op, string? Event, int? Sequence, JsonElement Data);

/// <summary>A bare websocket client of the gateway; every wait has a limit.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private readonly PackedBytes _packed = new();
    private ZLibStream? _zlib;

    public int? CloseCode => (int?)_socket.CloseStatus;

    public string Extensions { get; private set; } = "";

    /// <summary>The websocket frames of the last message.</summary>
    public int LastFragments { get; private set; }

    public static async Task<GatewayClient> ConnectAsync(string url, string query)
    {
        var client = new GatewayClient();
        client._socket.Options.CollectHttpResponseDetails = true;
        client._socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await client._socket.ConnectAsync(new Uri($"{url}?{query}"), client._limit.Token);
        client.Extensions = client._socket.HttpResponseHeaders!.TryGetValue("Sec-WebSocket-Extensions", out var extensions) ? string.Join(',', extensions) : "";
        client._zlib = query.Contains("compress", StringComparison.Ordinal) ? new ZLibStream(client._packed, CompressionMode.Decompress) : null;
        return client;
    }

    public Task IdentifyAsync(int intents = 1, string more = "", string token = GatewayHost.Token) =>
        SendAsync($$$"""{"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"properties":{"os":"o","browser":"b","device":"d"}{{{more}}}}}""");

    public Task ResumeAsync(string session, int sequence, string token = GatewayHost.Token) =>
        SendAsync($$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{session}}}","seq":{{{sequence}}}}}""");

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, _limit.Token);

    public async Task<GatewayPayload> ReceiveAsync()
    {
        var bytes = await ReceiveBytesAsync();
        bytes.ShouldNotBeNull($"closed with {CloseCode} instead of a payload");
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement.Clone();
        return new GatewayPayload(
            root.GetProperty("op").GetInt32(),
            root.GetProperty("t").GetString(),
            root.GetProperty("s").ValueKind == JsonValueKind.Null ? null : root.GetProperty("s").GetInt32(),
            root.GetProperty("d"));
    }

    /// <summary>The next message, unpacked; null when the gateway closed.</summary>
    public async Task<byte[]?> ReceiveBytesAsync()
    {
        var whole = new MemoryStream();
        var buffer = new byte[1024];
        LastFragments = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), _limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            LastFragments++;
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return _zlib is null || part.MessageType == WebSocketMessageType.Text ? whole.ToArray() : Unpack(whole.ToArray());
    }

    /// <summary>Reads on until an event comes.</summary>
    public async Task<GatewayPayload> UntilAsync(string eventName)
    {
        while (true)
        {
            if (await ReceiveAsync() is { } payload && payload.Event == eventName)
            {
                return payload;
            }
        }
    }

    /// <summary>Reads on until the gateway closes, and says its code.</summary>
    public async Task<int?> ClosedAsync()
    {
        while (await ReceiveBytesAsync() is not null)
        {
        }

        return CloseCode;
    }

    /// <summary>Reads on until the link breaks without a close.</summary>
    public async Task CutAsync() => await Should.ThrowAsync<WebSocketException>(async () => await ClosedAsync());

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, "", _limit.Token);

    public void Abort() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _limit.Dispose();
        if (_zlib is not null)
        {
            await _zlib.DisposeAsync();
        }

        await _packed.DisposeAsync();
    }

    private byte[] Unpack(byte[] packed)
    {
        packed[^4..].ShouldBe([0, 0, 255, 255]);
        _packed.Put(packed);
        var whole = new MemoryStream();
        _zlib!.CopyTo(whole);
        return whole.ToArray();
    }

    /// <summary>Says "nothing more" when empty, and has more after the next message: one zlib context for the connection.</summary>
    private sealed class PackedBytes : MemoryStream
    {
        public void Put(byte[] bytes)
        {
            SetLength(0);
            Write(bytes);
            Position = 0;
        }
    }
}
