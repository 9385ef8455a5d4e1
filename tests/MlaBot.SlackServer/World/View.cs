using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>A modal or Home on a person's screen.</summary>
public sealed class View(string id, App app, User user, JsonObject content)
{
    public string Id { get; } = id;

    public App App { get; } = app;

    public User User { get; } = user;

    /// <summary>As the app sent it, with block and action ids filled in.</summary>
    public JsonObject Content { get; internal set; } = content;

    /// <summary>New with every change.</summary>
    public string Hash { get; internal set; } = "";

    public string Type => Content.Text("type") ?? "";

    public string Title => Content["title"].Text("text") ?? "";

    public string CallbackId => Content.Text("callback_id") ?? "";

    public string PrivateMetadata => Content.Text("private_metadata") ?? "";

    public string ExternalId => Content.Text("external_id") ?? "";

    /// <summary>The label of the button that submits; null without one.</summary>
    public string? SubmitLabel => Content["submit"].Text("text");

    public JsonArray Blocks => Content["blocks"] as JsonArray ?? [];

    public string? PreviousId { get; init; }

    public string RootId { get; init; } = id;

    /// <summary>False after it was closed or submitted.</summary>
    public bool IsOpen { get; internal set; } = true;

    /// <summary>How often it was changed since it was opened.</summary>
    public int Changes { get; internal set; }

    /// <summary>What <c>response_action: errors</c> shows, by block id; empty after the next change.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; internal set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All words that the person sees, one line each.</summary>
    public string Words => string.Join('\n', new[] { Title, BlockWords.Of(Blocks) }.Where(part => part.Length > 0));

    /// <summary>The labels of its buttons in order, without those that submit and close.</summary>
    public IReadOnlyList<string> Buttons => BlockWords.Buttons(Blocks);

    internal InputState State { get; } = new();

    public override string ToString() => $"{Type} {Id}: {Words}";
}
