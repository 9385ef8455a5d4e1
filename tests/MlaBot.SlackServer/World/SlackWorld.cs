using System.Collections.Concurrent;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.SlackServer.World;

/// <summary>One Slack: all workspaces and all state, in memory.</summary>
public sealed class SlackWorld(TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Guards everything below. Hold it shortly; never wait under it.</summary>
    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; } = clock;

    public SlackIds Ids { get; } = new();

    /// <summary>The socket side.</summary>
    public ISocketServer Sockets { get; internal set; } = new NoSockets();

    /// <summary>Such as <c>http://127.0.0.1:7901</c>.</summary>
    public string BaseUrl { get; internal set; } = "http://127.0.0.1";

    public Dictionary<string, Team> Teams { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, App> Apps { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, User> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Channel> Channels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, View> Views { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StoredFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>By the last part of the address.</summary>
    public Dictionary<string, ResponseUrl> ResponseUrls { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Trigger> Triggers { get; } = new(StringComparer.Ordinal);

    /// <summary>What apps sent that is not good. Tests assert that it is empty.</summary>
    public ConcurrentQueue<Violation> Violations { get; } = [];

    /// <summary>Every act of a person that an app had to acknowledge, oldest first.</summary>
    public ConcurrentQueue<Act> Acts { get; } = [];

    /// <summary>Completes at the next change of the world; take it before looking.</summary>
    public Task NextChange => Volatile.Read(ref _change).Task;

    /// <summary>Wakes those who wait for a change.</summary>
    public void Changed() => Interlocked.Exchange(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>The app of an app token (<c>xapp-</c>); null when there is none or it is revoked.</summary>
    public App? FindAppByAppToken(string token)
    {
        lock (Gate)
        {
            return Apps.Values.FirstOrDefault(app => app is { IsInstalled: true, IsAppTokenRevoked: false } && app.AppToken == token);
        }
    }

    /// <summary>Waits until something is true, at most 15 s of real time. It may also be something beside the world, such as a file of the bot's.</summary>
    /// <exception cref="TimeoutException">It did not become true; the message names what was waited for.</exception>
    public async Task<T> UntilAsync<T>(string what, Func<T?> look, CancellationToken cancellationToken = default)
        where T : class
    {
        var limit = Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, cancellationToken);
        while (true)
        {
            var change = NextChange;
            lock (Gate)
            {
                if (look() is { } found)
                {
                    return found;
                }
            }

            if (await Task.WhenAny(change, limit, Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken)) == limit)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException($"Waited 15 s in vain for {what}.");
            }
        }
    }

    /// <summary>Writes down what an app must not do.</summary>
    internal void Accuse(App? app, string method, string what) => Violations.Enqueue(new(app?.Id ?? "", method, what));
}
