namespace MlaBot.SlackServer.Sockets;

/// <summary>The open sockets of one app, and the figures about them.</summary>
internal sealed class SocketBook(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<SocketLink> _open = [];
    private readonly List<TimeSpan> _ackTimes = [];
    private SocketFigures _figures = new();
    private long _deafSince;
    private int _turn;

    public IReadOnlyList<SocketLink> Open
    {
        get
        {
            lock (_gate)
            {
                return [.. _open];
            }
        }
    }

    public SocketFigures Figures
    {
        get
        {
            lock (_gate)
            {
                return _figures with
                {
                    Open = _open.Count,
                    Deaf = _open.Count == 0 && _figures.Hellos > 0 ? _figures.Deaf + clock.GetElapsedTime(_deafSince) : _figures.Deaf,
                    AckTimes = [.. _ackTimes.Order()],
                };
            }
        }
    }

    /// <summary>Adds a socket that may hear from now on. False when there are too many.</summary>
    public bool Add(SocketLink link, int most)
    {
        lock (_gate)
        {
            if (_open.Count >= most)
            {
                return false;
            }

            if (_open.Count == 0 && _figures.Hellos > 0)
            {
                _figures = _figures with { Deaf = _figures.Deaf + clock.GetElapsedTime(_deafSince) };
            }

            _open.Add(link);
            _figures = _figures with { Hellos = _figures.Hellos + 1 };
            return true;
        }
    }

    /// <summary>A socket hears no more. Says whether it did until now.</summary>
    public bool Remove(SocketLink link)
    {
        lock (_gate)
        {
            if (!_open.Remove(link))
            {
                return false;
            }

            if (_open.Count == 0)
            {
                _deafSince = clock.GetTimestamp();
            }

            return true;
        }
    }

    /// <summary>The socket whose turn it is; null when none is open.</summary>
    /// <param name="except">Another one than this, if there is any.</param>
    public SocketLink? Next(SocketLink? except = null)
    {
        lock (_gate)
        {
            var hearing = _open.Where(link => link is { SaidHello: true, IsClosing: false }).ToList();
            var fresh = hearing.Where(link => !link.IsBeingReplaced && link != except).ToList();
            var choice = fresh.Count > 0 ? fresh : hearing;
            return choice.Count == 0 ? null : choice[_turn++ % choice.Count];
        }
    }

    public void Count(Func<SocketFigures, SocketFigures> change)
    {
        lock (_gate)
        {
            _figures = change(_figures);
        }
    }

    public void CountAck(TimeSpan after, bool isLate)
    {
        lock (_gate)
        {
            _ackTimes.Add(after);
            _figures = isLate ? _figures with { LateAcks = _figures.LateAcks + 1 } : _figures with { Acks = _figures.Acks + 1 };
        }
    }
}
