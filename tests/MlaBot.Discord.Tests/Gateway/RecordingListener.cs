using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using MlaBot.Discord.Gateway;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>Remembers what it heard.</summary>
internal sealed class RecordingListener : IGatewayListener
{
    private readonly Channel<(int Shard, string Name, string Data)> _events = Channel.CreateUnbounded<(int, string, string)>();

    public ConcurrentQueue<(int Shard, bool IsReady)> Changes { get; } = new();

    /// <summary>When set, thrown for each event.</summary>
    public Exception? Fault { get; set; }

    public async Task<(int Shard, string Name, string Data)> NextAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(Rig.Limit);

    public async Task<string> NextNamedAsync(string name)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next.Name == name)
            {
                return next.Data;
            }
        }
    }

    public void Dispatched(int shard, string name, ReadOnlyMemory<byte> data)
    {
        _events.Writer.TryWrite((shard, name, Encoding.UTF8.GetString(data.Span)));
        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    public void ReadyChanged(int shard, bool isReady) => Changes.Enqueue((shard, isReady));
}
