using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>The list of the daily questions' parts.</summary>
public static class DailyFeature
{
    /// <summary>Adds the daily questions.</summary>
    /// <param name="services">The container.</param>
    /// <param name="rules">The numbers of a question's life.</param>
    public static IServiceCollection AddDaily(this IServiceCollection services, DailyRules rules) => services
        .AddSingleton(rules)
        .AddSingleton<PlatformList>()
        .AddSingleton<ChannelPlace>()
        .AddSingleton<IDailyPublisher, DailyPublisher>()
        .AddSingleton<IDailyLog, DailyLog>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<PostPlanner>(provider, (Func<int>)Seed))
        .AddSingleton<AdminNews>()
        .AddSingleton<PauseSchedules>()
        .AddSingleton<PostDailyQuestion>()
        .AddSingleton<CloseDailyQuestion>()
        .AddSingleton<RevealDailyQuestion>()
        .AddSingleton<DailyRunner>()
        .AddSingleton<ManageSchedules>()
        .AddSingleton<RecordAnswer>()
        .AddSingleton<ParticipantCounts>()
        .AddSingleton<AnswerHandler>()
        .AddSingleton<WhyHandler>()
        .AddSingleton<ShowQuestion>()
        .AddSingleton<TypedNumbers>()
        .AddSingleton<IChatCommand, DailyCommand>()
        .AddSingleton<IChatCommand, AnswerCommand>()
        .AddSingleton<IChatCommand, WhyCommand>()
        .AddSingleton<IChatAction, AnswerAction>()
        .AddSingleton<IChatAction, WhyAction>()
        .AddSingleton<IChatAction, ShowQuestionAction>()
        .AddDrafts();

    private static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services
            .AddSingleton<DraftHandler>()
            .AddSingleton<IChatAction, BeginDraftAction>()
            .AddSingleton<IChatAction, GiveFormAction>()
            .AddSingleton<IChatAction, SubmitDraftAction>();
        foreach (var name in ChangeDraftAction.Names)
        {
            services.AddSingleton<IChatAction>(provider => new ChangeDraftAction(name, provider.GetRequiredService<IDailyStore>(), provider.GetRequiredService<DraftHandler>()));
        }

        return services;
    }

    private static int Seed() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
}
