using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>A message in a channel; of an ephemeral one only its reader knows.</summary>
public sealed class Message(Channel channel, string ts, User author)
{
    public Channel Channel { get; } = channel;

    public string Ts { get; } = ts;

    public User Author { get; } = author;

    /// <summary>The app that wrote it; null for people.</summary>
    public App? App { get; init; }

    /// <summary>The text for notifications; the whole text where there are no blocks.</summary>
    public string Text { get; set; } = "";

    public JsonArray Blocks { get; set; } = [];

    /// <summary>The head of its thread; null when it stands in the channel itself.</summary>
    public string? ThreadTs { get; init; }

    public bool IsBroadcast { get; init; }

    public JsonObject? Metadata { get; set; }

    public string? ClientMessageId { get; init; }

    /// <summary>The only person who sees it; null for everybody.</summary>
    public User? Reader { get; init; }

    public bool IsEphemeral => Reader is not null;

    public bool IsDeleted { get; set; }

    /// <summary>How often it was changed.</summary>
    public int Edits { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Names of reactions and who set them.</summary>
    public Dictionary<string, HashSet<string>> Reactions { get; } = new(StringComparer.Ordinal);

    public List<StoredFile> Files { get; } = [];

    /// <summary>What people have chosen in its inputs and not yet sent, by user id.</summary>
    internal Dictionary<string, InputState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>All words that the person sees, one line each: of the blocks, or the text where there are none.</summary>
    public string Words => Blocks.Count > 0 ? BlockWords.Of(Blocks) : Text;

    /// <summary>The labels of its buttons in order.</summary>
    public IReadOnlyList<string> Buttons => BlockWords.Buttons(Blocks);

    public override string ToString() => $"{Channel} {Ts}: {Words}";
}
