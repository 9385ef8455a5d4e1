using MlaBot.Core.Channels;
using MlaBot.Core.Deliveries;
using MlaBot.Core.Time;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps claims on deliveries in SQLite.</summary>
internal sealed class SqliteDeliveryStore(SqliteDatabase database, TimeProvider clock) : IDeliveryStore
{
    private const int LongestId = 200;

    public Task<bool> ClaimAsync(GroupKey group, string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, LongestId, nameof(id));
        return database.Writer.WriteAsync(new ClaimWrite(group, id, clock.Now().ToUnixTimeMilliseconds(), cancellationToken), cancellationToken);
    }

    public Task<int> RemoveOlderAsync(Instant before, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        session => session.Sql.Run("DELETE FROM Deliveries WHERE At < $1", before.ToUnixTimeMilliseconds()), cancellationToken);
}
