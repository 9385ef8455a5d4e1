using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Sessions;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord;

/// <summary>The list of the Discord adapter's parts.</summary>
public static class DiscordFeature
{
    /// <summary>Adds Discord as a chat platform.</summary>
    /// <remarks>The protocol lives in real time, also while a try-out clock is ahead of it.</remarks>
    /// <param name="services">The container, with the features and a <see cref="FatalFault"/>.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options) => services
        .AddSingleton(options)
        .AddSingleton<IDiscordApi>(provider => new DiscordApi(
            options,
            TimeProvider.System,
            new Random(),
            provider.GetRequiredService<ILogger<DiscordApi>>(),
            tokenRefused: provider.GetRequiredService<FatalFault>().Report))
        .AddSingleton(provider => new ProtectedCommands(provider.GetRequiredService<ChatDispatcher>().SpecsFor(InteractionReader.Platform)))
        .AddSingleton<InteractionReader>()
        .AddSingleton<InteractionHandler>()
        .AddSingleton<GuildList>()
        .AddSingleton<GuildWatcher>()
        .AddSingleton<ChannelExamination>()
        .AddSingleton(provider => new MessageSearch(provider.GetRequiredService<IDiscordApi>(), provider.GetRequiredService<GuildList>(), TimeProvider.System))
        .AddSingleton<DiscordPlatform>()
        .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<DiscordPlatform>())
        .AddSingleton<IWelcome, Welcome>()
        .AddSingleton(provider => new GreetedGuilds(options.DataFolder, provider.GetRequiredService<ILogger<GreetedGuilds>>()))
        .AddSingleton<Greeter>()
        .AddSingleton<DiscordInbox>()
        .AddSingleton<IGatewayListener>(provider => provider.GetRequiredService<DiscordInbox>())
        .AddSingleton<CommandRegistrar>()
        .AddSingleton<ISessionStore>(provider => new FileSessionStore(options.DataFolder, provider.GetRequiredService<ILogger<FileSessionStore>>()))
        .AddSingleton(provider => new GatewayClient(
            options,
            provider.GetRequiredService<IDiscordApi>(),
            provider.GetRequiredService<IGatewayListener>(),
            WantedEvents.OfThisBot,
            provider.GetRequiredService<ISessionStore>(),
            TimeProvider.System,
            new Random(),
            provider.GetRequiredService<ILogger<GatewayClient>>()))
        .AddHostedService<DiscordService>();
}
