using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;

namespace MlaBot.Chat.Help;

/// <summary>The list of the help's parts.</summary>
public static class HelpFeature
{
    /// <summary>Adds help and the dispatcher that it describes.</summary>
    public static IServiceCollection AddHelp(this IServiceCollection services) => services
        .AddSingleton<ChatDispatcher>()
        .AddSingleton<IChatCommand, HelpCommand>();
}
