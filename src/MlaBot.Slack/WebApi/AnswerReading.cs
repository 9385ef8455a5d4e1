using System.Text.Json;
using MlaBot.Slack.WebApi.Answers;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi;

/// <summary>Reads what the adapter needs out of Slack's answers.</summary>
internal static class AnswerReading
{
    public static Introduction Introduction(AuthAnswer answer) =>
        new(
            Required(answer.TeamId, SlackMethods.AuthTest, "team_id"),
            answer.Team ?? "",
            Required(answer.UserId, SlackMethods.AuthTest, "user_id"),
            answer.BotId ?? "",
            answer.Url ?? "",
            (answer.Scopes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal));

    /// <param name="answer">The answer.</param>
    /// <param name="channel">Where it was to go; stands in when the answer does not say.</param>
    /// <param name="threadTs">The thread that it was to go to; the answer tells whether it did.</param>
    public static PostedMessage Posted(PostAnswer answer, string channel, string? threadTs) =>
        new(answer.Channel ?? channel, Required(answer.KnownTs, SlackMethods.PostMessage, "ts"), answer.Message is null ? threadTs : answer.Message.ThreadTs);

    public static ReceivedMessage? Message(AnsweredMessage? message) =>
        message?.Ts is { Length: > 0 } ts ? new ReceivedMessage(ts, message.ThreadTs, message.BotId, message.User, MarkerOf(message.Metadata)) : null;

    public static Conversation Conversation(ConversationAnswer answer)
    {
        var channel = answer.Channel;
        var isDirect = channel?.IsIm == true;
        // Of direct messages Slack does not say that the bot is a member.
        return new Conversation(
            Required(channel?.Id, SlackMethods.ConversationInfo, "channel"),
            channel!.Name ?? "",
            isDirect || channel.IsMember == true,
            channel.IsArchived == true,
            channel.IsPrivate == true || channel.IsGroup == true || isDirect,
            isDirect);
    }

    public static Person Person(PersonAnswer answer)
    {
        var user = answer.User;
        return new Person(
            Required(user?.Id, SlackMethods.UserInfo, "user"),
            FirstOf(user!.Profile?.DisplayName, user.Profile?.RealName, user.RealName, user.Name),
            user.Tz ?? "",
            user.IsAdmin == true || user.IsOwner == true,
            user.IsBot == true,
            user.Deleted == true);
    }

    public static OpenView View(ViewAnswered answer, SlackMethod method) => new(Required(answer.View?.Id, method, "view"), answer.View!.Hash ?? "");

    public static string Required(string? value, SlackMethod method, string name) =>
        value is { Length: > 0 } ? value : throw Failures.Missing(method.Name, name, method.IsWrite);

    private static string? MarkerOf(AnsweredMetadata? metadata) =>
        metadata is { EventType: MessageMetadata.PostType, EventPayload.ValueKind: JsonValueKind.Object }
        && metadata.EventPayload.TryGetProperty(MessageMetadata.Key, out var key)
        && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;

    private static string FirstOf(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name;
            }
        }

        return "";
    }
}
