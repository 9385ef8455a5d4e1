using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Daily;
using MlaBot.Core.Marathons;

namespace MlaBot.Chat.Marathons;

/// <summary>The list of the parts of challenges over several days.</summary>
public static class MarathonsFeature
{
    /// <summary>Adds them. After the boards, whose counts they read: what is due is carried out in the order in which it was added.</summary>
    public static IServiceCollection AddMarathons(this IServiceCollection services) => services
        .AddSingleton<CountMarathon>()
        .AddSingleton<ManageMarathons>()
        .AddSingleton<ShowMarathon>()
        .AddSingleton<KeepMarathons>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<KeepMarathons>())
        .AddSingleton<IMarathonPublisher, MarathonPublisher>()
        .AddSingleton<IMarathonLog, MarathonLog>()
        .AddSingleton<IChatCommand, MarathonStartCommand>()
        .AddSingleton<IChatCommand, MarathonShowCommand>()
        .AddSingleton<IChatCommand, MarathonStopCommand>();
}
