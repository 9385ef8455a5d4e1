using System.Text.Json.Serialization;

namespace MlaBot.Slack.Wire;

/// <summary>What a message says, apart from where it goes.</summary>
/// <param name="Text">For notifications, screen readers and old clients; it never gives an answer away. At most 4,000 characters, escaped.</param>
/// <param name="Blocks">At most 50.</param>
internal sealed record SlackMessage(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>What the message is found by; null for replies.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>The marker among its metadata; null without one.</summary>
    [JsonIgnore]
    public string? MarkerKey => Metadata?.EventPayload.GetValueOrDefault(MessageMetadata.Key);
}

/// <summary>Metadata of a message. Every app in the channel can read it.</summary>
internal sealed record MessageMetadata(string EventType, IReadOnlyDictionary<string, string> EventPayload)
{
    /// <summary>The type of a post of the bot's own.</summary>
    public const string PostType = "mlabot_post";

    /// <summary>The name of the marker among the payload.</summary>
    public const string Key = "key";
}

/// <summary>Body of <c>chat.postMessage</c>, <c>chat.postEphemeral</c> and <c>chat.update</c>.</summary>
internal sealed record MessageCall(string Channel, string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>The message to change; for <c>chat.update</c>.</summary>
    public string? Ts { get; init; }

    /// <summary>The person who alone sees it; for <c>chat.postEphemeral</c>.</summary>
    public string? User { get; init; }

    /// <summary>The message at the head of the thread.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Shows a reply in the channel too.</summary>
    public bool? ReplyBroadcast { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }

    /// <summary>A second belt against doubles; see <c>slack.md</c>'s rule: sent, never relied on.</summary>
    public string? ClientMsgId { get; init; }
}

/// <summary>Body sent to a response URL, and the payload of a slash command's acknowledgement.</summary>
internal sealed record ResponseMessage
{
    /// <summary><c>ephemeral</c> or <c>in_channel</c>.</summary>
    public string? ResponseType { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public bool? ReplaceOriginal { get; init; }

    public bool? DeleteOriginal { get; init; }

    public string? ThreadTs { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }
}

/// <summary>A modal or a Home.</summary>
/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
/// <param name="Blocks">At most 100.</param>
internal sealed record SlackView(string Type, IReadOnlyList<Block> Blocks)
{
    public const string Modal = "modal";

    public const string Home = "home";

    /// <summary>At most 24 characters; modals only.</summary>
    public TextObject? Title { get; init; }

    public TextObject? Submit { get; init; }

    public TextObject? Close { get; init; }

    /// <summary>What a submission means: an <see cref="Chat.Platform.ActionId"/>.</summary>
    public string? CallbackId { get; init; }

    /// <summary>At most 3,000 characters; comes back with every press and submission.</summary>
    public string? PrivateMetadata { get; init; }

    public bool? NotifyOnClose { get; init; }
}

/// <summary>The acknowledgement of a view submission that does more than close the view.</summary>
/// <param name="ResponseAction"><c>errors</c>, <c>update</c>, <c>push</c> or <c>clear</c>.</param>
internal sealed record ViewAnswer(string ResponseAction)
{
    /// <summary>Sentences by the block ids of input blocks.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public SlackView? View { get; init; }
}

/// <summary>The acknowledgement of a block suggestion, at most 100 entries.</summary>
internal sealed record SuggestionAnswer(IReadOnlyList<Option> Options);
