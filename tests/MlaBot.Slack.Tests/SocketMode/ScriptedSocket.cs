using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>One connection as Slack sees it.</summary>
internal sealed class ScriptedSocket : IDisposable
{
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();

    public ScriptedSocket(HttpContext context, WebSocket socket)
    {
        (_context, _socket) = (context, socket);
        Query = context.Request.QueryString.Value!;
        Over = ReadAllAsync();
    }

    public string Query { get; }

    /// <summary>Ends when the client is gone.</summary>
    public Task Over { get; }

    /// <summary>The ids that were acknowledged here.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>Reads on: until then not even pings are answered.</summary>
    public void Read() => _mayRead.TrySetResult();

    /// <summary>The client's close code; null when the link was cut.</summary>
    public Task<int?> ClosedAsync() => _closed.Task.WaitAsync(SocketRig.Limit);

    public bool IsClosed => _closed.Task.IsCompleted;

    /// <summary>Starts reading and says hello.</summary>
    public Task WelcomeAsync(int lifetime = 18060)
    {
        Read();
        return SendAsync(
            $$"""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"},"debug_info":{"host":"applink-1","build_number":10,"approximate_connection_time":{{lifetime}} } }""");
    }

    public Task DisconnectAsync(string reason) => SendAsync($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"applink-1"} }""");

    public Task EnvelopeAsync(string id, string type = "events_api", string payload = """{"event":{"type":"app_mention"}}""") =>
        SendAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","payload":{{payload}},"accepts_response_payload":false,"retry_attempt":0,"retry_reason":""}""");

    public Task SendAsync(string frame) => SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, isEnd: true);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool isEnd)
    {
        await _writing.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, isEnd, default);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The next frame from the client.</summary>
    public async Task<JsonElement> NextAsync() => await _received.Reader.ReadAsync().AsTask().WaitAsync(SocketRig.Limit);

    /// <summary>Sends a close frame and goes on reading.</summary>
    public async Task CloseAsync(int code = 1000)
    {
        await _writing.WaitAsync();
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "because", default);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Cuts the TCP link.</summary>
    public void Cut()
    {
        _end.Cancel();
        _mayRead.TrySetResult();
    }

    // What a test holds may be used after the end: only what is safe then is disposed.
    public void Dispose() => _closed.TrySetResult(null);

    private async Task ReadAllAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            await _mayRead.Task.WaitAsync(_context.RequestAborted);
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), _end.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                if (part.MessageType is WebSocketMessageType.Close)
                {
                    if (_socket.State is WebSocketState.CloseReceived)
                    {
                        await CloseAsync();
                    }

                    _closed.TrySetResult((int?)_socket.CloseStatus);
                    return;
                }

                var frame = JsonDocument.Parse(buffer.AsMemory(0, length).ToArray()).RootElement;
                Acknowledged.Add(frame.GetProperty("envelope_id").GetString()!);
                _received.Writer.TryWrite(frame);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            _context.Abort();
            _closed.TrySetResult(null);
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }
}
