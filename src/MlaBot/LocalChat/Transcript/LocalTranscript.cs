using NodaTime;

namespace MlaBot.LocalChat.Transcript;

/// <summary>What the local chat remembers: messages, their edits, and people. Safe to call from many threads.</summary>
/// <remarks>The file keeps everything up to its limit; memory keeps the ids and markers of the last messages only.</remarks>
internal sealed class LocalTranscript : IDisposable
{
    /// <summary>Messages that can be found, edited and replied to; older ones are forgotten.</summary>
    public const int Remembered = 1000;

    /// <summary>Messages whose text is kept in memory, to be shown after a restart.</summary>
    public const int Shown = 3;

    private readonly Lock _gate = new();
    private readonly TranscriptIndex _index = new();
    private readonly TranscriptFile _file;
    private readonly long _limit;
    private long _rotateAt;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Bytes above which the file is rotated. Above zero.</param>
    /// <exception cref="Core.ExternalFaultException">The file is damaged or in use; it was left as it is.</exception>
    public LocalTranscript(string path, long limit = 8 * 1024 * 1024)
    {
        _limit = limit;
        _rotateAt = limit;
        _file = TranscriptFile.Open(path, _index.Add);
    }

    /// <summary>The last messages with their newest text, oldest first.</summary>
    public IReadOnlyList<TranscriptMessage> Latest => Locked(() => _index.Latest);

    /// <summary>The people, in the order in which they came.</summary>
    public IReadOnlyList<TranscriptPerson> People => Locked(() => _index.People);

    /// <summary>Adds a message. It is on the disk when this returns.</summary>
    /// <returns>The message with its id.</returns>
    public TranscriptMessage Add(string channel, string marker, string? replyTo, Instant at, IReadOnlyList<string> text) => Locked(() =>
    {
        var message = new TranscriptMessage
        {
            Id = $"m{_index.LastNumber + 1}",
            Channel = channel,
            Marker = marker,
            Kind = replyTo is null ? TranscriptKind.Post : TranscriptKind.Reply,
            ReplyTo = replyTo,
            At = at.ToUnixTimeMilliseconds(),
            Text = text,
        };
        Append(message);
        return message;
    });

    /// <summary>Replaces the text of a message.</summary>
    /// <returns>False when the message is not, or no longer, known.</returns>
    public bool Edit(string id, Instant at, IReadOnlyList<string> text) => Locked(() =>
    {
        if (_index.Headline(id) is null)
        {
            return false;
        }

        Append(new TranscriptEdit { Id = id, At = at.ToUnixTimeMilliseconds(), Text = text });
        return true;
    });

    /// <summary>Adds a person, or changes one of the same name.</summary>
    public void Save(TranscriptPerson person) => Locked(() =>
    {
        Append(person);
        return person;
    });

    /// <summary>Finds a message by its marker; null when there is none in that channel.</summary>
    public string? Find(string channel, string marker) => Locked(() => _index.Find(channel, marker));

    /// <summary>What a message is about; null when it is not, or no longer, known.</summary>
    public string? Headline(string id) => Locked(() => _index.Headline(id));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Append(TranscriptLine line)
    {
        _file.Append(line);
        _index.Add(line);
        if (_file.Length > _rotateAt)
        {
            Rotate();
        }
    }

    private void Rotate()
    {
        try
        {
            var kept = new TranscriptDigest(Remembered);
            _file.ReadAgain(kept.Add);
            _file.Replace(kept.Lines);
        }
        catch (IOException)
        {
            // The message that led here is on the disk; a file that stays long does no harm.
        }

        // The remembered messages alone may be longer than the limit; without this every write would rotate.
        _rotateAt = Math.Max(_limit, 2 * _file.Length);
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_gate)
        {
            return act();
        }
    }
}
