using System.Collections.Concurrent;
using System.Text.Json;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Json;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Remembers shown items. They never change, and every answer to a post asks for the same one.</summary>
internal sealed class ShownItemMemory(ReaderPool readers)
{
    /// <summary>The most items to remember; about 4 MB.</summary>
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<(ItemId, int), Item> _known = [];

    public async Task<Item?> FindAsync(ItemId id, int version, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((id, version), out var known))
        {
            return known;
        }

        var json = await readers.ReadAsync(
            sql => sql.First("SELECT Json FROM ShownItems WHERE ItemId = $1 AND Version = $2", row => row.GetString(0), id.Value, version),
            cancellationToken);
        return json is null ? null : Keep(id, version, JsonSerializer.Deserialize(json, StorageJson.Default.Item)!);
    }

    private Item Keep(ItemId id, int version, Item item)
    {
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known[(id, version)] = item;
    }
}
