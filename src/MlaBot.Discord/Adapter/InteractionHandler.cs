using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Answers interactions with the first response; defers only when the handler is slow.</summary>
/// <remarks>Follow-ups share a limit per channel over all people, so a press is answered by its callback. Source: Discord developer
/// documentation, "Receiving and Responding to Interactions"; the 3 seconds count from the event's arrival here.</remarks>
internal sealed partial class InteractionHandler(ChatDispatcher dispatcher, IDiscordApi api, TimeProvider clock, ILogger<InteractionHandler> logger)
{
    /// <summary>How long a handler may take before the answer is deferred. Discord gives up after 3 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private static readonly Refusal Slow = new("form-slow", "That took too long, so I cannot open the form now.", "Please press again.");

    /// <summary>Handles one interaction to its end.</summary>
    /// <param name="interaction">What a person did.</param>
    /// <param name="turn">The person's turn; null where the order does not matter.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task HandleAsync(Interaction interaction, PersonTurns.Turn? turn, CancellationToken cancellationToken) => interaction switch
    {
        Interaction.Typed typed => SuggestAsync(typed, cancellationToken),
        Interaction.Requested { Ticket.IsReplayed: true } again => ClaimAsync(again, turn, cancellationToken),
        Interaction.Requested asked => AnswerAsync(asked.Ticket, InTurnAsync(turn, () => dispatcher.HandleAsync(asked.Request, cancellationToken)), mayReplace: false, cancellationToken),
        Interaction.Pressed pressed => AnswerAsync(pressed.Ticket, InTurnAsync(turn, () => dispatcher.HandleAsync(Aged(pressed), cancellationToken)), pressed.IsOnPrivateMessage, cancellationToken),
        _ => AnswerAsync(interaction.Ticket, Task.FromResult(Stranger), mayReplace: false, cancellationToken),
    };

    /// <summary>Answers a person who asks too fast, without carrying anything out.</summary>
    /// <param name="interaction">What the person did.</param>
    /// <param name="isTold">True when the person has just read that it is too fast: a press is then acknowledged without a sign.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SlowDownAsync(Interaction interaction, bool isTold, CancellationToken cancellationToken)
    {
        InteractionAnswer answer = isTold && interaction is Interaction.Pressed
            ? new InteractionAnswer.DeferUpdate()
            : new InteractionAnswer.Reply(DiscordRenderer.Message(RefusalCards.For(PersonPace.TooFast))[0]);
        await TryAsync(interaction.Ticket, api.AnswerAsync(interaction.Ticket.Id, interaction.Ticket.Token, answer, cancellationToken));
    }

    private static Task<Card> InTurnAsync(PersonTurns.Turn? turn, Func<Task<Card>> work) => turn is null ? work() : turn.RunAsync(work);

    // In the person's turn: what the press waited for here is not the person's delay either.
    private static ChatPress Aged(Interaction.Pressed pressed) => pressed.Press with { Age = PressAge.Of(pressed.Ticket.Id, TimeProvider.System.GetUtcNow()) };

    private static Card Stranger { get; } =
        RefusalCards.For(new Refusal("control-unknown", "This control belongs to an older version of me.", "Type /help to see what I do today."));

    /// <summary>Carries a command out that a resume brought, unless it was carried out before.</summary>
    /// <remarks>A program that was killed forgets what it had just done. Discord does not: who claims the answer first, and in time,
    /// does the work. Presses need no claim, since the store keeps one answer of a person.</remarks>
    private async Task ClaimAsync(Interaction.Requested again, PersonTurns.Turn? turn, CancellationToken cancellationToken)
    {
        var ticket = again.Ticket;
        if (!await TryAsync(ticket, api.AnswerAsync(ticket.Id, ticket.Token, new InteractionAnswer.DeferReply(IsEphemeral: true), cancellationToken)))
        {
            // The person's turn ends all the same.
            await InTurnAsync(turn, () => Task.FromResult(Stranger));
            return;
        }

        await FillAsync(ticket, await InTurnAsync(turn, () => dispatcher.HandleAsync(again.Request, cancellationToken)), cancellationToken);
    }

    private async Task SuggestAsync(Interaction.Typed typed, CancellationToken cancellationToken)
    {
        try
        {
            await api.AnswerAsync(typed.Ticket.Id, typed.Ticket.Token, new InteractionAnswer.Suggest(dispatcher.Suggest(typed.Typing)), cancellationToken);
        }
        catch (DiscordApiException late)
        {
            // Suggestions that come too late are dropped silently on the other side; the next keystroke asks again.
            Log.LateSuggestion(logger, late.Message);
        }
    }

    private async Task AnswerAsync(Ticket ticket, Task<Card> work, bool mayReplace, CancellationToken cancellationToken)
    {
        if (await IsSlowAsync(ticket, work, cancellationToken))
        {
            await DeferAsync(ticket, work, cancellationToken);
            return;
        }

        var card = await work;
        try
        {
            var messages = MessagesOf(card);
            await api.AnswerAsync(ticket.Id, ticket.Token, AnswerOf(card, messages, mayReplace), cancellationToken);
            await GoOnAsync(ticket, messages, cancellationToken);
        }
        catch (Exception shape) when (BreaksLimit(shape))
        {
            await TryAsync(ticket, api.AnswerAsync(ticket.Id, ticket.Token, new InteractionAnswer.Reply(InPlaceOf(shape)), cancellationToken));
        }
        catch (DiscordApiException refused)
        {
            Lost(ticket, refused);
        }
    }

    private async Task<bool> IsSlowAsync(Ticket ticket, Task<Card> work, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
        {
            return false;
        }

        var left = Patience - clock.GetElapsedTime(ticket.ReceivedAt);
        try
        {
            await work.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellationToken);
            return false;
        }
        catch (TimeoutException)
        {
            return !work.IsCompleted;
        }
    }

    // The answer's privacy cannot change after it was deferred, so what comes late comes privately.
    private async Task DeferAsync(Ticket ticket, Task<Card> work, CancellationToken cancellationToken)
    {
        Log.Deferred(logger, ticket.Id);
        if (!await TryAsync(ticket, api.AnswerAsync(ticket.Id, ticket.Token, new InteractionAnswer.DeferReply(IsEphemeral: true), cancellationToken)))
        {
            await work;
            return;
        }

        await FillAsync(ticket, await work, cancellationToken);
    }

    private async Task FillAsync(Ticket ticket, Card card, CancellationToken cancellationToken)
    {
        try
        {
            var messages = MessagesOf(DiscordRenderer.FormOf(card) is null ? card.Privately() : RefusalCards.For(Slow));
            await api.EditOriginalAsync(ticket.ApplicationId, ticket.Token, messages[0], cancellationToken);
            await GoOnAsync(ticket, messages, cancellationToken);
        }
        catch (Exception shape) when (BreaksLimit(shape))
        {
            await TryAsync(ticket, api.EditOriginalAsync(ticket.ApplicationId, ticket.Token, InPlaceOf(shape), cancellationToken));
        }
        catch (DiscordApiException refused)
        {
            Lost(ticket, refused);
        }
    }

    private static IReadOnlyList<MessagePayload> MessagesOf(Card card) => DiscordRenderer.FormOf(card) is null ? DiscordRenderer.Message(card) : [];

    private static InteractionAnswer AnswerOf(Card card, IReadOnlyList<MessagePayload> messages, bool mayReplace) => DiscordRenderer.FormOf(card) switch
    {
        { } form => new InteractionAnswer.OpenModal(DiscordRenderer.Modal(form)),
        null when card.ReplacesMessage && mayReplace => new InteractionAnswer.Update(messages[0]),
        null => new InteractionAnswer.Reply(messages[0]),
    };

    // A text too long for one message goes on in the next ones; nearly none is.
    private async Task GoOnAsync(Ticket ticket, IReadOnlyList<MessagePayload> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages.Skip(1))
        {
            await TryAsync(ticket, api.FollowUpAsync(ticket.ApplicationId, ticket.Token, message, cancellationToken));
        }
    }

    private static bool BreaksLimit(Exception fault) => fault is InvalidOperationException or DiscordApiException { Code: DiscordErrorCode.InvalidBody };

    // A card that breaks a limit is our mistake; what the person did is done, and silence would say otherwise.
    private MessagePayload InPlaceOf(Exception shape)
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        Log.Invalid(logger, id, shape.Message);
        var refusal = new Refusal("shape", $"I could not show the answer (error {id}); what you did is stored.", "Please tell an admin.");
        return DiscordRenderer.Message(RefusalCards.For(refusal))[0];
    }

    private async Task<bool> TryAsync(Ticket ticket, Task sending)
    {
        try
        {
            await sending;
            return true;
        }
        catch (DiscordApiException refused)
        {
            Lost(ticket, refused);
            return false;
        }
    }

    private void Lost(Ticket ticket, DiscordApiException refused)
    {
        var delay = (long)clock.GetElapsedTime(ticket.ReceivedAt).TotalMilliseconds;
        switch (refused.Code)
        {
            case DiscordErrorCode.UnknownInteraction:
                Log.Late(logger, ticket.Id, delay);
                break;
            case DiscordErrorCode.AlreadyAnswered when ticket.IsReplayed:
                Log.AnsweredBefore(logger, ticket.Id);
                break;
            case DiscordErrorCode.AlreadyAnswered:
                Log.Twice(logger, ticket.Id);
                break;
            default:
                Log.Lost(logger, ticket.Id, delay, refused.Message);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(321, LogLevel.Debug, "Suggestions were not taken: {Reason}")]
        public static partial void LateSuggestion(ILogger logger, string reason);

        [LoggerMessage(322, LogLevel.Information, "The answer to interaction {Id} is deferred")]
        public static partial void Deferred(ILogger logger, string id);

        [LoggerMessage(323, LogLevel.Information, "Interaction {Id} was over after {Delay} ms: it came late, or a resume brought it again")]
        public static partial void Late(ILogger logger, string id, long delay);

        [LoggerMessage(324, LogLevel.Warning, "Interaction {Id} was answered already; does a second program run with this token?")]
        public static partial void Twice(ILogger logger, string id);

        [LoggerMessage(327, LogLevel.Information, "Interaction {Id} was answered before; a resume brought it again")]
        public static partial void AnsweredBefore(ILogger logger, string id);

        [LoggerMessage(325, LogLevel.Warning, "The answer to interaction {Id} was lost after {Delay} ms: {Reason}")]
        public static partial void Lost(ILogger logger, string id, long delay, string reason);

        [LoggerMessage(326, LogLevel.Error, "{Id}: an answer cannot be shown on Discord: {Reason}")]
        public static partial void Invalid(ILogger logger, string id, string reason);
    }
}
