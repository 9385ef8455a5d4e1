using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>One connection as the server sees it.</summary>
internal sealed class ScriptedConnection : IDisposable
{
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _zlib;

    public ScriptedConnection(HttpContext context, WebSocket socket)
    {
        (_context, _socket) = (context, socket);
        _zlib = new(_packed, CompressionLevel.Optimal, leaveOpen: true);
        Path = context.Request.Path;
        Query = context.Request.QueryString.Value!;
        Over = ReadAllAsync();
    }

    public string Path { get; }

    public string Query { get; }

    /// <summary>Ends when the client is gone.</summary>
    public Task Over { get; }

    /// <summary>The client's close code; null when the link was cut.</summary>
    public Task<int?> ClosedAsync() => _closed.Task.WaitAsync(Rig.Limit);

    public async Task SendAsync(string frame) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, default);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, bool isEnd) =>
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, isEnd, default);

    /// <summary>The next piece of this connection's one zlib stream.</summary>
    public byte[] Pack(string frame)
    {
        _packed.SetLength(0);
        _zlib.Write(Encoding.UTF8.GetBytes(frame));
        _zlib.Flush();
        return _packed.ToArray();
    }

    /// <summary>The next frame from the client that is no heartbeat; heartbeats are answered.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            var frame = await NextRawAsync();
            if (frame.Opcode() != 1)
            {
                return frame;
            }

            await SendAsync("""{"op":11}""");
        }
    }

    /// <summary>The next frame from the client.</summary>
    public async Task<JsonElement> NextRawAsync() => await _received.Reader.ReadAsync().AsTask().WaitAsync(Rig.Limit);

    /// <summary>HELLO, IDENTIFY, READY.</summary>
    public async Task<JsonElement> WelcomeAsync(string session, string resumeUrl, int interval = 41250)
    {
        await SendAsync(New.Hello(interval));
        var identify = await NextAsync();
        identify.Opcode().ShouldBe(2);
        await SendAsync(New.Ready(session, resumeUrl));
        return identify;
    }

    /// <summary>HELLO, RESUME, RESUMED with the next number.</summary>
    public async Task<JsonElement> ResumeAsync()
    {
        await SendAsync(New.Hello());
        var resume = await NextAsync();
        resume.Opcode().ShouldBe(6);
        var data = resume.GetProperty("d");
        await SendAsync(New.Resumed(data.GetProperty("seq").GetInt64() + 1));
        return data;
    }

    public async Task CloseAsync(int code) => await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "because", default);

    /// <summary>Cuts the TCP link.</summary>
    public void Cut() => _context.Abort();

    public void Dispose()
    {
        _zlib.Dispose();
        _packed.Dispose();
    }

    private async Task ReadAllAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), default);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                if (part.MessageType is WebSocketMessageType.Close)
                {
                    _closed.TrySetResult((int?)_socket.CloseStatus);
                    return;
                }

                length.ShouldBeLessThanOrEqualTo(4096);
                _received.Writer.TryWrite(JsonDocument.Parse(buffer.AsMemory(0, length).ToArray()).RootElement);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            _closed.TrySetResult(null);
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }
}
