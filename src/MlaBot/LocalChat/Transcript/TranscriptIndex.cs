using System.Globalization;

namespace MlaBot.LocalChat.Transcript;

/// <summary>The part of the transcript that memory holds, built by reading the lines in order.</summary>
internal sealed class TranscriptIndex
{
    private readonly Queue<Entry> _entries = new();
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Channel, string Marker), Entry> _byMarker = [];
    private readonly List<TranscriptMessage> _latest = [];
    private readonly List<TranscriptPerson> _people = [];

    /// <summary>The number of the newest message; 0 before the first.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The last messages with their newest text, oldest first.</summary>
    public IReadOnlyList<TranscriptMessage> Latest => [.. _latest];

    /// <summary>The people, in the order in which they came.</summary>
    public IReadOnlyList<TranscriptPerson> People => [.. _people];

    /// <summary>Takes a line in.</summary>
    public void Add(TranscriptLine line)
    {
        switch (line)
        {
            case TranscriptMessage message:
                AddMessage(message);
                break;
            case TranscriptEdit edit when _latest.FindIndex(message => message.Id == edit.Id) is >= 0 and var index:
                _latest[index] = _latest[index] with { Text = edit.Text };
                break;
            case TranscriptPerson person when _people.FindIndex(known => known.Name == person.Name) is >= 0 and var index:
                _people[index] = person;
                break;
            case TranscriptPerson person:
                _people.Add(person);
                break;
        }
    }

    /// <summary>Finds a message by its marker.</summary>
    public string? Find(string channel, string marker) => _byMarker.GetValueOrDefault((channel, marker))?.Id;

    /// <summary>What a message is about.</summary>
    public string? Headline(string id) => _byId.GetValueOrDefault(id)?.Headline;

    private void AddMessage(TranscriptMessage message)
    {
        var entry = new Entry(message.Id, message.Channel, message.Marker, message.ReplyTo, message.Headline);
        if (_byMarker.TryGetValue((message.Channel, message.Marker), out var older))
        {
            ForgetReplies(older.Id);
        }

        _entries.Enqueue(entry);
        _byId[entry.Id] = entry;
        _byMarker[(entry.Channel, entry.Marker)] = entry;
        LastNumber = long.TryParse(message.Id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(LastNumber, number) : LastNumber;
        Remember(message);
        if (_entries.Count > LocalTranscript.Remembered)
        {
            Forget(_entries.Dequeue());
        }
    }

    // A marker comes a second time only when the database began anew beside an old transcript:
    // the old reveal must not be taken for the new question's.
    private void ForgetReplies(string id)
    {
        foreach (var reply in _entries.Where(entry => entry.ReplyTo == id))
        {
            ForgetMarker(reply);
        }
    }

    private void Remember(TranscriptMessage message)
    {
        _latest.Add(message);
        if (_latest.Count > LocalTranscript.Shown)
        {
            _latest.RemoveAt(0);
        }
    }

    private void Forget(Entry entry)
    {
        _byId.Remove(entry.Id);
        ForgetMarker(entry);
    }

    private void ForgetMarker(Entry entry)
    {
        if (_byMarker.TryGetValue((entry.Channel, entry.Marker), out var current) && current.Id == entry.Id)
        {
            _byMarker.Remove((entry.Channel, entry.Marker));
        }
    }

    private sealed record Entry(string Id, string Channel, string Marker, string? ReplyTo, string Headline);
}
