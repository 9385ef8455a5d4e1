using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi;

/// <summary>The Web API calls that the bot makes for one workspace, typed.</summary>
/// <remarks>Every failure is a <see cref="SlackApiException"/>. Calls keep to their method's tier and to one message a second and channel;
/// they wait for their turn, they are not refused. Reads are sent as forms, writes as JSON; the token is only ever in the header.</remarks>
internal interface ISlackApi
{
    /// <summary>Ends it: every call from now on, and every one that still waits for its turn, is refused here as <see cref="SlackErrors.Closed"/>.</summary>
    void Close();

    /// <summary><c>apps.connections.open</c> with the app token: an address for one socket, to be used at once.</summary>
    Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken);

    /// <summary><c>auth.test</c>: who the bot is, and the scopes that its token has.</summary>
    Task<Introduction> IntroduceAsync(CancellationToken cancellationToken);

    /// <summary><c>chat.postMessage</c>. Never tried again once it may have been sent.</summary>
    Task<PostedMessage> PostAsync(string channel, SlackMessage message, string? threadTs, CancellationToken cancellationToken);

    /// <summary><c>chat.postEphemeral</c>: may not arrive. Never tried again once it may have been sent.</summary>
    Task PostEphemeralAsync(string channel, string user, SlackMessage message, string? threadTs, CancellationToken cancellationToken);

    /// <summary><c>chat.update</c>. At most one call per message in 2 s; of those that wait the last one wins and the others count as done.</summary>
    Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken);

    /// <summary>The same for content that may come late: every other update of the workspace goes first.</summary>
    Task RefreshAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) => UpdateAsync(channel, ts, message, cancellationToken);

    /// <summary><c>conversations.history</c> with metadata, newest first. Pages are asked for as they are read, some thousand messages at the most.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="oldest">Only what was said after it; null for everything.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    IAsyncEnumerable<ReceivedMessage> HistoryAsync(string channel, DateTimeOffset? oldest, CancellationToken cancellationToken);

    /// <summary><c>conversations.replies</c> with metadata: the messages of a thread, its head first, else as <see cref="HistoryAsync"/>.</summary>
    IAsyncEnumerable<ReceivedMessage> RepliesAsync(string channel, string threadTs, DateTimeOffset? oldest, CancellationToken cancellationToken);

    /// <summary><c>conversations.info</c>.</summary>
    Task<Conversation> ConversationAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>conversations.members</c>: the ids of everybody in a channel, up to some thousand.</summary>
    Task<IReadOnlySet<string>> MembersAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>conversations.join</c>: public channels only.</summary>
    Task JoinAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>conversations.open</c>: the channel of direct messages with a person.</summary>
    Task<string> DirectChannelAsync(string user, CancellationToken cancellationToken);

    /// <summary><c>users.info</c>.</summary>
    Task<Person> PersonAsync(string user, CancellationToken cancellationToken);

    /// <summary><c>chat.getPermalink</c>.</summary>
    Task<Uri> PermalinkAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>views.open</c>; the trigger lives 3 s and is good for one use.</summary>
    Task<OpenView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken);

    /// <summary><c>views.push</c>: stacks a view on the one in which something was pressed; at most three lie on each other.</summary>
    Task<OpenView> PushViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken);

    /// <summary><c>views.update</c>.</summary>
    /// <param name="viewId">The view.</param>
    /// <param name="hash">Only when the view has not changed since; null to change it anyway.</param>
    /// <param name="view">The new content.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<OpenView> UpdateViewAsync(string viewId, string? hash, SlackView view, CancellationToken cancellationToken);

    /// <summary><c>views.publish</c>: a person's App Home.</summary>
    Task PublishHomeAsync(string user, SlackView view, CancellationToken cancellationToken);

    /// <summary>Uploads a picture in the three documented steps and waits until Slack can show it inside a block.</summary>
    /// <returns>The file's id.</returns>
    Task<string> UploadAsync(string fileName, ReadOnlyMemory<byte> png, string altText, CancellationToken cancellationToken);

    /// <summary>Posts to a response URL: 5 uses, 30 minutes, no token. Never tried again once it may have arrived.</summary>
    Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken);
}

/// <summary>Who the bot is.</summary>
/// <param name="TeamId">The workspace.</param>
/// <param name="Team">Its name.</param>
/// <param name="UserId">The bot's own user id.</param>
/// <param name="BotId">Its id as the author of messages.</param>
/// <param name="Url">The workspace's address.</param>
/// <param name="Scopes">What the token may do, from the header <c>x-oauth-scopes</c>.</param>
internal sealed record Introduction(string TeamId, string Team, string UserId, string BotId, string Url, IReadOnlySet<string> Scopes);

/// <summary>Where a message was posted.</summary>
/// <param name="Channel">The channel's id, also when a person's was given.</param>
/// <param name="Ts">The message's id within the channel. A text, never a number.</param>
/// <param name="ThreadTs">The head of its thread; null when it stands in the channel itself.</param>
internal sealed record PostedMessage(string Channel, string Ts, string? ThreadTs);

/// <summary>A message that was read.</summary>
internal sealed record ReceivedMessage(string Ts, string? ThreadTs, string? BotId, string? User, string? MarkerKey);

/// <summary>A channel's facts.</summary>
internal sealed record Conversation(string Id, string Name, bool IsMember, bool IsArchived, bool IsPrivate, bool IsDirect);

/// <summary>A person's facts.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The display name, or the real name where there is none.</param>
/// <param name="Zone">IANA name; empty when Slack does not say.</param>
/// <param name="IsAdmin">True for admins and owners of the workspace.</param>
/// <param name="IsBot">True for bots.</param>
/// <param name="IsDeleted">True when the account is closed.</param>
internal sealed record Person(string Id, string Name, string Zone, bool IsAdmin, bool IsBot, bool IsDeleted);

/// <summary>A view as it stands on somebody's screen.</summary>
internal sealed record OpenView(string Id, string Hash);
