using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MlaBot.Chat.Platform;

/// <summary>The seam where trouble with one event ends: it is logged, and never keeps the next event from being heard.</summary>
public static partial class EventSeam
{
    /// <summary>Works on an event.</summary>
    /// <param name="logger">Hears of what cannot be read and of our own mistakes.</param>
    /// <param name="name">What is worked on, in words.</param>
    /// <param name="work">The work.</param>
    /// <param name="ending">The end of the program; it passes through.</param>
    public static async Task RunAsync(ILogger logger, string name, Func<Task> work, CancellationToken ending)
    {
        try
        {
            await work();
        }
        catch (JsonException malformed)
        {
            Log.Malformed(logger, name, malformed.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ending.IsCancellationRequested)
        {
            Log.Failed(logger, name, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(203, LogLevel.Warning, "{Name} could not be read: {Reason}")]
        public static partial void Malformed(ILogger logger, string name, string reason);

        [LoggerMessage(204, LogLevel.Error, "{Name} failed")]
        public static partial void Failed(ILogger logger, string name, Exception exception);
    }
}
