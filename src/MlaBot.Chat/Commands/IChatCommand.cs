using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Commands;

/// <summary>A slash command: reads the request, asks the engine, shows a card.</summary>
public interface IChatCommand
{
    /// <summary>How people see it.</summary>
    CommandSpec Spec { get; }

    /// <summary>Carries it out. The caller has checked rights, required options and fixed choices.</summary>
    Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken);

    /// <summary>Suggests values for an option that is being typed; at most 25, from memory.</summary>
    IReadOnlyList<string> Suggest(ChatTyping typing) => [];
}

/// <summary>Something that admins of a group have to know, said above the reply to their next command.</summary>
public interface IAdminNews
{
    /// <summary>Takes the news, so that it is said once.</summary>
    /// <returns>A sentence; null when there is none.</returns>
    Task<string?> TakeAsync(ChatRequest request, CancellationToken cancellationToken);
}

/// <summary>What a control does when it is pressed.</summary>
public interface IChatAction
{
    /// <summary>The name in <see cref="ActionId.Name"/>.</summary>
    string Name { get; }

    /// <summary>Carries it out.</summary>
    Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken);
}
