namespace MlaBot.LocalChat.Transcript;

/// <summary>Picks what a rotation keeps: the people, and the last messages with their newest text.</summary>
/// <param name="limit">Messages to keep. At least 1.</param>
internal sealed class TranscriptDigest(int limit)
{
    private readonly Dictionary<string, TranscriptPerson> _people = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _order = new();
    private readonly Dictionary<string, TranscriptMessage> _messages = new(StringComparer.Ordinal);

    /// <summary>What was kept, in an order that reads back to the same.</summary>
    public IEnumerable<TranscriptLine> Lines => _people.Values.Concat<TranscriptLine>(_order.Select(id => _messages[id]));

    /// <summary>Takes a line in.</summary>
    public void Add(TranscriptLine line)
    {
        switch (line)
        {
            case TranscriptPerson person:
                _people[person.Name] = person;
                break;
            case TranscriptEdit edit when _messages.TryGetValue(edit.Id, out var message):
                _messages[edit.Id] = message with { Text = edit.Text };
                break;
            case TranscriptMessage message when _messages.TryAdd(message.Id, message):
                _order.AddLast(message.Id);
                DropOldest();
                break;
        }
    }

    private void DropOldest()
    {
        if (_order.Count > limit && _order.First is { } oldest)
        {
            _messages.Remove(oldest.Value);
            _order.RemoveFirst();
        }
    }
}
