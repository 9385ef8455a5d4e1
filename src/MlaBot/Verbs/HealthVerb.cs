using System.CommandLine;
using MlaBot.LocalChat;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Inspecting;
using NodaTime;

namespace MlaBot.Verbs;

/// <summary><c>health</c>: whether a bot on this database gave a sign of life just now. For container health checks.</summary>
internal static class HealthVerb
{
    // Three heartbeats of a minute: one may be late while a disk is slow.
    private static readonly Duration Longest = Duration.FromMinutes(3);

    public static Command Create()
    {
        var command = new Command("health", "Tell whether the bot on this database is alive (exit code 0 or 1)");
        command.SetAction((_, cancellationToken) => VerbRunner.RunAsync(async options =>
        {
            var storage = SqliteStorageOptions.Parse(options.Storage);
            var last = await SqliteInspection.LastBeatAsync(storage, cancellationToken);
            var clock = new TryOutClock(TryOutClock.FileIn(storage.File));
            var silence = last is { } beat ? Instant.FromDateTimeOffset(clock.GetUtcNow()) - beat : Duration.MaxValue;
            var isAlive = silence < Longest;
            await Console.Out.WriteLineAsync(last is null ? "No bot has run on this database yet." : $"Last sign of life {silence.TotalSeconds:0} s ago: {(isAlive ? "healthy" : "not running")}.");
            return isAlive ? 0 : 1;
        }));
        return command;
    }
}
