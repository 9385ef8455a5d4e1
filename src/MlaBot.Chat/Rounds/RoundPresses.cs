using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>A control of a round. A press on one of an older database ends here: its number means another round now.</summary>
internal abstract class RoundPress(IRoundStore store, RoundDesk desk) : IChatAction
{
    private static readonly Refusal Outdated = new("round-unknown", "This message belongs to a round that I no longer know.", "Start another one with /challenge start.");

    public abstract string Name { get; }

    /// <summary>True when the round has to run still.</summary>
    protected virtual bool NeedsRunning => true;

    public async Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        // A running round is known without a look into the store, and many press at once.
        var round = desk.Running(press.Channel) is { } running && RoundActions.Means(press.Action, running) ? running
            : RoundActions.RoundOf(press.Action) is { } id ? await store.FindAsync(id, cancellationToken)
            : null;
        return round is null || round.Channel.Group != press.User.Key.Group || !RoundActions.Means(press.Action, round) ? RefusalCards.For(Outdated)
            : NeedsRunning && !round.IsRunning ? RefusalCards.For(new("round-over", "That round is over.", "Start the next one with /challenge start."))
            : await HandleAsync(round, press, cancellationToken);
    }

    protected abstract Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken);
}

/// <summary>Join, and in a duel Accept.</summary>
internal sealed class JoinRoundAction(IRoundStore store, RoundDesk desk, RoundDoor door) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Join;

    protected override Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken) => door.JoinAsync(round, press.User, cancellationToken);
}

/// <summary>Leave.</summary>
internal sealed class LeaveRoundAction(IRoundStore store, RoundDesk desk, RoundDoor door) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Leave;

    protected override Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken) => door.LeaveAsync(round, press.User, cancellationToken);
}

/// <summary>Decline.</summary>
internal sealed class DeclineDuelAction(IRoundStore store, RoundDesk desk, RoundDoor door) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Decline;

    protected override Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken) => door.DeclineAsync(round, press.User, cancellationToken);
}

/// <summary>The host's buttons.</summary>
internal sealed class LeadRoundAction(IRoundStore store, RoundDesk desk, RoundLead lead) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Lead;

    protected override Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken) => RoundActions.ActOf(press.Action) is { } act and not HostAct.Remove
        ? lead.HandleAsync(round.Channel, press.User, act, person: null, RoundActions.QuestionOf(press.Action), cancellationToken)
        : Task.FromResult(RefusalCards.For(new("control-unknown", "This control belongs to an older version of me.", "Type /help to see what I do today.")));
}

/// <summary>My report.</summary>
internal sealed class ReportRoundAction(IRoundStore store, RoundDesk desk, ReadRounds rounds, IContentSource content) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Report;

    protected override bool NeedsRunning => false;

    protected override async Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken) =>
        RoundReportCards.Of((await rounds.ReportAsync(round.Id, press.User.Key, cancellationToken))!, content.Current);
}

/// <summary>Play again: another lobby with the same options, led by who pressed.</summary>
internal sealed class AgainAction(IRoundStore store, RoundDesk desk, RoundStarts starts) : RoundPress(store, desk)
{
    public override string Name => RoundActions.Again;

    protected override bool NeedsRunning => false;

    protected override Task<Card> HandleAsync(Round round, ChatPress press, CancellationToken cancellationToken)
    {
        if (round.Opponent is not { } opponent)
        {
            return starts.RoundAsync(round.Channel, press.User, round.Options, cancellationToken);
        }

        var other = press.User.Key == round.Host ? (opponent, round.OpponentName)
            : press.User.Key == opponent ? (round.Host, round.HostName)
            : default;
        return other == default
            ? Task.FromResult(RefusalCards.For(new("round-duel", "This was a duel between two others.", "Start one of your own with /challenge duel.")))
            : starts.DuelAsync(round.Channel, press.ChannelName, press.User, round.Options, other, cancellationToken);
    }
}
