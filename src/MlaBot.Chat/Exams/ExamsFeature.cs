using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;

namespace MlaBot.Chat.Exams;

/// <summary>The list of the exam navigator's parts.</summary>
public static class ExamsFeature
{
    /// <summary>Adds exam facts and the blueprint.</summary>
    public static IServiceCollection AddExams(this IServiceCollection services) => services
        .AddSingleton<IChatCommand, ExamCommand>()
        .AddSingleton<IChatAction, ExamChanges>();
}
