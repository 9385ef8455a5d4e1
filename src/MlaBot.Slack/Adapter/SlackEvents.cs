using System.Text.Json;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Setup;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>What happens in a workspace without being asked of the bot: places that go, tokens that end, profiles that change, people who write.</summary>
/// <remarks>Source: Slack developer documentation, "Events API: Reference".</remarks>
internal sealed partial class SlackEvents(
    Workspace workspace,
    WorkspaceClosing closing,
    PauseSchedules pause,
    People people,
    HomeDesk homes,
    ChannelMembers members,
    CommandReader commands,
    IChannelStore channels,
    CommandWords words,
    ILogger<SlackEvents> logger)
{
    private const string Gone = "The channel was deleted.";

    /// <summary>Takes in that a person did something, so that an open Home shows it.</summary>
    public void Acted(string user) => homes.Refresh(user);

    /// <summary>Takes in one event.</summary>
    public Task HandleAsync(SlackEvent happened, CancellationToken cancellationToken) => happened.Type switch
    {
        "app_home_opened" when happened.Tab is null or "home" => homes.OpenedAsync(Id(happened.User), cancellationToken),
        "member_joined_channel" => JoinedAsync(happened, cancellationToken),
        "app_mention" => SaidAsync(happened, isDirect: false, cancellationToken),
        "message" when happened is { ChannelType: "im", Subtype: null, BotId: null } => SaidAsync(happened, isDirect: true, cancellationToken),
        "app_uninstalled" => closing.CloseAsync(workspace, SlackFaults.TokenLost),
        "tokens_revoked" when IsOurs(happened.Tokens) => closing.CloseAsync(workspace, SlackFaults.TokenLost),
        "user_change" => people.ChangedAsync(Id(happened.User), cancellationToken),
        "channel_archive" or "group_archive" => PauseAsync(happened, "The channel was archived. Unarchive it, or set another one up.", isDeleted: false, cancellationToken),
        "channel_left" or "group_left" => PauseAsync(happened, "I was removed from the channel. Invite me there with /invite @MlaBot.", isDeleted: false, cancellationToken),
        "channel_deleted" or "group_deleted" => PauseAsync(happened, Gone, isDeleted: true, cancellationToken),
        "channel_id_changed" when happened.OldChannelId is { Length: > 0 } old => pause.ChannelAsync(Key(old), "Slack gave the channel a new id. Set it up again there.", cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task PauseAsync(SlackEvent happened, string reason, bool isDeleted, CancellationToken cancellationToken)
    {
        if (Id(happened.Channel) is { Length: > 0 } channel)
        {
            Log.Gone(logger, channel, reason);
            await pause.ChannelAsync(Key(channel), reason, isDeleted, cancellationToken);
        }
    }

    private Task JoinedAsync(SlackEvent joined, CancellationToken cancellationToken)
    {
        members.Joined(Key(Id(joined.Channel)));
        return Id(joined.User) == workspace.Self?.UserId && joined.Inviter is { Length: > 0 } inviter ? GreetAsync(Id(joined.Channel), inviter, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Tells who invited the bot into a channel how to begin; a channel that was set up before just goes on.</summary>
    private async Task GreetAsync(string channel, string inviter, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(Key(channel), cancellationToken) is null)
        {
            await workspace.Api.PostEphemeralAsync(channel, inviter, SlackRenderer.Messages(Greeting, words)[0], threadTs: null, cancellationToken);
        }
    }

    private static Card Greeting { get; } = WelcomeCard.Of("an admin of the workspace types `/setup` here").Privately();

    /// <summary>Answers what a person wrote to the bot: a command is carried out, everything else is told how commands are typed.</summary>
    private async Task SaidAsync(SlackEvent said, bool isDirect, CancellationToken cancellationToken)
    {
        var (user, channel) = (Id(said.User), Id(said.Channel));
        if (user.Length == 0 || channel.Length == 0 || user == workspace.Self?.UserId || said.BotId is not null)
        {
            return;
        }

        var text = commands.Bare((said.Text ?? "").Replace($"<@{workspace.Self?.UserId}>", "", StringComparison.Ordinal));
        var person = await people.WithRightsAsync(new Doer(user, ""), cancellationToken);
        var card = await commands.HandleAsync("", commands.IsCommand(text) ? text : "help", Key(channel), "", person, cancellationToken);
        if (card.IsDialog || SlackRenderer.FormOf(card) is not null)
        {
            card = RefusalCards.For(new Refusal("no-window", "I can open a window only after a slash command.", words.In("Type it with /help's slash command instead.")));
        }

        foreach (var message in SlackRenderer.Messages(card, words))
        {
            if (isDirect)
            {
                await workspace.Api.PostAsync(channel, message, said.ThreadTs, cancellationToken);
            }
            else
            {
                await workspace.Api.PostEphemeralAsync(channel, user, message, said.ThreadTs, cancellationToken);
            }
        }
    }

    private bool IsOurs(JsonElement tokens) =>
        tokens.ValueKind == JsonValueKind.Object && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind == JsonValueKind.Array
        && bots.EnumerateArray().Any(id => Words(id) is { Length: > 0 } bot && bot == workspace.Self?.UserId);

    // Some events name an id, some the whole thing.
    private static string Id(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("id", out var id) => Words(id),
        _ => Words(value),
    };

    private static string Words(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON, but no text.
            return "";
        }
    }

    private ChannelKey Key(string channel) => new(workspace.Group, channel);

    private static partial class Log
    {
        [LoggerMessage(441, LogLevel.Warning, "Channel {Channel}: {Reason}")]
        public static partial void Gone(ILogger logger, string channel, string reason);
    }
}
