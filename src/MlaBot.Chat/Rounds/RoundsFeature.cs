using Microsoft.Extensions.DependencyInjection;
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
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoundSteps>(provider, (Func<int>)Seed))
        .AddSingleton<RoundRunner>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoundDesk>(provider, (Func<int>)Seed))
        .AddSingleton<ReadRounds>();

    private static int Seed() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
}
