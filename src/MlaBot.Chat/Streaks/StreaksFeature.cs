using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;

namespace MlaBot.Chat.Streaks;

/// <summary>The list of the streaks' parts.</summary>
public static class StreaksFeature
{
    /// <summary>Adds streaks, vacations, zones and freezes.</summary>
    public static IServiceCollection AddStreaks(this IServiceCollection services) => services
        .AddSingleton<ShowStreak>()
        .AddSingleton<ChangeCalendar>()
        .AddSingleton<LearnerZones>()
        .AddSingleton<HomeZone>()
        .AddSingleton<IChatCommand, StreakCommand>()
        .AddSingleton<IChatCommand, VacationCommand>()
        .AddSingleton<IChatCommand, ZoneCommand>()
        .AddSingleton<IChatCommand, FreezesCommand>();
}
