using MlaBot.Core.Questions;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads the parts of an item that answers can name, and checks their ids.</summary>
internal static class Parts
{
    /// <summary>Reads a list of parts.</summary>
    /// <param name="item">The item.</param>
    /// <param name="key">The key of the list, in the plural: <c>options</c>.</param>
    /// <param name="least">The fewest parts.</param>
    /// <param name="most">The most parts.</param>
    /// <param name="read">Reads one part.</param>
    public static IReadOnlyList<T> Read<T>(Fields item, string key, int least, int most, Func<Fields, PartId, T> read)
    {
        var noun = key.TrimEnd('s');
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = new List<T>();
        foreach (var map in item.Maps(key, least, most))
        {
            var name = map.Find("id") is TextNode { Text.Length: > 0 } node ? node.Text : "?";
            var fields = new Fields(map, $"{item.Subject}, {noun} {FaultSink.Short(name)}", item.Faults);
            parts.Add(read(fields, ReadId(fields, noun, ids)));
            fields.Close();
        }

        return parts;
    }

    /// <summary>Reads a list of ids that must each name a part.</summary>
    public static IReadOnlyList<PartId> ReadIds(Fields item, string key, IReadOnlyCollection<PartId> parts)
    {
        var ids = item.Texts(key, 1);
        foreach (var id in ids)
        {
            CheckNames(item, key, id.Text, id.Line, parts);
        }

        return [.. ids.Select(id => new PartId(id.Text))];
    }

    /// <summary>Reports an id that names no part.</summary>
    public static void CheckNames(Fields item, string key, string id, int line, IReadOnlyCollection<PartId> parts)
    {
        if (!parts.Contains(new PartId(id)))
        {
            item.Faults.Add(line, $"{item.Subject}: {key} \"{FaultSink.Short(id)}\" is not one of {string.Join(", ", parts)}");
        }
    }

    private static PartId ReadId(Fields fields, string noun, Dictionary<string, int> ids)
    {
        var id = fields.Text("id");
        if (id.Length > 0 && !Patterns.PartId().IsMatch(id))
        {
            fields.Faults.Add(fields.LineOf("id"), $"{fields.Subject}: an id is a lower-case letter and up to seven letters or digits");
        }
        else if (id.Length > 0 && !ids.TryAdd(id, fields.LineOf("id")))
        {
            fields.Faults.Add(fields.LineOf("id"), $"{fields.Subject}: another {noun} on line {ids[id]} has the same id");
        }

        return new PartId(id);
    }
}
