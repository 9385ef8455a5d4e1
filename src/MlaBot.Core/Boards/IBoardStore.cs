using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Keeps what people did by channel and period, and the boards that are over.</summary>
/// <remarks>A post is counted in the write that makes its key public (<see cref="Daily.PostState.Revealed"/>): from there on no answer to it
/// can count any more. It is marked in the same write, so nothing is lost or counted twice by a crash.</remarks>
public interface IBoardStore
{
    /// <summary>Counts revealed posts that were not counted yet: those from before there were boards.</summary>
    /// <param name="atMost">The most posts of one write.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>How many were counted; fewer than asked for when none is left.</returns>
    Task<int> ScoreMissingAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>What everybody did in a period; in any order.</summary>
    Task<IReadOnlyList<BoardTotal>> TotalsAsync(ChannelKey channel, BoardPeriod period, CancellationToken cancellationToken);

    /// <summary>What everybody did on the dates from one to before another; in any order. Summed by date, so meant for weeks, not for years.</summary>
    Task<IReadOnlyList<BoardTotal>> TotalsAsync(ChannelKey channel, LocalDate from, LocalDate end, CancellationToken cancellationToken);

    /// <summary>A person on boards; null for someone who never did anything.</summary>
    Task<BoardMember?> FindMemberAsync(LearnerKey person, CancellationToken cancellationToken);

    /// <summary>People by number.</summary>
    Task<IReadOnlyDictionary<MemberId, BoardMember>> MembersAsync(IReadOnlyCollection<MemberId> members, CancellationToken cancellationToken);

    /// <summary>The people of a group who chose not to be seen on boards.</summary>
    Task<IReadOnlySet<MemberId>> HiddenAsync(GroupKey group, CancellationToken cancellationToken);

    /// <summary>Keeps how a person wants to be seen on the boards of the group.</summary>
    /// <param name="person">Who.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>False when the alias is the alias or the name of somebody else in the group; nothing was changed then.</returns>
    Task<bool> SaveChoiceAsync(LearnerKey person, string name, BoardChoice choice, CancellationToken cancellationToken);

    /// <summary>What a channel wants of its boards; the default where nobody chose.</summary>
    Task<BoardSettings> SettingsAsync(ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>Keeps what a channel wants of its boards.</summary>
    Task SaveSettingsAsync(ChannelKey channel, BoardSettings settings, CancellationToken cancellationToken);

    /// <summary>The boards that are not archived yet and end on a date or before; those that end first at the beginning.</summary>
    Task<IReadOnlyList<ChannelBoard>> EndingAsync(LocalDate until, CancellationToken cancellationToken);

    /// <summary>True when no question of the dates from one to before another can change a board any more, and the days of the group up to there are
    /// counted.</summary>
    Task<bool> IsCompleteAsync(ChannelKey channel, LocalDate from, LocalDate end, CancellationToken cancellationToken);

    /// <summary>Archives a board, once.</summary>
    /// <param name="board">Which.</param>
    /// <param name="final">How it stands.</param>
    /// <param name="isToTell">True when its end is to be told in the channel.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>False when it was archived before; nothing was changed then.</returns>
    Task<bool> ArchiveAsync(ChannelBoard board, FinalBoard final, bool isToTell, CancellationToken cancellationToken);

    /// <summary>A board of the archive; null when there is none.</summary>
    Task<FinalBoard?> FindArchiveAsync(ChannelKey channel, BoardPeriod period, CancellationToken cancellationToken);

    /// <summary>The archived boards whose end is still to be told, oldest first.</summary>
    Task<IReadOnlyList<ClosingBoard>> ToTellAsync(CancellationToken cancellationToken);

    /// <summary>Moves the telling of a board's end on.</summary>
    /// <returns>False when it is in another state; nothing was changed then.</returns>
    Task<bool> AdvanceAsync(ChannelBoard board, ClosingState expected, ClosingState state, CancellationToken cancellationToken);
}

/// <summary>A board of a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Period">The period.</param>
public readonly record struct ChannelBoard(ChannelKey Channel, BoardPeriod Period);

/// <summary>A board whose end is to be told.</summary>
/// <param name="Board">Which.</param>
/// <param name="State">How far it is.</param>
/// <param name="Final">How it ended.</param>
public sealed record ClosingBoard(ChannelBoard Board, ClosingState State, FinalBoard Final);

/// <summary>The life of a board. Stored as a number: add at the end, never renumber.</summary>
public enum ClosingState
{
    /// <summary>It counts.</summary>
    Running = 0,

    /// <summary>It is archived, and the channel is to be told.</summary>
    ToTell = 1,

    /// <summary>The message is about to be sent: written before the platform is called, so that a crash leaves a trace.</summary>
    Telling = 2,

    /// <summary>It is archived, and nothing is left to do.</summary>
    Done = 3,
}

/// <summary>A person as boards name them.</summary>
/// <param name="Id">The number of the store.</param>
/// <param name="Name">The name last seen.</param>
/// <param name="Choice">How the person wants to be seen.</param>
public sealed record BoardMember(MemberId Id, string Name, BoardChoice Choice)
{
    /// <summary>The alias, or the name where there is none.</summary>
    public string Shown => ShownAs(Name);

    /// <summary>The alias, or another name where there is none, such as that of a board in the archive.</summary>
    public string ShownAs(string name) => Choice.Alias.Length > 0 ? Choice.Alias : name;
}

/// <summary>How a person wants to be seen on the boards of a group.</summary>
/// <param name="Alias">A name for boards alone; empty for the usual name.</param>
/// <param name="IsHidden">True to be neither named nor counted on public boards.</param>
public sealed record BoardChoice(string Alias, bool IsHidden)
{
    /// <summary>The choice of someone who never chose.</summary>
    public static BoardChoice Default { get; } = new("", IsHidden: false);
}
