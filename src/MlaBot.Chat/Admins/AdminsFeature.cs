using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Admins;

/// <summary>The list of the parts by which a group names its own admins.</summary>
public static class AdminsFeature
{
    /// <summary>Adds the commands for a platform whose own rights do not tell who sets the bot up.</summary>
    /// <param name="services">The container, with an <see cref="IAdminStore"/>.</param>
    /// <param name="platform">The platform's name, as in <see cref="GroupKey.Platform"/>. Its adapter asks the store whether a person is one.</param>
    public static IServiceCollection AddNamedAdmins(this IServiceCollection services, string platform) => services
        .AddSingleton<IChatCommand>(provider => new AdminsListCommand(platform, provider.GetRequiredService<IAdminStore>()))
        .AddSingleton<IChatCommand>(provider => new AdminsAddCommand(platform, provider.GetRequiredService<IAdminStore>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IChatCommand>(provider => new AdminsRemoveCommand(platform, provider.GetRequiredService<IAdminStore>()));
}
