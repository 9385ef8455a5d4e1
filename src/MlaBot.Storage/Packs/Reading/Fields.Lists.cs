using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <content>Keys that hold lists and maps.</content>
internal sealed partial class Fields
{
    /// <summary>A required list of texts, none empty and none twice.</summary>
    public IReadOnlyList<TextNode> Texts(string key, int least, int most = int.MaxValue)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new List<TextNode>();
        foreach (var entry in List(key, least, most))
        {
            if (entry is not TextNode { Text.Length: > 0 } text)
            {
                faults.Add(entry.Line, $"{subject}: \"{key}\" holds {(entry is TextNode ? "an empty entry" : entry.Kind)}");
            }
            else if (!seen.Add(text.Text))
            {
                faults.Add(entry.Line, $"{subject}: \"{key}\" names \"{FaultSink.Short(text.Text)}\" twice");
            }
            else
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>A required list of maps.</summary>
    public IReadOnlyList<MapNode> Maps(string key, int least, int most = int.MaxValue)
    {
        var entries = List(key, least, most);
        foreach (var entry in entries.Where(entry => entry is not MapNode))
        {
            faults.Add(entry.Line, $"{subject}: an entry of \"{key}\" is {entry.Kind} where keys with values are expected");
        }

        return [.. entries.OfType<MapNode>()];
    }

    /// <summary>A required map.</summary>
    /// <returns>An empty map when it is missing.</returns>
    public MapNode Map(string key)
    {
        if (Required(key) is not { } node)
        {
            return new MapNode([], map.Line);
        }

        if (node is MapNode found)
        {
            return found;
        }

        faults.Add(node.Line, $"{subject}: \"{key}\" is {node.Kind} where keys with values are expected");
        return new MapNode([], node.Line);
    }

    private IReadOnlyList<PackNode> List(string key, int least, int most)
    {
        if (Required(key) is not { } node)
        {
            return [];
        }

        if (node is not ListNode list)
        {
            faults.Add(LineOf(key), $"{subject}: \"{key}\" is {node.Kind} where a list is expected");
            return [];
        }

        if (list.Entries.Count < least || list.Entries.Count > most)
        {
            faults.Add(LineOf(key), $"{subject}: \"{key}\" holds {list.Entries.Count}, and {Span(least, most)} are needed");
        }

        return list.Entries;
    }

    private static string Span(int least, int most) =>
        least == most ? $"{least}" : most == int.MaxValue ? $"at least {least}" : $"{least} to {most}";
}
