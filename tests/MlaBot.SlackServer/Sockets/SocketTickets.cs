using System.Collections.Concurrent;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>Tickets of one use for opening a socket.</summary>
internal sealed class SocketTickets(TimeProvider clock, TimeSpan life)
{
    private readonly ConcurrentDictionary<string, (App App, DateTimeOffset ExpiresAt)> _unused = new(StringComparer.Ordinal);

    public string Issue(App app)
    {
        var ticket = Guid.NewGuid().ToString();
        _unused[ticket] = (app, clock.GetUtcNow() + life);
        return ticket;
    }

    /// <summary>Uses a ticket; null when it was never issued, is used or is too old.</summary>
    public App? Use(string ticket) => _unused.TryRemove(ticket, out var entry) && clock.GetUtcNow() <= entry.ExpiresAt ? entry.App : null;
}
