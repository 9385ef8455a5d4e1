using System.Globalization;
using MlaBot.Slack.WebApi.Bodies;
using MlaBot.Slack.WebApi.Sending;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi;

/// <summary>Makes the calls: which arguments a method is given, and in which form.</summary>
/// <remarks>Source: Slack developer documentation, the methods' pages.</remarks>
internal static class SlackCalls
{
    public static ApiCall OpenConnection() => new(SlackMethods.OpenConnection, "", WebBody.Form());

    public static ApiCall AuthTest() => new(SlackMethods.AuthTest, "", WebBody.Form());

    public static ApiCall Post(string channel, SlackMessage message, string? threadTs)
    {
        var body = new MessageCall(channel, message.Text, message.Blocks)
        {
            ThreadTs = threadTs,
            Metadata = message.Metadata,
            UnfurlLinks = false,
            UnfurlMedia = false,
            ClientMsgId = message.MarkerKey is { } marker ? ClientMessageId.Of(channel, marker) : null,
        };
        return new ApiCall(SlackMethods.PostMessage, channel, WebBody.Json(body, SlackJson.Default.MessageCall))
        {
            IsDoneBefore = answer => answer is { Error: SlackErrors.DuplicateClientMessage } and Answers.PostAnswer { KnownTs: not null },
        };
    }

    public static ApiCall PostEphemeral(string channel, string user, SlackMessage message, string? threadTs)
    {
        var body = new MessageCall(channel, message.Text, message.Blocks) { User = user, ThreadTs = threadTs };
        return new ApiCall(SlackMethods.PostEphemeral, channel, WebBody.Json(body, SlackJson.Default.MessageCall));
    }

    /// <param name="channel">The channel.</param>
    /// <param name="ts">The message.</param>
    /// <param name="content">Asked for the content of every try.</param>
    /// <param name="canWait">True when every other update goes first.</param>
    /// <param name="gap">The least time between two tries.</param>
    public static ApiCall Update(string channel, string ts, Func<SlackMessage> content, bool canWait, TimeSpan gap) =>
        new(SlackMethods.Update, channel, () => UpdateBody(channel, ts, content())) { LeastPause = gap, CanWait = canWait };

    public static ApiCall History(string channel, int limit, DateTimeOffset? oldest, string? cursor) => new(
        SlackMethods.History,
        channel,
        WebBody.Form(("channel", channel), ("limit", Number(limit)), ("oldest", Seconds(oldest)), ("include_all_metadata", "true"), ("cursor", cursor)));

    public static ApiCall Replies(string channel, string threadTs, int limit, DateTimeOffset? oldest, string? cursor) => new(
        SlackMethods.Replies,
        channel,
        WebBody.Form(("channel", channel), ("ts", threadTs), ("limit", Number(limit)), ("oldest", Seconds(oldest)), ("include_all_metadata", "true"), ("cursor", cursor)));

    public static ApiCall ConversationInfo(string channel) => new(SlackMethods.ConversationInfo, channel, WebBody.Form(("channel", channel)));

    public static ApiCall Members(string channel, int limit, string? cursor) =>
        new(SlackMethods.Members, channel, WebBody.Form(("channel", channel), ("limit", Number(limit)), ("cursor", cursor)));

    public static ApiCall Join(string channel) => new(SlackMethods.Join, channel, WebBody.Json(new JoinBody(channel), WebJson.Default.JoinBody));

    public static ApiCall OpenConversation(string user) =>
        new(SlackMethods.OpenConversation, user, WebBody.Json(new OpenConversationBody(user), WebJson.Default.OpenConversationBody));

    public static ApiCall UserInfo(string user) => new(SlackMethods.UserInfo, user, WebBody.Form(("user", user)));

    public static ApiCall Permalink(string channel, string ts) => new(SlackMethods.Permalink, channel, WebBody.Form(("channel", channel), ("message_ts", ts)));

    /// <param name="method"><c>views.open</c> or <c>views.push</c>.</param>
    /// <param name="triggerId">The trigger.</param>
    /// <param name="view">The view.</param>
    public static ApiCall TriggeredView(SlackMethod method, string triggerId, SlackView view) =>
        new(method, "", WebBody.Json(new TriggeredViewBody(triggerId, view), WebJson.Default.TriggeredViewBody));

    public static ApiCall UpdateView(string viewId, string? hash, SlackView view) =>
        new(SlackMethods.UpdateView, "", WebBody.Json(new UpdateViewBody(viewId, hash, view), WebJson.Default.UpdateViewBody));

    public static ApiCall PublishView(string user, SlackView view) =>
        new(SlackMethods.PublishView, user, WebBody.Json(new PublishViewBody(user, view), WebJson.Default.PublishViewBody));

    private static WebBody UpdateBody(string channel, string ts, SlackMessage message) =>
        WebBody.Json(new MessageCall(channel, message.Text, message.Blocks) { Ts = ts, Metadata = message.Metadata }, SlackJson.Default.MessageCall);

    private static string? Seconds(DateTimeOffset? instant) => instant?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
