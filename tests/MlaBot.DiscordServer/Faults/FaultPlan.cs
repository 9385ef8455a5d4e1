namespace MlaBot.DiscordServer.Faults;

/// <summary>The faults that are on.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Random _chance = new(20260818);

    /// <summary>How long what a person does is on its way to the platform's sender; null for no time. It is asked for each act, and the
    /// platform's own mark of the time (an interaction's id, an <c>action_ts</c>) is the moment of the act.</summary>
    public Func<TimeSpan>? OnTheWay { get; set; }

    /// <summary>Switches a fault on; disposing of the result switches it off.</summary>
    public IDisposable Add(Fault fault)
    {
        var entry = new Entry(this, fault);
        lock (_gate)
        {
            _entries.Add(entry);
        }

        return entry;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>The fault for a call; the one that was added first wins. Null for none.</summary>
    internal Fault? Next(string method, string route)
    {
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                if (entry.Fits(method, route) && _chance.NextDouble() < entry.Fault.Rate)
                {
                    entry.Left--;
                    return entry.Fault;
                }
            }

            return null;
        }
    }

    private sealed class Entry(FaultPlan plan, Fault fault) : IDisposable
    {
        public Fault Fault { get; } = fault;

        public int? Left { get; set; } = fault.Times;

        public bool Fits(string method, string route) => Left is not <= 0
            && (Fault.Method is null || string.Equals(Fault.Method, method, StringComparison.OrdinalIgnoreCase))
            && (Fault.Route is null || string.Equals(Fault.Route, route, StringComparison.Ordinal));

        public void Dispose()
        {
            lock (plan._gate)
            {
                plan._entries.Remove(this);
            }
        }
    }
}
