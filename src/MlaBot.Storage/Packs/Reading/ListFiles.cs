using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads files whose document is a list of maps: items, cases, services, waivers.</summary>
internal static class ListFiles
{
    /// <summary>Gives the maps of the list, each with the words that sentences use for it.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="file">Takes what is wrong.</param>
    /// <param name="noun">What an entry is called.</param>
    /// <param name="idKey">The key that holds an entry's id.</param>
    public static IEnumerable<Fields> Read(string yaml, PackFile file, string noun, string idKey)
    {
        var root = YamlReader.Read(yaml, file.Faults);
        if (root is not ListNode list)
        {
            if (root is not null)
            {
                file.Faults.Add(root.Line, $"the file is {root.Kind} where a list is expected; begin each {noun} with \"- {idKey}:\"");
            }

            yield break;
        }

        foreach (var entry in list.Entries)
        {
            if (entry is MapNode map)
            {
                yield return new Fields(map, Subject(map, noun, idKey), file.Faults);
            }
            else
            {
                file.Faults.Add(entry.Line, $"an entry is {entry.Kind}; begin each {noun} with \"- {idKey}:\"");
            }
        }
    }

    private static string Subject(MapNode map, string noun, string idKey) =>
        map.Find(idKey) is TextNode { Text.Length: > 0 } id ? $"{noun} {FaultSink.Short(id.Text)}" : $"this {noun}";
}
