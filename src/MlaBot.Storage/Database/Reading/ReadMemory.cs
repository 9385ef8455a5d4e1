using System.Collections.Concurrent;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Remembers what every answer asks for, until anything but an answer is written: answers change none of it.</summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TValue">What is remembered; it must not be changeable.</typeparam>
internal sealed class ReadMemory<TKey, TValue>(ReaderPool readers, WriteVersion version)
    where TKey : notnull
    where TValue : class
{
    /// <summary>The most entries to remember; a few MB.</summary>
    private const int MostKept = 5_000;

    private readonly ConcurrentDictionary<TKey, (long Version, TValue Value)> _known = [];

    /// <summary>Gives what is remembered, or reads it. A null is not remembered.</summary>
    public async Task<TValue?> GetAsync(TKey key, Func<PreparedCommands, TKey, TValue?> read, CancellationToken cancellationToken)
    {
        // Taken before the read: a write that comes between makes what is remembered old at once.
        var current = version.Current;
        if (_known.TryGetValue(key, out var known) && known.Version == current)
        {
            return known.Value;
        }

        var value = await readers.ReadAsync(sql => read(sql, key), cancellationToken);
        if (value is not null)
        {
            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            _known[key] = (current, value);
        }

        return value;
    }
}
