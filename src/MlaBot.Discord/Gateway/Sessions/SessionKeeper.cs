using System.Security.Cryptography;
using System.Text;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Gateway.Sessions;

/// <summary>Saves the shards' sessions while they run, and decides whether saved ones may be taken up.</summary>
internal sealed class SessionKeeper(ISessionStore store, string applicationId, TimeProvider time)
{
    /// <summary>At most one save in this time.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // A quiet bot that is killed was connected a moment ago all the same: the file's time has to say so.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    private readonly string _application = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(applicationId)));
    private Dictionary<int, ResumePoint>? _saved;
    private DateTimeOffset _savedAt;

    /// <summary>The sessions that a start with so many shards may take up: of this application, this number, and a few minutes old at most.</summary>
    public async Task<IReadOnlyDictionary<int, ResumePoint>> LoadAsync(int shards, CancellationToken cancellationToken)
    {
        var saved = await store.LoadAsync(cancellationToken);
        return saved is not null
            && string.Equals(saved.Application, _application, StringComparison.Ordinal)
            && saved.Shards == shards
            && (time.GetUtcNow() - saved.SavedAt).Duration() <= GatewaySession.LongestSilence
                ? saved.Sessions
                : new Dictionary<int, ResumePoint>();
    }

    /// <summary>Saves what has changed until stopped, and once more then.</summary>
    public async Task RunAsync(IReadOnlyList<GatewayShard> shards, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await SaveAsync(shards, time.GetUtcNow() - _savedAt >= Renewal);
            await Task.Delay(Pace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await SaveAsync(shards, isDue: true);
    }

    private async Task SaveAsync(IReadOnlyList<GatewayShard> shards, bool isDue)
    {
        var now = new Dictionary<int, ResumePoint>();
        for (var number = 0; number < shards.Count; number++)
        {
            if (shards[number].ResumePoint is { } point)
            {
                now[number] = point;
            }
        }

        var isChanged = _saved is null || now.Count != _saved.Count || now.Any(pair => _saved.GetValueOrDefault(pair.Key) != pair.Value);
        if (!isChanged && (!isDue || now.Count == 0))
        {
            return;
        }

        (_saved, _savedAt) = (now, time.GetUtcNow());
        // Not the caller's token: the last save happens while stopping, and each is over in a moment.
        await store.SaveAsync(new(_application, shards.Count, _savedAt, now), CancellationToken.None);
    }
}
