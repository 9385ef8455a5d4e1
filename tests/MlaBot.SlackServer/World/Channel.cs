namespace MlaBot.SlackServer.World;

/// <summary>A channel or a direct conversation.</summary>
public sealed class Channel(string id, Team team, string name)
{
    private long _lastMicros;

    /// <summary>Begins with <c>C</c>, of a direct conversation with <c>D</c>.</summary>
    public string Id { get; set; } = id;

    public Team Team { get; } = team;

    public string Name { get; set; } = name;

    public bool IsPrivate { get; init; }

    public bool IsDirect { get; init; }

    public bool IsArchived { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>User ids.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>All messages in order, ephemeral and deleted ones too.</summary>
    public List<Message> Messages { get; } = [];

    /// <summary>The kind as events and scopes name it: <c>im</c>, <c>group</c> or <c>channel</c>.</summary>
    public string Kind => IsDirect ? "im" : IsPrivate ? "group" : "channel";

    public override string ToString() => IsDirect ? $"direct {Id}" : $"#{Name} ({Id})";

    public Message? Find(string? ts) => Messages.FirstOrDefault(message => message is { IsEphemeral: false, IsDeleted: false } && message.Ts == ts);

    /// <summary>A timestamp that no other message of this channel has. Other channels may have the same.</summary>
    internal string NextTs(DateTimeOffset now)
    {
        _lastMicros = Math.Max(now.UtcTicks / TimeSpan.TicksPerMicrosecond - DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond, _lastMicros + 1);
        return $"{_lastMicros / 1_000_000}.{_lastMicros % 1_000_000:D6}";
    }
}
