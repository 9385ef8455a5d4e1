namespace MlaBot.SlackServer.World;

/// <summary>The right to open one view within 3 s.</summary>
public sealed class Trigger(string id, Act act, DateTimeOffset expiresAt)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    public string Id { get; } = id;

    public Act Act { get; } = act;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public bool IsUsed { get; internal set; }
}
