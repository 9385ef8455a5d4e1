namespace MlaBot.Storage.Database.Opening;

/// <summary>Holds <c>&lt;file&gt;.lock</c> while a program writes to the database. The system lets go of it when the program dies.</summary>
/// <remarks>Its one byte says whether the last owner closed the database; the lock file itself is never removed, since a file
/// that is removed and made again can be locked twice.</remarks>
internal sealed class InstanceLock : IDisposable
{
    private const byte Running = (byte)'1';
    private const byte Closed = (byte)'0';

    private readonly FileStream _stream;

    private InstanceLock(FileStream stream, bool wasClosed)
    {
        _stream = stream;
        WasClosed = wasClosed;
    }

    /// <summary>True when the last owner closed the database; false after a crash, and when nothing is known.</summary>
    public bool WasClosed { get; }

    /// <exception cref="StorageRefusedException">Another program holds the lock, or the folder cannot be written.</exception>
    public static InstanceLock Take(string file)
    {
        try
        {
            var stream = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new InstanceLock(stream, stream.ReadByte() == Closed);
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            throw StorageRefusals.InUse(file, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StorageRefusals.NotWritable(file, fault);
        }
    }

    /// <summary>Notes that the database is in use. Call before it is first written to.</summary>
    public void MarkRunning() => Mark(Running);

    /// <summary>Notes that the database was closed in order. Call when nothing is open any more.</summary>
    public void MarkClosed() => Mark(Closed);

    public void Dispose() => _stream.Dispose();

    private void Mark(byte state)
    {
        _stream.Position = 0;
        _stream.WriteByte(state);
        _stream.Flush(flushToDisk: true);
    }

    // EWOULDBLOCK of Linux and of macOS; sharing and lock violation of Windows.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
