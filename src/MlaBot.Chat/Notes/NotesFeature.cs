using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Commands;
using MlaBot.Core.Notes;

namespace MlaBot.Chat.Notes;

/// <summary>The list of the study material's parts.</summary>
public static class NotesFeature
{
    /// <summary>Adds notes, tips, the plan and the lab.</summary>
    public static IServiceCollection AddNotes(this IServiceCollection services) => services
        .AddSingleton<FindNote>()
        .AddSingleton<PlanStudy>()
        .AddSingleton<IChatCommand, NoteCommand>()
        .AddSingleton<IChatCommand, TipCommand>()
        .AddSingleton<IChatCommand, PlanCommand>()
        .AddSingleton<IChatCommand, LabCommand>()
        .AddSingleton<IChatAction, NoteShowAction>()
        .AddSingleton<IChatAction, NoteTurnAction>()
        .AddSingleton<IChatAction, TipNextAction>()
        .AddSingleton<IChatAction, LabStepAction>();
}
