using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>The subcommands of <c>/challenge</c> by which a round is led.</summary>
internal sealed class ChallengeLeadCommand(string verb, string description, HostAct act, RoundLead lead) : IChatCommand
{
    public CommandSpec Spec { get; } = new($"challenge {verb}", description) { Examples = [$"challenge {verb}"] };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        lead.HandleAsync(request.Channel, request.User, act, person: null, on: null, cancellationToken);

    /// <summary>All of them: the verb, what it does, and the act of the host.</summary>
    public static IReadOnlyList<(string Verb, string Description, HostAct Act)> All { get; } =
    [
        ("begin", "Begin the round before its lobby's time is up (host)", HostAct.Begin),
        ("next", "Go to the next question at once (host)", HostAct.Next),
        ("pause", "Stop the clock after the present question (host)", HostAct.Pause),
        ("resume", "Go on after a pause, or take back one that has not come yet (host)", HostAct.Resume),
        ("extend", "Give more time to what runs now (host)", HostAct.Extend),
        ("skip", "Leave the present question out; it counts for nobody (host)", HostAct.Skip),
        ("stop", "End the round with what was scored, or call its lobby off (host)", HostAct.Stop),
    ];
}

/// <summary><c>/challenge remove</c> takes a person out.</summary>
internal sealed class ChallengeRemoveCommand(RoundLead lead) : IChatCommand
{
    public CommandSpec Spec { get; } = new("challenge remove", "Take a person out of the running round (host)")
    {
        Options = [new("person", "Whom", IsRequired: true) { Kind = OptionKind.Person }],
        Examples = ["challenge remove @ana"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        lead.HandleAsync(request.Channel, request.User, HostAct.Remove, new LearnerKey(request.Channel.Group, request.Option("person")), on: null, cancellationToken);
}

/// <summary><c>/challenge join</c>.</summary>
internal sealed class ChallengeJoinCommand(RoundDesk desk, RoundDoor door) : IChatCommand
{
    public CommandSpec Spec { get; } = new("challenge join", "Join the round that runs in this channel") { Examples = ["challenge join"] };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        desk.Running(request.Channel) is { } round ? door.JoinAsync(round, request.User, cancellationToken) : Task.FromResult(ChallengeShowCommand.None);
}

/// <summary><c>/challenge leave</c>.</summary>
internal sealed class ChallengeLeaveCommand(RoundDesk desk, RoundDoor door) : IChatCommand
{
    public CommandSpec Spec { get; } = new("challenge leave", "Leave the round that runs in this channel; your points stay") { Examples = ["challenge leave"] };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        desk.Running(request.Channel) is { } round ? door.LeaveAsync(round, request.User, cancellationToken) : Task.FromResult(ChallengeShowCommand.None);
}

/// <summary><c>/challenge show</c>.</summary>
internal sealed class ChallengeShowCommand(RoundDesk desk, ReadRounds rounds) : IChatCommand
{
    public static Card None { get; } = RefusalCards.For(new Refusal("round-none", "No round runs in this channel.", "Start one with /challenge start."));

    public CommandSpec Spec { get; } = new("challenge show", "Show the round that runs here: where it is, who plays, the table so far") { Examples = ["challenge show"] };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (desk.Running(request.Channel) is not { } round)
        {
            return None;
        }

        var players = desk.Players(round.Id).Where(player => player.State == PlayerState.In).ToArray();
        var at = round.Number > 0 ? $", question {round.Number} of {round.Items.Count}" : "";
        var until = round.DueAt is { } due && round.Phase is RoundPhase.Lobby or RoundPhase.Answering or RoundPhase.Discussing ? $" until {CardTime.Token(round.DueAt.Value)}" : "";
        List<CardPart> parts =
        [
            new Header($"Round {round.Id}, led by {PlainName.InHeader(round.HostName)}"),
            new Section($"{RoundWords.Phase(round.Phase)}{at}{until}.{(round.IsPauseWanted ? " It pauses after this question." : "")}"),
            new Section(RoundWords.Rules(round)),
            new Section(players.Length == 0 ? "Nobody is in yet." : $"**In ({players.Length}):** {RoundWords.Names(players)}"),
        ];
        if (round.Number > 0 && await rounds.TableAsync(round.Id, round.Channel.Group, cancellationToken) is { } table)
        {
            parts.AddRange(PodiumCards.Lines(table));
        }

        parts.Add(new ContextLine("/challenge join and /challenge leave; the host leads with begin, next, pause, resume, extend, skip, stop and remove."));
        return new Card(parts).Privately();
    }
}
