using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlaBot.Slack.Adapter;

/// <summary>The ways on which an answer can reach the person who did something. Its addresses are secrets.</summary>
internal sealed record Exit
{
    /// <summary>Opens a modal; lives 3 s and is good for one use. Empty for none.</summary>
    public string TriggerId { get; init; } = "";

    /// <summary>Takes 5 messages in 30 minutes; null for none.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>The head of the thread in which the answer belongs; null for the channel itself.</summary>
    public string? Thread { get; init; }

    /// <summary>Where the pressed control stands.</summary>
    public Surface Surface { get; init; }

    /// <summary>The view in which something was pressed or sent; empty for none.</summary>
    public string ViewId { get; init; } = "";

    /// <summary>The view below it; empty for none.</summary>
    public string PreviousViewId { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"exit from {Surface}";
}

/// <summary>Where a control stands.</summary>
internal enum Surface
{
    /// <summary>Nowhere: a command or shortcut.</summary>
    None,

    /// <summary>On a message that everybody sees.</summary>
    Message,

    /// <summary>On a message that one person sees.</summary>
    Ephemeral,

    /// <summary>In a modal.</summary>
    Modal,

    /// <summary>On a person's Home.</summary>
    Home,
}

/// <summary>What a modal remembers of where it came from, as its private metadata.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Name">The channel's name.</param>
/// <param name="Response">The response URL of the press that opened it; null for none.</param>
/// <param name="From">Where that press was.</param>
/// <param name="Thread">The head of the thread in which that press was; null for the channel itself.</param>
internal sealed record ViewMemory(string Channel, string Name, Uri? Response, Surface From, string? Thread = null)
{
    /// <summary>The text for <c>private_metadata</c>.</summary>
    public string ToText() => JsonSerializer.Serialize(this, ViewMemoryJson.Default.ViewMemory);

    /// <summary>Reads one; null when it is of another version.</summary>
    public static ViewMemory? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, ViewMemoryJson.Default.ViewMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"view of {Channel}";
}

/// <summary>JSON of what modals remember.</summary>
[JsonSerializable(typeof(ViewMemory))]
internal sealed partial class ViewMemoryJson : JsonSerializerContext;
