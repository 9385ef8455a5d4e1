using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;

namespace MlaBot.Discord.Adapter;

/// <summary>An interaction in the words of the chat layer, with what its answer needs.</summary>
/// <param name="Ticket">Where the answer goes.</param>
internal abstract record Interaction(Ticket Ticket)
{
    /// <summary>Whose next act waits until this one is done; null where the order does not matter.</summary>
    public virtual LearnerKey? Person => null;

    /// <summary>A slash command.</summary>
    internal sealed record Requested(Ticket Ticket, ChatRequest Request) : Interaction(Ticket)
    {
        /// <inheritdoc/>
        public override LearnerKey? Person => Request.User.Key;
    }

    /// <summary>A press, a finished menu, a sent form.</summary>
    /// <param name="Ticket">Where the answer goes.</param>
    /// <param name="Press">What was pressed.</param>
    /// <param name="IsOnPrivateMessage">True when the control stands on a message that only its presser sees.</param>
    internal sealed record Pressed(Ticket Ticket, ChatPress Press, bool IsOnPrivateMessage) : Interaction(Ticket)
    {
        /// <inheritdoc/>
        public override LearnerKey? Person => Press.User.Key;
    }

    /// <summary>An option that is being typed.</summary>
    internal sealed record Typed(Ticket Ticket, ChatTyping Typing) : Interaction(Ticket);

    /// <summary>A control that none of this bot's versions has made.</summary>
    internal sealed record Stranger(Ticket Ticket) : Interaction(Ticket);
}

/// <summary>What answers one interaction. The token is a secret.</summary>
/// <param name="Id">The interaction's id.</param>
/// <param name="ApplicationId">The application.</param>
/// <param name="Token">Lives 15 minutes.</param>
/// <param name="ReceivedAt">When the event arrived, as a timestamp of the <see cref="TimeProvider"/>: the 3 seconds count from here.</param>
internal sealed record Ticket(string Id, string ApplicationId, string Token, long ReceivedAt)
{
    /// <summary>True when a resume brought the event: the program before may have answered it.</summary>
    public bool IsReplayed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"interaction {Id}";
}
