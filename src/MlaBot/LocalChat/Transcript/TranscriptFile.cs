using System.Text;
using System.Text.Json;
using MlaBot.Core;

namespace MlaBot.LocalChat.Transcript;

/// <summary>A file of JSON lines that only grows at its end. A line is on the disk when its write returns.</summary>
internal sealed class TranscriptFile : IDisposable
{
    private readonly string _path;
    private FileStream _stream;

    private TranscriptFile(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Bytes in the file.</summary>
    public long Length => _stream.Length;

    /// <summary>Opens or makes a file, cuts a torn last line off and reads the lines.</summary>
    /// <exception cref="ExternalFaultException">The file cannot be used; it was left as it is.</exception>
    public static TranscriptFile Open(string path, Action<TranscriptLine> read)
    {
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            stream = Hold(path);
            stream.SetLength(ReadAll(stream, path, read));
            stream.Seek(0, SeekOrigin.End);
            return new TranscriptFile(path, stream);
        }
        catch (Exception fault)
        {
            stream?.Dispose();
            if (fault is IOException or UnauthorizedAccessException)
            {
                throw new ExternalFaultException(
                    $"The local chat's file {path} cannot be opened: {fault.Message} Is another MlaBot running in this folder?", isTransient: false, inner: fault);
            }

            throw;
        }
    }

    /// <summary>Adds a line and waits until the disk has it.</summary>
    /// <exception cref="ExternalFaultException">The disk did not take it; the file is as it was.</exception>
    public void Append(TranscriptLine line)
    {
        var before = _stream.Length;
        try
        {
            _stream.Write(Bytes(line));
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException fault)
        {
            Undo(before);
            throw new ExternalFaultException($"The local chat's file {_path} cannot be written: {fault.Message}", isTransient: true, inner: fault);
        }
    }

    /// <summary>Puts other lines in place of all, in one step; the old file stays beside it as <c>….1</c>.</summary>
    /// <exception cref="IOException">The disk did not take it; the file is as it was.</exception>
    public void Replace(IEnumerable<TranscriptLine> lines)
    {
        var next = _path + ".next";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            foreach (var line in lines)
            {
                stream.Write(Bytes(line));
            }

            stream.Flush(flushToDisk: true);
        }

        KeepOld();
        _stream.Dispose();
        try
        {
            File.Move(next, _path, overwrite: true);
        }
        finally
        {
            _stream = Hold(_path);
            _stream.Seek(0, SeekOrigin.End);
        }
    }

    /// <summary>Reads the lines again, for a rotation.</summary>
    public void ReadAgain(Action<TranscriptLine> read)
    {
        ReadAll(_stream, _path, read);
        _stream.Seek(0, SeekOrigin.End);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // Not shared: two programs that write one file would tear each other's lines.
    private static FileStream Hold(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private void KeepOld()
    {
        using var old = new FileStream(_path + ".1", FileMode.Create, FileAccess.Write, FileShare.None);
        _stream.Seek(0, SeekOrigin.Begin);
        _stream.CopyTo(old);
    }

    /// <summary>Reads every whole line and gives the length up to the last of them.</summary>
    private static long ReadAll(FileStream stream, string path, Action<TranscriptLine> read)
    {
        stream.Seek(0, SeekOrigin.Begin);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var from = 0;
        for (var number = 1; ; number++)
        {
            var length = bytes.AsSpan(from).IndexOf((byte)'\n');
            if (length < 0)
            {
                // What follows the last line break was never confirmed: the process ended while it wrote.
                return from;
            }

            read(Parse(bytes.AsSpan(from, length), path, number));
            from += length + 1;
        }
    }

    private static TranscriptLine Parse(ReadOnlySpan<byte> json, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TranscriptJson.Default.TranscriptLine) ?? throw new JsonException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new ExternalFaultException(
                $"Line {number} of the local chat's file {path} is damaged. The file was left as it is; repair or delete that line, or move the file away to begin anew.",
                isTransient: false,
                inner: fault);
        }
    }

    private static byte[] Bytes(TranscriptLine line) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, TranscriptJson.Default.TranscriptLine) + "\n");

    private void Undo(long length)
    {
        try
        {
            _stream.SetLength(length);
            _stream.Seek(0, SeekOrigin.End);
        }
        catch (IOException)
        {
            // Half a line at the end is cut off when the file is opened again.
        }
    }
}
