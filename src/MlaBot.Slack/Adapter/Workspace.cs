using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>One workspace that the bot serves, from its first word to the loss of its token.</summary>
/// <param name="number">Its place in the configuration, from 1; for people who look for a mistake.</param>
/// <param name="section">Where its tokens stand in the settings.</param>
/// <param name="api">Its Web API.</param>
internal sealed class Workspace(int number, string section, ISlackApi api) : IDisposable
{
    /// <summary>The platform's short name.</summary>
    public const string Platform = "slack";

    private volatile Introduction? _self;
    private readonly CancellationTokenSource _closing = new();
    private string? _closed;
    private volatile bool _hears;
    private bool _heardSince;

    /// <summary>Its place in the configuration, from 1.</summary>
    public int Number => number;

    /// <summary>Where its tokens stand in the settings.</summary>
    public string Section => section;

    /// <summary>Its Web API.</summary>
    public ISlackApi Api => api;

    /// <summary>Who the bot is there; null until Slack said it.</summary>
    public Introduction? Self => _self;

    /// <summary>The group that it is for the engine.</summary>
    /// <exception cref="InvalidOperationException">Slack has not said yet who the bot is.</exception>
    public GroupKey Group => new(Platform, (_self ?? throw new InvalidOperationException("The workspace is not known yet.")).TeamId);

    /// <summary>Why nothing works there until a person helps; null while it works.</summary>
    public string? ClosedBecause => Volatile.Read(ref _closed);

    /// <summary>Cancelled when it closes: nothing may be asked of Slack from then on.</summary>
    public CancellationToken Closed => _closing.Token;

    /// <summary>True while a socket hears.</summary>
    public bool Hears => _hears;

    /// <summary>True once a socket has heard.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>True when a socket has heard since this was asked last.</summary>
    public bool TakeHeard() => Interlocked.Exchange(ref _heardSince, false);

    /// <summary>True while messages can be sent.</summary>
    public bool IsOpen => _self is not null && ClosedBecause is null;

    /// <summary>Whose presses wait for whose.</summary>
    public PersonTurns Turns { get; } = new();

    /// <summary>What was handled already.</summary>
    public RecentIds Seen { get; } = new(8192);

    /// <summary>Takes in who the bot is.</summary>
    public void Introduce(Introduction self) => _self = self;

    /// <summary>Takes in whether a socket hears.</summary>
    public void Hear(bool hears)
    {
        _hears = hears;
        HasHeard |= hears;
        if (hears)
        {
            Volatile.Write(ref _heardSince, true);
        }
    }

    /// <summary>Closes it.</summary>
    /// <returns>True for the first to say so.</returns>
    public bool Close(string because)
    {
        if (Interlocked.CompareExchange(ref _closed, because, null) is not null)
        {
            return false;
        }

        api.Close();
        _closing.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _closing.Dispose();
}

/// <summary>All workspaces of the configuration.</summary>
/// <param name="all">In the order of the configuration.</param>
internal sealed class WorkspaceList(IReadOnlyList<Workspace> all)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Workspace> All => all;

    /// <summary>The workspace of a group; null when the configuration has none.</summary>
    public Workspace? Of(GroupKey group) => group.Platform == Workspace.Platform ? all.FirstOrDefault(each => each.Self?.TeamId == group.Id) : null;
}
