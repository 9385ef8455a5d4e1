using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MlaBot.Core.Content;

namespace MlaBot.Storage.Packs;

/// <summary>The parts that give content to the program.</summary>
public static class PacksFeature
{
    /// <summary>Adds <see cref="IContentSource"/>, loaded once and then watched for changes.</summary>
    /// <remarks>The first use throws <see cref="PackFaultsException"/> when the content has faults; the watching service is
    /// made when the host starts, so a broken folder stops the start.</remarks>
    public static IServiceCollection AddPacks(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ContentSource>();
        services.AddSingleton<IContentSource>(provider => provider.GetRequiredService<ContentSource>());
        services.AddHostedService<ContentWatch>();
        return services;
    }

    private sealed class ContentWatch(ContentSource source) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => source.WatchAsync(stoppingToken);
    }
}
