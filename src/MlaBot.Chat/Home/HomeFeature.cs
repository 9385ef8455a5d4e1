using Microsoft.Extensions.DependencyInjection;

namespace MlaBot.Chat.Home;

/// <summary>The list of the home's parts.</summary>
public static class HomeFeature
{
    /// <summary>Adds the page that shows a person all that is theirs, for platforms with a place for it.</summary>
    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<HomeHandler>();
}
