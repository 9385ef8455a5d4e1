using System.Globalization;
using NodaTime;

namespace MlaBot.LocalChat;

/// <summary>Real time plus an offset that is kept in a file, so that a restart does not go back in time.</summary>
internal sealed class TryOutClock : TimeProvider
{
    private readonly string _file;
    private long _offsetTicks;

    /// <summary>Reads the offset that an earlier run left.</summary>
    /// <param name="file">The file; need not exist.</param>
    public TryOutClock(string file)
    {
        _file = file;
        if (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
        {
            _offsetTicks = ticks;
        }
    }

    /// <summary>Where the offset of the local chat on a database is kept.</summary>
    public static string FileIn(string databaseFile) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!, "local-clock");

    /// <summary>The file in which the offset is kept.</summary>
    public string Location => _file;

    /// <summary>How far the clock is ahead of real time, in ticks of 100 ns.</summary>
    public long AheadTicks => Interlocked.Read(ref _offsetTicks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Sets the present to a later instant.</summary>
    public void MoveTo(Instant instant)
    {
        var ahead = instant.ToDateTimeOffset() - System.GetUtcNow();
        Interlocked.Exchange(ref _offsetTicks, Math.Max(_offsetTicks, ahead.Ticks));
        var next = _file + ".next";
        File.WriteAllText(next, _offsetTicks.ToString(CultureInfo.InvariantCulture));
        File.Move(next, _file, overwrite: true);
    }
}
