using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Notes;

/// <summary><c>/plan date</c> shares out the weeks up to an exam.</summary>
internal sealed class PlanCommand(PlanStudy planStudy, ChannelPlace places, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("plan", "A study plan by weeks up to your exam, from your own record")
    {
        Options = [new("date", "The day of your exam, such as 2027-03-15", IsRequired: true)],
        Examples = ["plan 2027-03-15"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => Days.ParseDate(request.Option("date")) switch
    {
        Outcome<LocalDate>.Ok(var day) => await planStudy.HandleAsync(request.User.Key, await places.OfAsync(request, cancellationToken), day, cancellationToken) switch
        {
            Outcome<StudyPlan>.Ok(var plan) => PlanCards.Plan(plan, content.Current),
            Outcome<StudyPlan>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        },
        Outcome<LocalDate>.Refused(var reason) => RefusalCards.For(reason),
        _ => throw new UnreachableException(),
    };
}
