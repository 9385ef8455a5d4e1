namespace MlaBot.Slack.WebApi;

/// <summary>The methods that the bot calls, with their tiers.</summary>
/// <remarks>
/// Sources: Slack developer documentation, "Rate limits" (tier 3: 50 a minute, tier 4: 100; "special" for the others), each method's page for
/// its tier, and the table of tiers in slackapi/java-slack-sdk. What comes in crowds (views, private messages) may use a minute's calls at
/// once; most others keep half of them back.
/// </remarks>
internal static class SlackMethods
{
    private const int Tier3 = 50;
    private const int Tier4 = 100;
    private const double Even = 0.5;
    private const double Crowd = 1;

    // A large burst would have to be made up for at the end of the minute: all that waits then would wait half a minute for nothing.
    private const double Smooth = 0.1;

    // The documentation says tier 3, the Java SDK tier 1. The sockets' own pacing asks at most twenty times a minute and mostly hardly ever:
    // what it lets go must not wait here, or a row of refreshes would leave the bot without a socket.
    public static readonly SlackMethod OpenConnection = new("apps.connections.open", 25, Crowd, Repeat.Never, IsWrite: false) { IsForApp = true };

    // "Hundreds of requests per minute".
    public static readonly SlackMethod AuthTest = new("auth.test", 200, Even, Repeat.Always, IsWrite: false);

    // "One a second and channel", "several hundred messages per minute" in a workspace.
    public static readonly SlackMethod PostMessage = new("chat.postMessage", 300, Smooth, Repeat.Unsent, IsWrite: true) { IsPacedByChannel = true };

    public static readonly SlackMethod PostEphemeral = new("chat.postEphemeral", Tier4, Crowd, Repeat.Unsent, IsWrite: true);
    public static readonly SlackMethod Update = new("chat.update", Tier3, Even, Repeat.Always, IsWrite: true);

    // "Special" without a figure.
    public static readonly SlackMethod Permalink = new("chat.getPermalink", Tier4, Even, Repeat.Always, IsWrite: false);

    public static readonly SlackMethod History = new("conversations.history", Tier3, Even, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod Replies = new("conversations.replies", Tier3, Even, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod ConversationInfo = new("conversations.info", Tier3, Even, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod Members = new("conversations.members", Tier4, Even, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod Join = new("conversations.join", Tier3, Even, Repeat.Always, IsWrite: true);
    public static readonly SlackMethod OpenConversation = new("conversations.open", Tier3, Even, Repeat.Always, IsWrite: true);
    public static readonly SlackMethod UserInfo = new("users.info", Tier4, Crowd, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod OpenView = new("views.open", Tier4, Crowd, Repeat.Never, IsWrite: true) { HasTrigger = true };
    public static readonly SlackMethod PushView = new("views.push", Tier4, Crowd, Repeat.Never, IsWrite: true) { HasTrigger = true };
    public static readonly SlackMethod UpdateView = new("views.update", Tier4, Crowd, Repeat.Unsent, IsWrite: true);
    public static readonly SlackMethod PublishView = new("views.publish", Tier4, Crowd, Repeat.Always, IsWrite: true);

    // An upload address that is never used leaves nothing behind, and a file that is shared nowhere is seen by nobody.
    public static readonly SlackMethod UploadAddress = new("files.getUploadURLExternal", Tier4, Even, Repeat.Always, IsWrite: false);
    public static readonly SlackMethod CompleteUpload = new("files.completeUploadExternal", Tier4, Even, Repeat.Unsent, IsWrite: false);
    public static readonly SlackMethod FileInfo = new("files.info", Tier4, Even, Repeat.Always, IsWrite: false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        OpenConnection, AuthTest, PostMessage, PostEphemeral, Update, Permalink, History, Replies, ConversationInfo, Members, Join, OpenConversation,
        UserInfo, OpenView, PushView, UpdateView, PublishView, UploadAddress, CompleteUpload, FileInfo,
    ];
}
