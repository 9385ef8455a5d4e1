using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Setup.Wizard;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary>The list of the set-up's parts.</summary>
public static class SetupFeature
{
    private static readonly string[] Acts = ["pause", "skip", "swap", "preview", "now", "remove"];

    /// <summary>Adds what admins use to set channels and schedules up.</summary>
    public static IServiceCollection AddSetup(this IServiceCollection services)
    {
        services
            .AddSingleton<SetUpChannel>()
            .AddSingleton<SelfTest>()
            .AddSingleton<WizardCheck>()
            .AddSingleton<WizardSave>()
            .AddSingleton<SetupWizard>()
            .AddSingleton<IChatAction>(provider => provider.GetRequiredService<SetupWizard>())
            .AddSingleton<IAdminNews, KeptNews>()
            .AddSingleton<IAdminNews, PausedNews>()
            .AddSingleton<IChatCommand, SetupCommand>()
            .AddSingleton<IChatCommand, ScheduleResumeCommand>()
            .AddSingleton<IChatCommand, ScheduleListCommand>()
            .AddSingleton<IChatCommand, ScheduleAddCommand>()
            .AddSingleton<IChatCommand, ScheduleChangeCommand>()
            .AddSingleton<IChatCommand, RestCommand>()
            .AddSingleton<IChatCommand, WithdrawCommand>();
        foreach (var act in Acts)
        {
            services.AddSingleton<IChatCommand>(provider => ScheduleActCommand
                .All(provider.GetRequiredService<ManageSchedules>(), provider.GetRequiredService<IChannelStore>(), provider.GetRequiredService<IContentSource>())
                .First(command => command.Spec.Name.EndsWith(act, StringComparison.Ordinal)));
        }

        return services;
    }
}
