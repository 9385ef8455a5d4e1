using Microsoft.Extensions.Hosting;
using MlaBot.LocalChat.Input;
using MlaBot.LocalChat.Rendering;

namespace MlaBot.LocalChat;

/// <summary>Runs the local chat from the host's start to the end of the input, which ends the host.</summary>
internal sealed class LocalChatService(
    ILineSource lines,
    LocalConversation conversation,
    LocalGreeting greeting,
    ILocalScreen screen,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await greeting.EnsureAsync(stoppingToken);
            while (await NextAsync(stoppingToken) is { } line && await conversation.HandleAsync(line, stoppingToken))
            {
                // Each line is carried out in full before the next one is read.
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops, for instance on Ctrl+C.
        }
        finally
        {
            screen.Close();
            lifetime.StopApplication();
        }
    }

    // The first line may need what the host is still setting up.
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    // A blocked read of a console cannot be cancelled: it is left to its own background thread.
    private Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var person = conversation.Person;
        return Task.Factory
            .StartNew(() => lines.Read(person), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(cancellationToken);
    }
}
