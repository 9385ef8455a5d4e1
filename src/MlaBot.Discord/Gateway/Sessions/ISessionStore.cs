namespace MlaBot.Discord.Gateway.Sessions;

/// <summary>Keeps the sessions over a restart.</summary>
internal interface ISessionStore
{
    /// <summary>What was saved last; null when there is nothing usable.</summary>
    Task<SavedSessions?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces what was saved. A failure is logged and not thrown: the bot works without.</summary>
    Task SaveAsync(SavedSessions sessions, CancellationToken cancellationToken);
}
