using NodaTime;

namespace MlaBot.Core.Services;

/// <summary>A limit of a service that decides a design.</summary>
/// <param name="What">The limit with its number, in a short sentence.</param>
/// <param name="AsOf">When it was looked up.</param>
/// <param name="Source">The official page that says it, as <c>Guide: Page</c>.</param>
public sealed record ServiceLimit(string What, LocalDate AsOf, string Source);
