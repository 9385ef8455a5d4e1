using System.Globalization;
using MlaBot.Storage.Packs.Yaml;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads the keys of one map, reports what is missing or wrong, and at the end the keys that nobody asked for.</summary>
/// <param name="map">The map.</param>
/// <param name="subject">What the map describes, for sentences: <c>item q-1.1-0001</c>.</param>
/// <param name="faults">Takes what is wrong.</param>
/// <remarks>A getter whose value is missing or wrong adds a fault and gives a harmless stand-in, so that reading can go on
/// and find the next fault.</remarks>
internal sealed partial class Fields(MapNode map, string subject, FaultSink faults)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Where faults go.</summary>
    public FaultSink Faults => faults;

    /// <summary>What the map describes.</summary>
    public string Subject => subject;

    /// <summary>The line where the map begins.</summary>
    public int Line => map.Line;

    /// <summary>The line of a key; the map's line when the key is absent.</summary>
    public int LineOf(string key) => map.FindKey(key)?.Line ?? map.Line;

    /// <summary>True when the key stands in the map, whatever its value.</summary>
    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>A required text; empty when it is missing.</summary>
    public string Text(string key) => RequiredText(key)?.Text ?? "";

    /// <summary>A text that may be absent; null then.</summary>
    public string? OptionalText(string key) => Find(key) is null ? null : RequiredText(key)?.Text;

    /// <summary>A required whole number.</summary>
    public int Number(string key, int least, int most)
    {
        if (RequiredText(key) is not { } node)
        {
            return least;
        }

        if (int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(node, key, $"is not a whole number from {least} to {most}");
        return least;
    }

    /// <summary>A flag that may be absent.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Find(key) is null || RequiredText(key) is not { } node)
        {
            return otherwise;
        }

        if (node.Text is "true" or "false")
        {
            return node.Text is "true";
        }

        Wrong(node, key, "is neither true nor false");
        return otherwise;
    }

    /// <summary>A required date.</summary>
    public LocalDate Date(string key)
    {
        if (RequiredText(key) is not { } node)
        {
            return default;
        }

        var parsed = LocalDatePattern.Iso.Parse(node.Text);
        if (!parsed.Success)
        {
            Wrong(node, key, "is not a date as in 2026-11-21");
        }

        return parsed.Success ? parsed.Value : default;
    }

    /// <summary>A required word out of a list.</summary>
    /// <returns>The first of the list when the word is missing or another.</returns>
    public string OneOf(string key, IReadOnlyCollection<string> words)
    {
        if (RequiredText(key) is not { } node)
        {
            return words.First();
        }

        if (words.Contains(node.Text, StringComparer.Ordinal))
        {
            return node.Text;
        }

        Wrong(node, key, $"is not one of {string.Join(", ", words)}{FaultSink.DidYouMean(node.Text, words)}");
        return words.First();
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Close()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_asked.Contains(entry.Key.Text)))
        {
            faults.Add(key.Line, $"{subject}: unknown key \"{FaultSink.Short(key.Text)}\"{FaultSink.DidYouMean(key.Text, _asked)}");
        }
    }

    private TextNode? RequiredText(string key)
    {
        if (Required(key) is not { } node)
        {
            return null;
        }

        if (node is TextNode { Text.Length: > 0 } text)
        {
            return text;
        }

        faults.Add(LineOf(key), $"{subject}: \"{key}\" is {(node is TextNode ? "empty" : $"{node.Kind} where a text is expected")}");
        return null;
    }

    private PackNode? Required(string key)
    {
        var node = Find(key);
        if (node is null)
        {
            faults.Add(map.Line, $"{subject} has no \"{key}\"");
        }

        return node;
    }

    private PackNode? Find(string key)
    {
        _asked.Add(key);
        return map.Find(key) is { } node and not TextNode { IsNothing: true } ? node : null;
    }

    private void Wrong(TextNode node, string key, string what) =>
        faults.Add(node.Line, $"{subject}: {key} \"{FaultSink.Short(node.Text)}\" {what}");
}
