using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Boards;

/// <summary><c>/board</c> shows a board of the channel, privately.</summary>
internal sealed class BoardCommand(ShowBoard showBoard, ChannelPlace place) : IChatCommand
{
    public CommandSpec Spec { get; } = new("board", "Show the points of this channel and your place among them")
    {
        Options =
        [
            new("period", "week, month, season or all; the week when left out") { Choices = BoardWords.Kinds },
            new("when", "now, last, or a date in it such as 2026-03-02"),
        ],
        Examples = ["board", "board month last", "board week 2026-03-02"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        switch (Wish(request))
        {
            case Outcome<BoardWish>.Refused(var unread):
                return RefusalCards.For(unread);
            case Outcome<BoardWish>.Ok(var wish):
                return await showBoard.HandleAsync(request.User.Key, await place.OfAsync(request, cancellationToken), wish, cancellationToken) switch
                {
                    Outcome<BoardView>.Ok(var view) => BoardCards.Board(view),
                    Outcome<BoardView>.Refused(var reason) => RefusalCards.For(reason),
                    _ => throw new UnreachableException(),
                };
            default:
                throw new UnreachableException();
        }
    }

    private static Outcome<BoardWish> Wish(ChatRequest request)
    {
        var wish = new BoardWish(BoardWords.Kind(request.Option("period")));
        var when = request.Option("when");
        return when.ToLowerInvariant() switch
        {
            "" or "now" => wish,
            "last" => wish with { IsLast = true },
            _ => Days.ParseDate(when) is Outcome<LocalDate>.Ok(var date)
                ? wish with { On = date }
                : new Refusal("board-when", $"\"{Text.Printable(when, 40)}\" is no time of a board.", "Write now, last, or a date such as 2026-03-02."),
        };
    }
}
