using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Boards;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Boards;

/// <summary>The list of the boards' parts.</summary>
public static class BoardsFeature
{
    /// <summary>Adds boards, records, group streaks and milestones.</summary>
    public static IServiceCollection AddBoards(this IServiceCollection services) => services
        .AddSingleton<ShowBoard>()
        .AddSingleton<SeeBoard>()
        .AddSingleton<ShowGroupStreak>()
        .AddSingleton<ShowRecord>()
        .AddSingleton<MakeFinalBoard>()
        .AddSingleton<ChooseBoardName>()
        .AddSingleton<FindMilestones>()
        .AddSingleton<KeepBoards>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<KeepBoards>())
        .AddSingleton<IBoardPublisher, BoardPublisher>()
        .AddSingleton<IBoardLog, BoardLog>()
        .AddSingleton<IAnswerNews, MilestoneNews>()
        .AddSingleton<IOwnLine, StandingLine>()
        .AddSingleton<IChatCommand, BoardCommand>()
        .AddSingleton<IChatCommand, BoardsCommand>()
        .AddSingleton<IChatCommand, MeBoardCommand>()
        .AddSingleton<IChatCommand, RecordCommand>();
}
