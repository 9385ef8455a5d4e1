using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace MlaBot.Discord.Gateway.Sessions;

/// <summary>Keeps the sessions in <c>discord-sessions.json</c>, which only the owner may read and which is replaced as a whole.</summary>
/// <param name="folder">Made when it is missing.</param>
/// <param name="logger">Hears of a file that cannot be read or written.</param>
internal sealed partial class FileSessionStore(string folder, ILogger<FileSessionStore> logger) : ISessionStore
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "discord-sessions.json";

    // A file of ours has some 300 bytes a shard.
    private const long LargestFile = 1024 * 1024;

    private readonly string _path = Path.Combine(folder, FileName);
    private bool _hasFailed;

    /// <inheritdoc/>
    public async Task<SavedSessions?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(_path);
            if (!file.Exists || file.Length > LargestFile)
            {
                return null;
            }

            await using var stream = file.OpenRead();
            var saved = await JsonSerializer.DeserializeAsync(stream, Json.Default.SavedSessions, cancellationToken);
            return saved is not null && IsUsable(saved) ? saved : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            Log.CannotRead(logger, _path, fault.Message);
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(SavedSessions sessions, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var draft = _path + ".new";
            await using (var stream = new FileStream(draft, DraftOptions()))
            {
                await JsonSerializer.SerializeAsync(stream, sessions, Json.Default.SavedSessions, cancellationToken);
            }

            File.Move(draft, _path, overwrite: true);
            _hasFailed = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_hasFailed)
            {
                Log.CannotWrite(logger, _path, fault.Message);
            }

            _hasFailed = true;
        }
    }

    private static FileStreamOptions DraftOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // The file may have been edited: the address is where the token goes.
    private static bool IsUsable(SavedSessions saved) =>
        saved is { Application: not null, Shards: > 0, Sessions: not null }
        && saved.Sessions.All(pair => pair.Key >= 0 && pair.Key < saved.Shards
            && pair.Value is { SessionId.Length: > 0, Sequence: >= 0, Url.IsAbsoluteUri: true } && pair.Value.Url.Scheme is "ws" or "wss");

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
    [JsonSerializable(typeof(SavedSessions))]
    private sealed partial class Json : JsonSerializerContext;

    private static partial class Log
    {
        [LoggerMessage(3151, LogLevel.Warning, "Cannot read the saved Discord sessions in {Path}, starting new ones: {Fault}")]
        public static partial void CannotRead(ILogger logger, string path, string fault);

        [LoggerMessage(3152, LogLevel.Warning, "Cannot save the Discord sessions in {Path}, a restart will start new ones: {Fault}")]
        public static partial void CannotWrite(ILogger logger, string path, string fault);
    }
}
