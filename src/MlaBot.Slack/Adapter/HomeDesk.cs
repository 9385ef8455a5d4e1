using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Home;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Publishes the Homes of people who look at theirs.</summary>
/// <remarks>Publishing is limited to about 100 a minute in a workspace, so only a Home that was opened lately follows what its person does,
/// and not more often than every few seconds.</remarks>
internal sealed partial class HomeDesk(Workspace workspace, People people, HomeHandler handler, CommandWords words, TimeProvider clock, ILogger<HomeDesk> logger)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, long> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _waiting = new(StringComparer.Ordinal);

    /// <summary>Publishes the Home of a person who opened it.</summary>
    public async Task OpenedAsync(string user, CancellationToken cancellationToken)
    {
        if (user.Length == 0)
        {
            return;
        }

        _opened[user] = clock.GetTimestamp();
        await PublishAsync(user, cancellationToken);
    }

    /// <summary>Publishes a Home anew a moment later, if its person looked at it lately.</summary>
    public void Refresh(string user)
    {
        if (!_opened.TryGetValue(user, out var at))
        {
            return;
        }

        if (clock.GetElapsedTime(at) > Lately)
        {
            _opened.TryRemove(user, out _);
        }
        else if (_waiting.TryAdd(user, true))
        {
            _ = RefreshAsync(user);
        }
    }

    private async Task RefreshAsync(string user)
    {
        try
        {
            await Task.Delay(Rest, clock);
            _waiting.TryRemove(user, out _);
            await PublishAsync(user, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Nobody waits for this task; the Home is published anew when it is opened again.
            Log.Failed(logger, user, failure);
        }
    }

    private async Task PublishAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            var person = await people.WithRightsAsync(new Doer(user, ""), cancellationToken);
            await workspace.Api.PublishHomeAsync(user, SlackRenderer.Home(await handler.ShowAsync(person, cancellationToken), words), cancellationToken);
        }
        catch (SlackApiException refused)
        {
            Log.Refused(logger, user, refused.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(451, LogLevel.Warning, "The Home of {User} could not be published: {Reason}")]
        public static partial void Refused(ILogger logger, string user, string reason);

        [LoggerMessage(452, LogLevel.Error, "The Home of {User} failed")]
        public static partial void Failed(ILogger logger, string user, Exception exception);
    }
}
