using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary><c>/challenge start</c> opens the lobby of a round.</summary>
internal sealed class ChallengeStartCommand(RoundStarts starts, RoundChoices choices) : IChatCommand
{
    public CommandSpec Spec { get; } = new("challenge start", "Start a live round in this channel: all answer the same questions at the same time")
    {
        Options =
        [
            new("questions", $"How many, from 1 to {RoundRules.MostQuestions}; 5 when left out"),
            new("domains", "Numbers of exam domains such as 1,3; all when left out"),
            new("scoring", "What a right answer earns; accuracy-first when left out") { Choices = RoundChoices.Scorings },
            new("pace", "Whether the next question comes by itself or when the host calls it") { Choices = RoundChoices.Paces },
            new("teams", $"Teams of even strength, from {RoundRules.FewestForTeams} people up") { Choices = RoundChoices.Teams },
            new("votes", "twice: vote, talk about it, vote again; the second vote counts") { Choices = RoundChoices.Votes },
            new("lobby", "Seconds for joining, from 15 to 600; 60 when left out"),
        ],
        Examples = ["challenge start", "challenge start 10 domains:1,3 scoring:accuracy-only", "challenge start 5 teams:2 pace:host"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => await choices.ReadAsync(request, cancellationToken) switch
    {
        Outcome<RoundOptions>.Ok(var options) => await starts.RoundAsync(request.Channel, request.User, options, cancellationToken),
        Outcome<RoundOptions>.Refused(var reason) => RefusalCards.For(reason),
        _ => throw new UnreachableException(),
    };
}
