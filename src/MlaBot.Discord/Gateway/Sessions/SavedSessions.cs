using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Gateway.Sessions;

/// <summary>What a restart needs to take all shards' sessions up again.</summary>
/// <param name="Application">A hash of the application's id: another bot never resumes these.</param>
/// <param name="Shards">How many shards there were: with another number the sessions are void.</param>
/// <param name="SavedAt">When the bot was last known to be connected.</param>
/// <param name="Sessions">By shard number; a shard without a session is absent.</param>
internal sealed record SavedSessions(string Application, int Shards, DateTimeOffset SavedAt, IReadOnlyDictionary<int, ResumePoint> Sessions);
