using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>The list of the live rounds' parts.</summary>
public static class RoundsFeature
{
    /// <summary>Adds live rounds.</summary>
    /// <param name="services">The container.</param>
    /// <param name="rules">The numbers of a round.</param>
    public static IServiceCollection AddRounds(this IServiceCollection services, RoundRules rules) => services
        .AddSingleton(rules)
        .AddSingleton<RoundHall>()
        .AddSingleton<IAnswerGate>(provider => provider.GetRequiredService<RoundHall>())
        .AddSingleton<RoundWrites>()
        .AddSingleton<RoundEndings>()
        .AddSingleton<RoundResumer>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoundLobby>(provider, (Func<int>)Seed))
        .AddSingleton<RoundShows>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoundSteps>(provider, (Func<int>)Seed))
        .AddSingleton<HostActs>()
        .AddSingleton<RoundRunner>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoundDesk>(provider, (Func<int>)Seed))
        .AddSingleton<ReadRounds>()
        .AddSingleton<IRoundPublisher, RoundPublisher>()
        .AddSingleton<IRoundLog, RoundLog>()
        .AddSingleton<RoundStarts>()
        .AddSingleton<RoundChoices>()
        .AddSingleton<RoundDoor>()
        .AddSingleton<RoundLead>()
        .AddCommands()
        .AddPresses();

    private static IServiceCollection AddCommands(this IServiceCollection services)
    {
        foreach (var (verb, description, act) in ChallengeLeadCommand.All)
        {
            services.AddSingleton<IChatCommand>(provider => new ChallengeLeadCommand(verb, description, act, provider.GetRequiredService<RoundLead>()));
        }

        return services
            .AddSingleton<IChatCommand, ChallengeStartCommand>()
            .AddSingleton<IChatCommand, ChallengeDuelCommand>()
            .AddSingleton<IChatCommand, ChallengeShowCommand>()
            .AddSingleton<IChatCommand, ChallengeRemoveCommand>()
            .AddSingleton<IChatCommand, ChallengeJoinCommand>()
            .AddSingleton<IChatCommand, ChallengeLeaveCommand>()
            .AddSingleton<IChatCommand, ChallengeReportCommand>()
            .AddSingleton<IChatCommand, ChallengeHistoryCommand>();
    }

    private static IServiceCollection AddPresses(this IServiceCollection services) => services
        .AddSingleton<IChatAction, JoinRoundAction>()
        .AddSingleton<IChatAction, LeaveRoundAction>()
        .AddSingleton<IChatAction, DeclineDuelAction>()
        .AddSingleton<IChatAction, LeadRoundAction>()
        .AddSingleton<IChatAction, ReportRoundAction>()
        .AddSingleton<IChatAction, AgainAction>();

    private static int Seed() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
}
