using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Daily;
using MlaBot.Core.HeatMap;

namespace MlaBot.Chat.HeatMap;

/// <summary>The list of the heat map's parts.</summary>
public static class HeatMapFeature
{
    /// <summary>Adds the group's heat map and the picks that follow it.</summary>
    public static IServiceCollection AddHeatMap(this IServiceCollection services) => services
        .AddSingleton<ReadHeatMap>()
        .AddSingleton<SwitchColdPicks>()
        .AddSingleton<IPickAdvice, ColdestCells>()
        .AddSingleton<IChatCommand, HeatMapCommand>();
}
