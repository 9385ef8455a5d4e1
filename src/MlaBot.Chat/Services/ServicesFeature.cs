using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>The list of the service look-up's parts.</summary>
public static class ServicesFeature
{
    /// <summary>Adds the look-up and the comparison of services.</summary>
    public static IServiceCollection AddServiceLookup(this IServiceCollection services) => services
        .AddSingleton<LookUpService>()
        .AddSingleton<CompareServices>()
        .AddSingleton<IChatCommand, ServiceCommand>()
        .AddSingleton<IChatCommand, CompareCommand>()
        .AddSingleton<IChatAction, ServiceShowAction>()
        .AddSingleton<IChatAction, ServiceNamedAction>()
        .AddSingleton<IChatAction, ComparisonShowAction>();
}
