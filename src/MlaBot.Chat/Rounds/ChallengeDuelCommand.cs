using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Chat.Rounds;

/// <summary><c>/challenge duel</c> challenges one person.</summary>
internal sealed class ChallengeDuelCommand(RoundStarts starts) : IChatCommand
{
    private static readonly Duration Patience = Duration.FromMinutes(5);

    public CommandSpec Spec { get; } = new("challenge duel", "Challenge one person to a live round between the two of you")
    {
        Options =
        [
            new("person", "Whom", IsRequired: true) { Kind = OptionKind.Person },
            new("questions", $"How many, from 1 to {RoundRules.MostQuestions}; 5 when left out"),
        ],
        Examples = ["challenge duel @ana", "challenge duel @ana 3"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (RoundChoices.Number(request.Option("questions"), 5, 1, RoundRules.MostQuestions) is not { } questions)
        {
            return RefusalCards.For(new Refusal("round-questions", $"A duel has 1 to {RoundRules.MostQuestions} questions.", "Give a number, such as 3."));
        }

        var id = request.Option("person");
        var name = request.Names.GetValueOrDefault(id, "") is { Length: > 0 } known ? known : id;
        return await starts.DuelAsync(
            request.Channel,
            request.ChannelName,
            request.User,
            new RoundOptions { Questions = questions, Lobby = Patience },
            (new LearnerKey(request.Channel.Group, id), Text.Printable(name, 80)),
            cancellationToken);
    }
}
