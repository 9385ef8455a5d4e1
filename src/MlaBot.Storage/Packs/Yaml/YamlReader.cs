using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MlaBot.Storage.Packs.Yaml;

/// <summary>Reads the small YAML that packs use (texts, lists, keys; one document) into nodes that know their lines.</summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 16;

    private readonly Parser _parser;
    private readonly FaultSink _faults;
    private readonly int _linesBefore;

    private YamlReader(string yaml, FaultSink faults, int linesBefore)
    {
        _parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
        _faults = faults;
        _linesBefore = linesBefore;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="linesBefore">Lines of the file that stand before the text.</param>
    /// <returns>Null when the text is broken or empty; then there is a fault.</returns>
    public static PackNode? Read(string yaml, FaultSink faults, int linesBefore = 0)
    {
        var reader = new YamlReader(yaml, faults, linesBefore);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException broken)
        {
            faults.Add((int)broken.Start.Line + linesBefore, BrokenYaml.InPlainWords(broken));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The parser has no error of its own for a bracket that stays open, and none for some damaged texts.
            faults.Add(reader.LastLine, "the YAML breaks at or below this line: a bracket or quote is opened and not closed");
        }

        return null;
    }

    private int LastLine => _parser.Current is { } last ? LineOf(last) : 0;

    private PackNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _faults.Add(0, "the file is empty");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out var next))
        {
            _faults.Add(LineOf(_parser.Current ?? next!), "a second document begins here; keep one document in a file");
        }

        return root;
    }

    private PackNode ReadNode(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "nested too deeply");
        }

        if (_parser.Accept<NodeEvent>(out var node) && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            throw new YamlException(node.Start, node.End, "anchors");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new TextNode(scalar.Value.Trim(), scalar.Style is ScalarStyle.Plain, LineOf(scalar));
        }

        if (_parser.TryConsume<SequenceStart>(out var list))
        {
            return ReadList(list, depth);
        }

        if (_parser.TryConsume<MappingStart>(out var map))
        {
            return ReadMap(map, depth);
        }

        throw new YamlException(_parser.Current!.Start, _parser.Current.End, "anchors");
    }

    private ListNode ReadList(SequenceStart start, int depth)
    {
        var entries = new List<PackNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            entries.Add(ReadNode(depth + 1));
        }

        return new ListNode(entries, LineOf(start));
    }

    private MapNode ReadMap(MappingStart start, int depth)
    {
        var entries = new List<MapEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is TextNode name)
            {
                AddOnce(entries, name, value);
            }
            else
            {
                _faults.Add(key.Line, "a key must be a plain word");
            }
        }

        return new MapNode(entries, LineOf(start));
    }

    private void AddOnce(List<MapEntry> entries, TextNode key, PackNode value)
    {
        var first = entries.Find(entry => string.Equals(entry.Key.Text, key.Text, StringComparison.Ordinal));
        if (first is null)
        {
            entries.Add(new MapEntry(key, value));
        }
        else
        {
            _faults.Add(key.Line, $"\"{FaultSink.Short(key.Text)}\" stands twice here; the first is on line {first.Key.Line}");
        }
    }

    private int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line + _linesBefore;
}
