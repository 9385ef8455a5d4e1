using Microsoft.Extensions.Logging;

namespace MlaBot.Discord.Adapter;

/// <summary>Remembers the guilds that were greeted or needed no greeting, in <c>discord-greeted.txt</c> with an id a line.</summary>
/// <param name="folder">Made when it is missing.</param>
/// <param name="logger">Hears of a file that cannot be read or written.</param>
internal sealed partial class GreetedGuilds(string folder, ILogger<GreetedGuilds> logger)
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "discord-greeted.txt";

    private readonly string _path = Path.Combine(folder, FileName);
    private HashSet<string>? _guilds;

    /// <summary>True when a guild was remembered, now or by an earlier run.</summary>
    public bool Contains(string guild) => Guilds().Contains(guild);

    /// <summary>Remembers guilds; those that are remembered already cost nothing.</summary>
    public void Remember(params IEnumerable<string> guilds)
    {
        var known = Guilds();
        string[] added = [.. guilds.Where(known.Add)];
        if (added.Length == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.AppendAllLines(_path, added);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Until the next start it is remembered all the same.
            Log.CannotWrite(logger, _path, fault.Message);
        }
    }

    private HashSet<string> Guilds() => _guilds ??= Read();

    private HashSet<string> Read()
    {
        try
        {
            return File.Exists(_path) ? File.ReadLines(_path).ToHashSet(StringComparer.Ordinal) : new(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.CannotRead(logger, _path, fault.Message);
            return new(StringComparer.Ordinal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(342, LogLevel.Warning, "Cannot read which servers were greeted in {Path}; the greetings that still stand there tell: {Fault}")]
        public static partial void CannotRead(ILogger logger, string path, string fault);

        [LoggerMessage(343, LogLevel.Warning, "Cannot keep which servers were greeted in {Path}: {Fault}")]
        public static partial void CannotWrite(ILogger logger, string path, string fault);
    }
}
