namespace MlaBot.Discord.Rest.Limits;

/// <summary>What a bucket's state hangs on: Discord's hash, or the route while the hash is not known, and the top-level id.</summary>
/// <param name="Name">The hash, or method and route.</param>
/// <param name="TopLevel">The channel, the guild, or webhook id and token; empty for none.</param>
/// <param name="IsLearning">True while the hash is not known.</param>
/// <remarks>Source: Discord developer documentation, "Rate Limits": top-level resources.</remarks>
internal readonly record struct BucketKey(string Name, string TopLevel, bool IsLearning);
