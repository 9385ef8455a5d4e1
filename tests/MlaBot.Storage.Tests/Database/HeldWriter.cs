using MlaBot.Storage.Database;

namespace MlaBot.Storage.Tests.Database;

/// <summary>Keeps the writer busy, so that what comes meanwhile waits together and makes up the next group.</summary>
internal sealed class HeldWriter
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _held = Task.CompletedTask;

    public static async Task<HeldWriter> StartAsync(SqliteDatabase database)
    {
        var held = new HeldWriter();
        // From another thread: a caller who meets nobody may carry its write out itself.
        held._held = Task.Run(() => database.Writer.WriteAsync(_ => held.Hold(), default));
        await held._begun.Task;
        return held;
    }

    public async Task ReleaseAsync()
    {
        _gate.SetResult();
        await _held;
    }

    private int Hold()
    {
        _begun.SetResult();
        _gate.Task.GetAwaiter().GetResult();
        return 0;
    }
}
