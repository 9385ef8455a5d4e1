using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>Something that a person did and an app had to acknowledge, with all that came of it.</summary>
public sealed class Act
{
    private readonly SlackWorld _world;
    private readonly string? _sourceHash;
    private readonly TaskCompletionSource<TimeSpan> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Act(SlackWorld world, App app, User user, string kind, View? source)
    {
        (_world, App, User, Kind, SourceView, _sourceHash) = (world, app, user, kind, source, source?.Hash);
    }

    public App App { get; }

    public User User { get; }

    /// <summary><c>slash_commands</c>, <c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>block_suggestion</c>,
    /// <c>shortcut</c> or <c>message_action</c>.</summary>
    public string Kind { get; }

    /// <summary>What was sent to the app.</summary>
    public JsonObject Payload { get; internal set; } = [];

    /// <summary>The view that it came from; null for messages and commands.</summary>
    public View? SourceView { get; }

    /// <summary>What the acknowledgement carried; null for nothing.</summary>
    public JsonObject? AckPayload { get; internal set; }

    /// <summary>How long the acknowledgement took.</summary>
    public TimeSpan AckAfter { get; internal set; }

    /// <summary>True when no acknowledgement came within 3 s: the person sees <c>operation_timeout</c>, or a warning sign beside the button.</summary>
    public bool IsTimedOut { get; internal set; }

    /// <summary>Messages that the acknowledgement or the response URL made or changed, oldest first. It grows while the app answers.</summary>
    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (_world.Gate)
            {
                return [.. Answers];
            }
        }
    }

    /// <summary>The view that it opened, pushed, or changed (also by <c>views.update</c> of the view that it came from); null for none.</summary>
    public View? View
    {
        get
        {
            lock (_world.Gate)
            {
                return Opened ?? (SourceView is { IsOpen: true } source && source.Hash != _sourceHash ? source : null);
            }
        }
    }

    /// <summary>The problems that a refused submission showed, by block id; empty when it was taken.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; internal set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The entries of a suggestion: value and text.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; internal set; } = [];

    /// <summary>How often its response URL was used.</summary>
    public int ResponseUrlUses { get; internal set; }

    internal List<Message> Answers { get; } = [];

    /// <summary>Since its envelope left.</summary>
    internal Func<TimeSpan> Elapsed { get; set; } = () => TimeSpan.Zero;

    internal View? Opened { get; set; }

    /// <summary>The whole answer to a suggestion.</summary>
    internal JsonObject? Offered { get; set; }

    /// <summary>Waits for a message that answers it, the newest.</summary>
    public Task<Message> MessageAsync(CancellationToken cancellationToken = default) =>
        _world.UntilAsync($"a message in answer to {this}", () => Answers.LastOrDefault(), cancellationToken);

    /// <summary>How long it took until its response URL was first used; done when that happened.</summary>
    public Task<TimeSpan> AnsweredAfter => _answered.Task;

    /// <summary>Waits for the view that it opens or changes.</summary>
    public Task<View> ViewAsync(CancellationToken cancellationToken = default) => _world.UntilAsync($"a view in answer to {this}", () => View, cancellationToken);

    internal void Responded(TimeSpan after) => _answered.TrySetResult(after);

    public override string ToString() => $"{Kind} of {User}";
}
