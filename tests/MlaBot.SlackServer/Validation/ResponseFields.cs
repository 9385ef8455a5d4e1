namespace MlaBot.SlackServer.Validation;

/// <summary>What may be sent to a response URL or in the acknowledgement of a command.</summary>
internal static class ResponseFields
{
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts", "mrkdwn", "unfurl_links", "unfurl_media", "metadata", "parse",
        "link_names", "reply_broadcast",
    };
}
