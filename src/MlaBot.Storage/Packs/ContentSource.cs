using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MlaBot.Core.Content;

namespace MlaBot.Storage.Packs;

/// <summary>Holds the last content that loaded without a fault, and takes over changes while the program runs.</summary>
public sealed partial class ContentSource : IContentSource
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly ILogger<ContentSource> _logger;
    private ContentSnapshot _current;
    private string _loadedStamp;
    private string _lastStamp;

    /// <summary>Loads the content.</summary>
    /// <exception cref="PackFaultsException">The content has faults.</exception>
    public ContentSource(IOptions<ContentOptions> options, TimeProvider clock, ILogger<ContentSource> logger)
    {
        _folder = ContentFolder.Find(options.Value.Path);
        _clock = clock;
        _logger = logger;
        _lastStamp = _loadedStamp = FolderStamp.Of(_folder);
        var result = PackLoader.Load(_folder);
        _current = result.Content ?? throw new PackFaultsException(_folder, result.Faults);
    }

    /// <inheritdoc/>
    public ContentSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Looks for changes every three seconds until the token ends it.</summary>
    /// <remarks>Looks at file stamps: containers and network folders often send no change events.</remarks>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookEvery, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            Look();
        }
    }

    /// <summary>Looks once, and reloads when files have changed and then stayed the same since the last look.</summary>
    /// <returns>True when new content was swapped in.</returns>
    internal bool Look()
    {
        var stamp = FolderStamp.Of(_folder);
        // Two equal looks in a row: a copy or a checkout that is still going on is left to finish.
        var isSettled = string.Equals(stamp, _lastStamp, StringComparison.Ordinal);
        _lastStamp = stamp;
        if (!isSettled || string.Equals(stamp, _loadedStamp, StringComparison.Ordinal))
        {
            return false;
        }

        _loadedStamp = stamp;
        return Reload();
    }

    private bool Reload()
    {
        var result = PackLoader.Load(_folder);
        if (result.Content is null)
        {
            Log.Kept(_logger, result.Faults.Count);
            foreach (var fault in result.Faults)
            {
                Log.Fault(_logger, fault);
            }

            return false;
        }

        Volatile.Write(ref _current, result.Content);
        Log.Reloaded(_logger, result.Content.Items.Count, result.Content.Services.Count, result.Content.Notes.Count);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Content changed: {Items} items, {Services} services, {Notes} notes now hold.")]
        public static partial void Reloaded(ILogger logger, int items, int services, int notes);

        [LoggerMessage(2, LogLevel.Error, "Content changed and has {Count} faults; the content before still holds.")]
        public static partial void Kept(ILogger logger, int count);

        [LoggerMessage(3, LogLevel.Error, "{Fault}")]
        public static partial void Fault(ILogger logger, PackFault fault);
    }
}
