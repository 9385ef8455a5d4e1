namespace MlaBot.Core.Services;

/// <summary>A service that answers to some words.</summary>
/// <param name="Service">The service.</param>
/// <param name="Score">How well it answers: above 0, at most 1 for an exact name.</param>
public sealed record ServiceHit(ServiceEntry Service, double Score);
