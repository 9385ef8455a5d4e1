using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlaBot.Core.Daily;

namespace MlaBot.Slack.Adapter;

/// <summary>Closes a workspace whose token works no more: its schedules are paused, its data is kept, and it is said once.</summary>
/// <remarks>The engine is asked for late, since it reaches platforms through the adapter.</remarks>
internal sealed partial class WorkspaceClosing(IServiceProvider services, ILogger<WorkspaceClosing> logger)
{
    /// <summary>Closes it, and pauses its schedules in the background: whoever noticed holds a call of one of them.</summary>
    public void Begin(Workspace workspace, string because) => _ = CloseAsync(workspace, because);

    /// <summary>Closes it and pauses its schedules.</summary>
    public async Task CloseAsync(Workspace workspace, string because)
    {
        if (workspace.Self is null || !workspace.Close(because))
        {
            return;
        }

        Log.Closed(logger, workspace.Self.Team, because);
        try
        {
            await services.GetRequiredService<PauseSchedules>().GroupAsync(workspace.Group, because, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Nobody waits for this task, so its failure is seen here or never.
            Log.NotPaused(logger, workspace.Self.Team, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(461, LogLevel.Error, "Workspace {Team} is closed; its schedules are paused and its data is kept. {Because}")]
        public static partial void Closed(ILogger logger, string team, string because);

        [LoggerMessage(462, LogLevel.Error, "The schedules of workspace {Team} could not be paused")]
        public static partial void NotPaused(ILogger logger, string team, Exception exception);
    }
}
